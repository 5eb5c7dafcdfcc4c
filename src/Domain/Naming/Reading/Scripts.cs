namespace ClientChats.Domain.Naming;

/// <summary>Cyrillic and Latin letters, and those of them that look the same.</summary>
internal static class Scripts
{
    private const string Latin = "aceopxyABCEHKMOPTXYi";
    private const string Cyrillic = "асеорхуАВСЕНКМОРТХУі";

    // Greek letters are looked through only as intruders; no name here is Greek.
    private const string Greek = "ΑΒΕΗΙΚΜΝΟΡΤΥΧΖοανυ";
    private const string GreekAsLatin = "ABEHIKMNOPTYXZoavu";

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    public static bool IsLatin(char c) => char.IsAsciiLetter(c) || (c is >= '\u00C0' and <= '\u024F' && c is not ('×' or '÷'));

    public static bool IsGreek(char c) => c is >= '\u0370' and <= '\u03FF';

    public static char? ToCyrillic(char c)
    {
        if (IsCyrillic(c)) return c;
        var at = Latin.IndexOf(IsGreek(c) ? ToLatin(c) ?? c : c, StringComparison.Ordinal);
        return at < 0 ? null : Cyrillic[at];
    }

    public static char? ToLatin(char c)
    {
        if (IsLatin(c)) return c;
        var greek = Greek.IndexOf(c, StringComparison.Ordinal);
        if (greek >= 0) return GreekAsLatin[greek];
        var at = Cyrillic.IndexOf(c, StringComparison.Ordinal);
        return at < 0 ? null : Latin[at];
    }
}
