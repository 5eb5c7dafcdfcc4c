using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Naming;

/// <summary>
/// A name as names are compared: small letters, е for ё, letters that look alike made one, no separators, punctuation or hidden characters,
/// one space between words.
/// </summary>
public sealed class NameKey
{
    private NameKey(string text)
    {
        Text = text;
        Words = text.Length == 0 ? [] : [..text.Split(' ')];
        Squashed = text.Replace(" ", "", StringComparison.Ordinal);
    }

    public string Text { get; }

    public ImmutableArray<string> Words { get; }

    /// <summary>The text without its spaces.</summary>
    public string Squashed { get; }

    public static NameKey Of(string name)
    {
        var text = new StringBuilder(name.Length);
        var apart = false;
        // What is hidden goes first: normalization refuses noncharacters and half surrogate pairs.
        foreach (var rune in VisibleText.Of(name).Text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            switch (KindOf(rune))
            {
                case Kind.Letter:
                    if (apart && text.Length > 0) text.Append(' ');
                    apart = false;
                    AppendFolded(text, rune);
                    break;
                case Kind.Gap:
                    apart = true;
                    break;
            }
        }

        return new NameKey(text.ToString());
    }

    private static void AppendFolded(StringBuilder text, Rune rune)
    {
        var small = Rune.ToLowerInvariant(rune);
        if (!small.IsBmp)
        {
            text.Append(small.ToString());
            return;
        }

        var c = (char)small.Value;
        text.Append(c == 'ё' ? 'е' : Scripts.ToCyrillic(c) ?? c);
    }

    private static Kind KindOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Kind.Nothing,
        UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol or UnicodeCategory.CurrencySymbol => Kind.Letter,
        _ => Rune.IsLetter(rune) || Rune.IsNumber(rune) ? Kind.Letter : Kind.Gap
    };

    private enum Kind
    {
        Letter,
        Gap,
        Nothing
    }
}
