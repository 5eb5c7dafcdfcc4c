namespace ClientChats.Domain.Naming;

internal static class LegalForm
{
    /// <summary>ООО «Ромашка» and Acme, Inc. are found by «Ромашка» and Acme; the form takes room and the eye.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        for (var first = 0; first < name.Words.Count; first++)
        {
            if (!IsForm(name, first)) continue;

            var last = first;
            while (last + 1 < name.Words.Count && IsForm(name, last + 1) && name.SamePart(last, last + 1)) last++;
            if (Company(name, first, last) is { } company)
            {
                findings.AtPlace(
                    FindingCode.LegalForm, FindingSeverity.Hint, company.Whole, company.Bare,
                    FindingText.Of(FindingCode.LegalForm, ("w", name.Slice(first, last))));
            }

            first = last;
        }
    }

    private static bool IsForm(NameReading name, int index)
    {
        var word = name.Words[index];
        return name.Lexicon.IsLegalForm(word.Key)
            && (word.StartsWithCapital || word.Key is "ооо" or "оао" or "зао" or "пао")
            && name.CompanyAt(index) is null;
    }

    private static (TextRange Whole, string Bare)? Company(NameReading name, int first, int last)
    {
        var isCyrillic = Scripts.IsCyrillic(name.Words[first].Text[0]);
        if (isCyrillic && last + 1 < name.Words.Count && name.SamePart(last, last + 1)) return After(name, first, last);
        var endsPart = last + 1 >= name.Words.Count || !name.SamePart(last, last + 1);
        return endsPart && first > 0 && name.SamePart(first - 1, first) ? Before(name, first, last) : null;
    }

    private static (TextRange, string)? After(NameReading name, int first, int last)
    {
        var start = name.Words[first].Start;
        var next = name.Words[last + 1];
        var quote = Quotes.PairAt(name.Text, next.Start - 1, name.PartOf(last + 1).End);
        if (quote is { } pair) return (TextRange.Between(start, pair.End), Quotes.Inside(name.Text, pair));

        var end = name.CompanyAt(last + 1) is { } known ? known.LastWord : last + 1;
        return (TextRange.Between(start, name.Words[end].End), Bare(name, last + 1, end));
    }

    private static (TextRange, string)? Before(NameReading name, int first, int last)
    {
        var end = name.Words[last].DotEnd;
        var previous = name.Words[first - 1];
        var quote = Quotes.PairEndingAt(name.Text, previous.DotEnd, name.PartOf(first).Start);
        if (quote is { } pair) return (TextRange.Between(pair.Start, end), Quotes.Inside(name.Text, pair));

        var begin = name.CompanyAt(first - 1) is { } known ? known.FirstWord : first - 1;
        return (TextRange.Between(name.Words[begin].Start, end), Bare(name, begin, first - 1));
    }

    private static string Bare(NameReading name, int first, int last) =>
        first == last && AllCapitals.IsNoise(name, first) ? AllCapitals.Calm(name, first) : name.Slice(first, last);
}
