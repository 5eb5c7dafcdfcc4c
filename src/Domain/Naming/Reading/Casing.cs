namespace ClientChats.Domain.Naming;

internal static class Casing
{
    /// <summary>Two letters at least, all of them capitals.</summary>
    public static bool IsCapitals(string word)
    {
        var letters = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c)) letters++;
            else if (char.IsLetter(c)) return false;
        }

        return letters >= 2;
    }

    /// <summary>The replacement with the first letter as large as the original's.</summary>
    public static string Like(string original, string replacement) =>
        char.IsUpper(original[0]) ? Capitalised(replacement) : replacement;

    public static bool HasCapitalInside(string text) => text.Skip(1).Any(char.IsUpper);

    public static string Capitalised(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    public static string Uncapitalised(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
