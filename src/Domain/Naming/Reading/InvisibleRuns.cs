using System.Globalization;
using System.Text;

namespace ClientChats.Domain.Naming;

/// <summary>Characters that nobody sees and search stumbles over. <c>OnlySoft</c>: left-over soft hyphens, harmless.</summary>
internal readonly record struct InvisibleRun(TextRange Range, bool OnlySoft, bool ActsAsSpace);

internal static class InvisibleRuns
{
    private const int SoftHyphen = 0x00AD;
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;

    public static List<InvisibleRun> In(string text)
    {
        List<InvisibleRun> runs = [];
        var previous = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = Next(text, at, out var code);
            if (!IsInvisible(text, at + length, code, previous))
            {
                previous = code;
                at += length;
                continue;
            }

            var run = new InvisibleRun(new TextRange(at, length), code == SoftHyphen, IsBreak(code));
            runs.Add(run);
            if (runs.Count > 1 && runs[^2].Range.End == at) Merge(runs);
            at += length;
        }

        return runs;
    }

    private static void Merge(List<InvisibleRun> runs)
    {
        var (first, second) = (runs[^2], runs[^1]);
        runs.RemoveAt(runs.Count - 1);
        runs[^1] = new InvisibleRun(
            TextRange.Between(first.Range.Start, second.Range.End), first.OnlySoft && second.OnlySoft, first.ActsAsSpace || second.ActsAsSpace);
    }

    private static bool IsInvisible(string text, int next, int code, int previous)
    {
        if (code is >= ' ' and < 0x7F) return false;
        return code switch
        {
            ZeroWidthJoiner => !JoinsEmoji(text, next, previous) && !JoinsLetters(text, next, previous),
            ZeroWidthNonJoiner => !JoinsLetters(text, next, previous),
            >= 0xFE00 and <= 0xFE0F => !TakesVariation(previous),
            >= 0xE0020 and <= 0xE007F => !IsFlag(previous),
            // Fillers and blanks that Unicode counts among letters, marks and symbols.
            0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or 0xFFFC => true,
            // Arabic number signs are format characters with a shape.
            (>= 0x0600 and <= 0x0605) or 0x06DD or 0x08E2 => false,
            _ => CategoryOf(code) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
                || code is >= 0xE0100 and <= 0xE01EF
        };
    }

    private static bool JoinsEmoji(string text, int next, int previous)
    {
        if (next >= text.Length) return false;
        Next(text, next, out var following);
        return CategoryOf(following) is UnicodeCategory.OtherSymbol
            && (CategoryOf(previous) is UnicodeCategory.OtherSymbol || previous is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF));
    }

    private static bool JoinsLetters(string text, int next, int previous)
    {
        if (next >= text.Length) return false;
        Next(text, next, out var following);
        return IsShaping(previous) && IsShaping(following);
    }

    // In Arabic, Persian and Indic scripts the joiners change the shape of letters.
    private static bool IsShaping(int code) => code is (>= 0x0620 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF);

    private static bool TakesVariation(int previous) =>
        previous > ' ' && CategoryOf(previous) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol
            or UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.DecimalDigitNumber;

    private static bool IsFlag(int previous) => previous is BlackFlag or (>= 0xE0020 and <= 0xE007E);

    private static bool IsBreak(int code) => code is (>= 0x09 and <= 0x0D) or 0x85 or 0x2028 or 0x2029;

    private static UnicodeCategory CategoryOf(int code) => CharUnicodeInfo.GetUnicodeCategory(code);

    private static int Next(string text, int at, out int code)
    {
        if (Rune.TryGetRuneAt(text, at, out var rune))
        {
            code = rune.Value;
            return rune.Utf16SequenceLength;
        }

        code = text[at];
        return 1;
    }
}
