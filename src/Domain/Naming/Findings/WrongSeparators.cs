namespace ClientChats.Domain.Naming;

/// <summary>A sign between two words that holds them apart like a separator. A comma or a colon is a weak one: it may also belong to a phrase.</summary>
internal sealed record WrongSeparator(TextRange Range, string Symbol, int WordBefore, bool IsStrong);

internal static class WrongSeparators
{
    private const string Strong = "-‐‑–—−/\\|¦+•·∙*~=><→»_";
    private const string Weak = ",;:";
    private const string NeedsNoSpaces = "|¦_•→\\";
    private const string AlsoJoinsWork = "+/";
    private const int LongestSymbol = 3;
    private const int LongEnough = 4;

    public static List<WrongSeparator> In(NameReading name)
    {
        List<WrongSeparator> found = [];
        for (var i = 0; i < name.Words.Count; i++)
        {
            if (!name.IsSplit) AddHyphens(name, i, found);
            if (i + 1 < name.Words.Count && name.SamePart(i, i + 1) && At(name, i) is { } separator) found.Add(separator);
        }

        return found;
    }

    private static WrongSeparator? At(NameReading name, int index)
    {
        var range = name.GapAfter(index);
        var gap = range.In(name.Text);
        var symbol = gap.Trim();
        if (symbol.Length is 0 or > LongestSymbol || symbol == "»") return null;

        var isStrong = symbol.All(c => Strong.Contains(c, StringComparison.Ordinal));
        if (!isStrong && !(symbol.Length == 1 && Weak.Contains(symbol[0], StringComparison.Ordinal))) return null;
        return Separates(name, index, gap, symbol) ? new WrongSeparator(range, symbol, index, isStrong) : null;
    }

    private static bool Separates(NameReading name, int index, string gap, string symbol)
    {
        var (before, after) = (name.Words[index], name.Words[index + 1]);
        if (before.IsNumber && after.IsNumber) return false;
        if (symbol.Length > 1 || NeedsNoSpaces.Contains(symbol[0], StringComparison.Ordinal)) return true;
        if (Weak.Contains(symbol[0], StringComparison.Ordinal)) return char.IsWhiteSpace(gap[^1]);
        if (AlsoJoinsWork.Contains(symbol[0], StringComparison.Ordinal) && IsWork(name, before) && IsWork(name, after)) return false;
        if (gap.Length > symbol.Length) return true;
        return symbol == "+"
            ? IsSomebody(name, before) || IsSomebody(name, after)
            : before.Text.Length >= LongEnough && after.Text.Length >= LongEnough;
    }

    // «Сайт-Ромашка-Ершова» is no compound word where we know the client or the manager.
    private static void AddHyphens(NameReading name, int index, List<WrongSeparator> found)
    {
        var word = name.Words[index];
        if (!word.IsCompound || name.CompanyAt(index) is not null || name.IsEmployee(word.Key)) return;
        if (!word.Pieces.All(piece => name.Lexicon.IsCommon(piece.Key) || IsSomebody(name, piece)) || !word.Pieces.Any(piece => IsSomebody(name, piece))) return;

        for (var i = 0; i + 1 < word.Pieces.Count; i++)
        {
            var range = TextRange.Between(word.Pieces[i].End, word.Pieces[i + 1].Start);
            found.Add(new WrongSeparator(range, range.In(name.Text), index, IsStrong: true));
        }
    }

    private static bool IsWork(NameReading name, Word word) => name.Lexicon.IsWork(word.Key);

    private static bool IsSomebody(NameReading name, Word word) => name.Companies.Alone(word.Key) is not null || name.IsEmployee(word.Key);
}
