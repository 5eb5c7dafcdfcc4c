namespace ClientChats.Domain.Naming;

internal static class UnclearAbbreviation
{
    private const int Longest = 4;

    /// <summary>«МП» is clear to whoever wrote it; «Моб. прил.» to everybody. What capitals a client bears, we cannot know.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        for (var index = 0; index < name.Words.Count; index++)
        {
            if (name.CompanyAt(index) is not null) continue;

            var word = name.Words[index];
            if (word.IsOpaque || word.HasDigit || word.Text.Contains('&')) continue;
            if (word.IsCompound) FindInside(name, index, findings);
            else Find(name, index, findings);
        }
    }

    private static void Find(NameReading name, int index, FindingList findings)
    {
        var word = name.Words[index];
        if (!word.IsCapitals || IsClear(name, word)) return;

        var reading = name.InClientPart(index) ? null : name.Lexicon.ReadingOf(word.Text);
        if (reading is null && word.Text.Length > Longest) return;

        var range = TextRange.Between(word.Start, reading?.EndsWith('.') == true ? word.DotEnd : word.End);
        findings.AtPlace(
            FindingCode.Abbreviation, reading is null ? FindingSeverity.Hint : FindingSeverity.Warning, range,
            reading is null ? null : InPlace(name, index, reading), FindingText.Of(FindingCode.Abbreviation, ("w", word.Text)));
    }

    // «МП-тест»: a reading of several words does not fit before a hyphen.
    private static void FindInside(NameReading name, int index, FindingList findings)
    {
        foreach (var piece in name.Words[index].Pieces)
        {
            if (name.Lexicon.ReadingOf(piece.Text) is null || name.InClientPart(index)) continue;
            findings.AtPlace(
                FindingCode.Abbreviation, FindingSeverity.Hint, piece.Range, null, FindingText.Of(FindingCode.Abbreviation, ("w", piece.Text)));
        }
    }

    private static bool IsClear(NameReading name, Word word) =>
        name.Lexicon.IsClearInCapitals(word.Text)
        || name.Lexicon.BrandSpelling(word.Key) == word.Text
        || name.Lexicon.IsLegalForm(word.Key)
        || RomanNumerals.Contains(word.Text);

    // «Редизайн МП» goes on as a phrase: «Редизайн моб. прил.».
    private static string InPlace(NameReading name, int index, string reading)
    {
        var continues = index > 0 && name.SamePart(index - 1, index) && name.Lexicon.IsWork(name.Words[index - 1].Key)
            && !name.Words[index - 1].HasDot && string.IsNullOrWhiteSpace(name.GapAfter(index - 1).In(name.Text));
        return continues && !Casing.HasCapitalInside(reading) ? Casing.Uncapitalised(reading) : reading;
    }
}
