namespace ClientChats.Domain.Naming;

internal static class EnglishForms
{
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower)) return [];
        if (word.EndsWith('y') && !"aeiou".Contains(word[^2], StringComparison.Ordinal)) return [word[..^1] + "ies"];
        return word.EndsWith('s') || word.EndsWith('x') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal)
            ? [word + "es"]
            : [word + "s"];
    }
}
