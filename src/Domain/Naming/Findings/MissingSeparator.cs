namespace ClientChats.Domain.Naming;

internal static class MissingSeparator
{
    /// <summary>Parts that run together, or are held apart by a sign that is not the convention's.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        if (name.Convention is not { Parts.Length: > 1 } || name.Words.Count == 0 || TooGeneral.IsWhole(name)) return;

        if (name.IsSplit) FindInsideParts(name, findings);
        else FindInWhole(name, findings);
    }

    private static void FindInsideParts(NameReading name, FindingList findings)
    {
        if (name.RoomForParts < 1) return;

        var gaps = WrongSeparators.In(name);
        if (gaps.Count == 1 && gaps[0].IsStrong && StandsByName(name, gaps[0])) Replace(name, gaps, findings);
        else if (KnownNameInsidePart.GapIn(name) is { } gap) Report(gap, name.Convention!.Spacing.Joint, MissingText, findings);
    }

    private static void FindInWhole(NameReading name, FindingList findings)
    {
        var gaps = WrongSeparators.In(name);
        var strong = gaps.Where(gap => gap.IsStrong).ToList();
        if (strong.Count == 0 && IsOneCompany(name)) return;

        var arranged = PartsWithoutSeparators.Arrange(name, strong) ?? ArrangedFromCompound(name, strong);
        var fitting = strong.Count == 0 || gaps.Count <= name.RoomForParts ? gaps : strong;
        var canReplace = fitting.Count > 0 && fitting.Count <= name.RoomForParts;
        if (canReplace && (arranged is null || (strong.Count > 0 && arranged == Replaced(name, fitting)))) Replace(name, fitting, findings);
        else Report(Whole(name), arranged, strong.Count > 0 ? WrongText(name, strong[0]) : MissingText, findings);
    }

    // «Ромашка-сайт» is one word to the reader; its pieces are arranged as if they stood apart.
    private static string? ArrangedFromCompound(NameReading name, List<WrongSeparator> gaps)
    {
        if (name.Words.Count > 1 || gaps.Count == 0) return null;
        var apart = new NameReading(string.Join(' ', name.Words[0].Pieces.Select(piece => piece.Text)), name.Convention, name.Lexicon, name.Context);
        return PartsWithoutSeparators.Arrange(apart, []);
    }

    private static void Replace(NameReading name, List<WrongSeparator> gaps, FindingList findings)
    {
        var range = TextRange.Between(gaps[0].Range.Start, gaps[^1].Range.End);
        Report(range, Joined(name, gaps), WrongText(name, gaps[0]), findings);
    }

    private static string Replaced(NameReading name, List<WrongSeparator> gaps) =>
        Tidy.Spaces(name.Text[..gaps[0].Range.Start] + Joined(name, gaps) + name.Text[gaps[^1].Range.End..]);

    private static string Joined(NameReading name, List<WrongSeparator> gaps)
    {
        var joint = name.Convention!.Spacing.Joint;
        return joint + string.Concat(gaps.Zip(gaps.Skip(1), (gap, next) => name.Text[gap.Range.End..next.Range.Start] + joint));
    }

    private static void Report(TextRange range, string? suggestion, FindingText text, FindingList findings) =>
        findings.AboutOrder(FindingCode.NoSeparator, FindingSeverity.Warning, range, suggestion, text);

    private static FindingText MissingText => FindingText.Of(FindingCode.NoSeparator);

    private static FindingText WrongText(NameReading name, WrongSeparator gap) =>
        FindingText.Of("name.noSeparator.wrong", ("f", gap.Symbol), ("s", name.Convention!.Separator));

    private static bool StandsByName(NameReading name, WrongSeparator gap) =>
        IsName(name, gap.WordBefore) || (gap.WordBefore + 1 < name.Words.Count && IsName(name, gap.WordBefore + 1));

    private static bool IsName(NameReading name, int index) => name.CompanyAt(index) is not null || name.IsEmployee(name.Words[index].Key);

    private static bool IsOneCompany(NameReading name)
    {
        var words = Enumerable.Range(0, name.Words.Count).Where(index => !name.Lexicon.IsLegalForm(name.Words[index].Key)).ToList();
        if (words.Count < 2) return true;
        if (name.CompanyAt(words[0]) is { } company) return company.FirstWord == words[0] && company.LastWord == words[^1];
        return Quotes.PairAt(name.Text, name.Words[words[0]].Start - 1, name.Text.Length) is { } pair && pair.End >= name.Words[words[^1]].End;
    }

    private static TextRange Whole(NameReading name) =>
        TextRange.Between(name.Text.Length - name.Text.TrimStart().Length, name.Text.TrimEnd().Length);
}
