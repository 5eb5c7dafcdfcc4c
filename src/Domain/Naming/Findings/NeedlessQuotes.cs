namespace ClientChats.Domain.Naming;

internal static class NeedlessQuotes
{
    /// <summary>Separators already show where a part begins and ends.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        foreach (var part in name.Parts)
        {
            var pair = Quotes.PairAt(name.Text, part.Start, part.End);
            if (pair is not { } quoted || quoted.End != part.End) continue;

            var inside = Quotes.Inside(name.Text, quoted);
            if (inside.Length == 0) continue;
            findings.AtPlace(
                FindingCode.LegalForm, FindingSeverity.Hint, quoted, inside, FindingText.Of("name.legalForm.quotes", ("w", quoted.In(name.Text))));
        }
    }
}
