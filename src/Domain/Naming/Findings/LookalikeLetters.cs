namespace ClientChats.Domain.Naming;

internal static class LookalikeLetters
{
    /// <summary>A letter of another alphabet that only looks right: a Latin c in «сайт».</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        foreach (var piece in name.Words.Where(word => !word.IsOpaque).SelectMany(word => word.Pieces))
        {
            if (!IsMixed(piece.Text)) continue;

            var clean = InOneScript(piece.Text, name.Text);
            if (clean is null) continue;
            findings.AtPlace(
                FindingCode.Lookalike, FindingSeverity.Warning, piece.Range, clean, FindingText.Of(FindingCode.Lookalike, ("w", piece.Text)));
        }
    }

    private static bool IsMixed(string word)
    {
        var scripts = (word.Any(Scripts.IsCyrillic) ? 1 : 0) + (word.Any(Scripts.IsLatin) ? 1 : 0) + (word.Any(Scripts.IsGreek) ? 1 : 0);
        return scripts > 1;
    }

    // A word with letters that exist in one script only on both sides («SEOшник») was meant so.
    private static string? InOneScript(string word, string name)
    {
        var onlyCyrillic = word.Any(IsOnlyCyrillic);
        var onlyLatin = word.Any(IsOnlyLatin);
        if (onlyCyrillic && onlyLatin) return null;

        var cyrillic = onlyCyrillic || (!onlyLatin && PrefersCyrillic(word, name));
        return Converted(word, cyrillic ? Scripts.ToCyrillic : Scripts.ToLatin);
    }

    private static bool PrefersCyrillic(string word, string name)
    {
        var balance = word.Count(Scripts.IsCyrillic) - word.Count(Scripts.IsLatin);
        return balance != 0 ? balance > 0 : name.Count(IsOnlyCyrillic) >= name.Count(IsOnlyLatin);
    }

    private static string? Converted(string word, Func<char, char?> convert)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (!char.IsLetter(letters[i])) continue;
            if (convert(letters[i]) is not { } letter) return null;
            letters[i] = letter;
        }

        return new string(letters);
    }

    private static bool IsOnlyCyrillic(char c) => Scripts.IsCyrillic(c) && Scripts.ToLatin(c) is null;

    private static bool IsOnlyLatin(char c) => Scripts.IsLatin(c) && Scripts.ToCyrillic(c) is null;
}
