namespace ClientChats.Domain.Naming;

/// <summary>A word of a name, or one piece of a hyphenated word.</summary>
internal sealed class Word
{
    public Word(string text, int start, int end, bool isOpaque)
    {
        Text = text[start..end];
        Key = WordKey.Of(Text);
        Start = start;
        End = end;
        IsOpaque = isOpaque;
        HasDot = end < text.Length && text[end] == '.' && (end + 1 >= text.Length || text[end + 1] != '.');
        IsNumber = Text.All(c => char.IsDigit(c) || c is '.' or ',' or '-') && Text.Any(char.IsDigit);
        HasDigit = Text.Any(char.IsDigit);
        IsCapitals = Casing.IsCapitals(Text);
        Pieces = isOpaque ? [this] : PiecesOf(text);
    }

    public string Text { get; }

    public string Key { get; }

    public int Start { get; }

    public int End { get; }

    /// <summary>The end with the dot that belongs to a short form.</summary>
    public int DotEnd => HasDot ? End + 1 : End;

    public TextRange Range => TextRange.Between(Start, End);

    public bool HasDot { get; }

    public bool IsNumber { get; }

    public bool HasDigit { get; }

    public bool IsCapitals { get; }

    /// <summary>Web and mail addresses and dotted initials: read as one, not spelled out.</summary>
    public bool IsOpaque { get; }

    public bool StartsWithCapital => char.IsUpper(Text[0]);

    /// <summary>What hyphens join; the word itself where there are none.</summary>
    public IReadOnlyList<Word> Pieces { get; }

    public bool IsCompound => Pieces.Count > 1;

    private List<Word> PiecesOf(string text)
    {
        if (Text.IndexOfAny(Hyphens) < 0) return [this];

        List<Word> pieces = [];
        var from = Start;
        for (var at = Start; at <= End; at++)
        {
            if (at < End && !Hyphens.Contains(text[at])) continue;
            if (at > from) pieces.Add(new Word(text, from, at, isOpaque: false));
            from = at + 1;
        }

        return pieces;
    }

    public static readonly char[] Hyphens = ['-', '\u2010', '\u2011'];
}
