namespace ClientChats.Domain.Naming;

internal static class AllCapitals
{
    private const int ShortestNoise = 5;

    /// <summary>«РОМАШКА» shouts; «Ромашка» is read.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        for (var index = 0; index < name.Words.Count; index++)
        {
            if (!IsNoise(name, index)) continue;

            var word = name.Words[index];
            findings.AtPlace(
                FindingCode.LegalForm, FindingSeverity.Hint, word.Range, Calm(name, index),
                FindingText.Of("name.legalForm.capitals", ("w", word.Text)));
        }
    }

    public static bool IsNoise(NameReading name, int index)
    {
        var word = name.Words[index];
        if (!word.IsCapitals || word.HasDigit || word.IsOpaque || MeansIt(name, index)) return false;
        return word.Text.Count(char.IsLetter) >= ShortestNoise || (word.Text.Length > 2 && IsEverydayWord(name, word.Key));
    }

    public static string Calm(NameReading name, int index)
    {
        var word = name.Words[index];
        if (name.Companies.Alone(word.Key) is { } company) return company.Spelling;
        if (name.Lexicon.BrandSpelling(word.Key) is { } brand) return brand;
        if (FunctionWords.Contains(word.Key) || ContinuesPhrase(name, index)) return word.Text.ToLowerInvariant();
        return name.Lexicon.IsCommon(word.Key)
            ? Casing.Capitalised(word.Text.ToLowerInvariant())
            : string.Join('-', word.Text.Split(Word.Hyphens).Select(piece => piece.Length == 0 ? piece : Casing.Capitalised(piece.ToLowerInvariant())));
    }

    private static bool MeansIt(NameReading name, int index)
    {
        var word = name.Words[index];
        return name.Lexicon.IsClearInCapitals(word.Text)
            || name.Lexicon.BrandSpelling(word.Key) == word.Text
            || name.Lexicon.ReadingOf(word.Text) is not null
            || name.Lexicon.IsLegalForm(word.Key)
            || RomanNumerals.Contains(word.Text)
            || name.CompanyAt(index)?.IsSpelled(word.Text) == true
            || word.IsCompound && word.Pieces.Any(piece => name.Lexicon.IsClearInCapitals(piece.Text));
    }

    private static bool IsEverydayWord(NameReading name, string key) =>
        name.Lexicon.IsCommon(key) || FunctionWords.Contains(key) || name.Lexicon.IsFirstName(key) || name.IsEmployee(key)
        || name.Companies.Alone(key) is not null;

    // «БЫСТРАЯ ДОСТАВКА» and «РЕДИЗАЙН САЙТА» go on with a small letter, «ДЕНТАЛ ПЛЮС» with a capital one.
    private static bool ContinuesPhrase(NameReading name, int index)
    {
        if (index == 0 || !name.SamePart(index - 1, index)) return false;
        var (previous, word) = (name.Words[index - 1].Key, name.Words[index].Key);
        return RussianAdjectives.Looks(previous) || (name.Lexicon.IsCommon(previous) && name.Lexicon.IsCommon(word));
    }
}
