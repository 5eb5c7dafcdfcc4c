using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Messages;

/// <summary>What one reacts with: a single emoji, whatever it is put together from.</summary>
public static class Emoji
{
    /// <summary>In UTF-16 code units; the longest ones in use, families and flags of regions, have fewer.</summary>
    public const int MaxLength = 32;

    private const int FirstPictogram = 0x2190;
    private const int Keycap = 0x20E3;

    private const char AsPicture = '\uFE0F';

    /// <summary>The same emoji in the same characters: without the sign at its end that asks for the picture, which is shown in any case.</summary>
    public static string Tidy(string text) => text.TrimEnd(AsPicture);

    public static bool IsOne(string text) =>
        text.Length is > 0 and <= MaxLength && StringInfo.GetNextTextElementLength(text) == text.Length
        && text.EnumerateRunes().Any(rune => rune.Value == Keycap || rune.Value >= FirstPictogram && Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol);
}
