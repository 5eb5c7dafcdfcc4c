using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Organizations;

/// <summary>A person's first and last name, tidied: no control or invisible characters, single spaces, composed letters.</summary>
public sealed record PersonName
{
    public const int MaxLength = 100;

    public PersonName(string first, string last) => (First, Last) = (Tidy(first), Tidy(last));

    public string First { get; }
    public string Last { get; }

    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune)) tidy.Append(tidy.Length > 0 && tidy[^1] != ' ' ? " " : "");
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)) tidy.Append(rune);
        }

        return tidy.ToString().Trim().Normalize(NormalizationForm.FormC);
    }
}
