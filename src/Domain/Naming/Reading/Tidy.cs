using System.Text;

namespace ClientChats.Domain.Naming;

internal static class Tidy
{
    /// <summary>No space at the edges and one at most between words; a single non-breaking space stays as it is.</summary>
    public static string Spaces(string text)
    {
        var trimmed = text.Trim();
        if (!HasRunOfSpaces(trimmed)) return trimmed;

        var tidy = new StringBuilder(trimmed.Length);
        for (var i = 0; i < trimmed.Length; i++)
        {
            if (!char.IsWhiteSpace(trimmed[i])) tidy.Append(trimmed[i]);
            else if (!char.IsWhiteSpace(trimmed[i - 1])) tidy.Append(char.IsWhiteSpace(trimmed[i + 1]) ? ' ' : trimmed[i]);
        }

        return tidy.ToString();
    }

    private static bool HasRunOfSpaces(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) && char.IsWhiteSpace(text[i - 1])) return true;
        }

        return false;
    }
}
