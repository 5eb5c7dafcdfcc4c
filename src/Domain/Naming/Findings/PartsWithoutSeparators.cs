namespace ClientChats.Domain.Naming;

/// <summary>Puts the words of an unsplit name into the convention's order, with its separators. Says nothing where it would have to guess.</summary>
internal static class PartsWithoutSeparators
{
    private readonly record struct Chunk(NamePart Part, TextRange Range);

    /// <param name="name">A name without any of its convention's separators.</param>
    /// <param name="gaps">Other signs that hold its words apart.</param>
    public static string? Arrange(NameReading name, List<WrongSeparator> gaps)
    {
        var convention = name.Convention!;
        if (name.Words.Count < 2 || !convention.Parts.Contains(NamePart.Client) || WorkPartOf(convention) is not { } workPart) return null;
        if (WordRoles.Of(name) is not { } roles || Chunks(name, roles, workPart, gaps) is not { } chunks) return null;

        var values = chunks.GroupBy(chunk => chunk.Part, chunk => chunk.Range.In(name.Text)).ToDictionary(part => part.Key, part => part.ToList());
        if (values.Count < 2 || values.GetValueOrDefault(NamePart.Client)?.Count > 1 || LosesText(name, chunks, gaps)) return null;

        var arranged = convention.Compose(NameParts.Of(values.Select(part => (part.Key, (string?)string.Join(", ", part.Value)))));
        return char.IsUpper(name.Words[0].Text[0]) ? Casing.Capitalised(arranged) : arranged;
    }

    // Where words about the work go; null where the convention has two places for them, or none.
    private static NamePart? WorkPartOf(NamingConvention convention)
    {
        var places = convention.Parts.Where(part => part is NamePart.Project or NamePart.Work).ToList();
        return places.Count == 1 ? places[0] : null;
    }

    private static List<Chunk>? Chunks(NameReading name, WordRole[] roles, NamePart workPart, List<WrongSeparator> gaps)
    {
        List<Chunk> chunks = [];
        for (var first = 0; first < roles.Length;)
        {
            var part = PartOf(roles[first], workPart);
            var last = first;
            while (last + 1 < roles.Length && PartOf(roles[last + 1], workPart) == part && !gaps.Exists(gap => gap.WordBefore == last)) last++;
            if (roles[first] is WordRole.Tie || roles[last] is WordRole.Tie) return null;

            chunks.Add(new Chunk(part, WithQuotes(name, first, last)));
            first = last + 1;
        }

        return chunks;
    }

    private static NamePart PartOf(WordRole role, NamePart workPart) => role switch
    {
        WordRole.Client => NamePart.Client,
        WordRole.Responsible => NamePart.Responsible,
        _ => workPart
    };

    private static TextRange WithQuotes(NameReading name, int first, int last)
    {
        var (start, end) = (name.Words[first].Start, name.Words[last].DotEnd);
        while (start > 0 && Quotes.IsQuote(name.Text[start - 1])) start--;
        while (end < name.Text.Length && Quotes.IsQuote(name.Text[end])) end++;
        return TextRange.Between(start, end);
    }

    // Signs that separated, and brackets around a whole part, may go; anything else is the writer's.
    private static bool LosesText(NameReading name, List<Chunk> chunks, List<WrongSeparator> gaps)
    {
        if (chunks.Exists(chunk => !HasBracketsInPairs(chunk.Range.In(name.Text)))) return true;

        for (var i = 0; i < name.Text.Length; i++)
        {
            var place = new TextRange(i, 1);
            var mayGo = char.IsWhiteSpace(name.Text[i]) || ",;:()".Contains(name.Text[i], StringComparison.Ordinal) || gaps.Exists(gap => gap.Range.Contains(place));
            if (!mayGo && !chunks.Exists(chunk => chunk.Range.Contains(place))) return true;
        }

        return false;
    }

    private static bool HasBracketsInPairs(string text) => text.Count(c => c == '(') == text.Count(c => c == ')');
}
