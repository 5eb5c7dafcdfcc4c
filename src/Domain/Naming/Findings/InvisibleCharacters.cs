namespace ClientChats.Domain.Naming;

internal static class InvisibleCharacters
{
    /// <summary>A soft hyphen comes along with text copied from a page and is worth a warning; everything else hidden keeps the name from being used.</summary>
    public static void Find(string typed, VisibleText visible, FindingList findings)
    {
        foreach (var run in visible.Hidden)
        {
            findings.AsTyped(
                FindingCode.Invisible, run.OnlySoft ? FindingSeverity.Warning : FindingSeverity.Error, run.Range,
                run.ActsAsSpace && StandsBetweenWords(typed, run.Range) ? " " : "", FindingText.Of(FindingCode.Invisible));
        }
    }

    private static bool StandsBetweenWords(string typed, TextRange range) =>
        range.Start > 0 && range.End < typed.Length && !char.IsWhiteSpace(typed[range.Start - 1]) && !char.IsWhiteSpace(typed[range.End]);
}
