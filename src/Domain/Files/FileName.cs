using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Files;

/// <summary>The name of a file as people see it: no path, nothing that cannot be seen, nothing that turns the text around.</summary>
public static class FileName
{
    public const int MaxLength = 200;

    private const int LongestExtension = 16;

    public static string Tidy(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            // Format characters turn the direction of a text around, or hide in it: "exe.jpg" may be shown as "gpj.exe".
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) text.Append(' ');
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse) && rune.Value != Rune.ReplacementChar.Value) text.Append(rune.ToString());
        }

        var name = string.Join(' ', text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' ');
        return name.Length == 0 ? "file" : Shorten(name);
    }

    /// <summary>A name that is too long loses its middle, never its extension.</summary>
    private static string Shorten(string name)
    {
        if (name.Length <= MaxLength) return name;
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= LongestExtension ? name[dot..] : "";
        var end = MaxLength - extension.Length - 1;
        if (char.IsHighSurrogate(name[end - 1])) end--;
        return string.Concat(name.AsSpan(0, end), "…", extension);
    }
}
