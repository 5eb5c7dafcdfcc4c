namespace ClientChats.Domain.Naming;

internal static class TooLongForTheList
{
    public static void Find(NameReading name, FindingList findings)
    {
        var text = name.Text.TrimEnd();
        var limit = name.Context.ListLength;
        if (text.Length <= limit) return;

        var cut = name.Words.FirstOrDefault(word => word.End > limit);
        var range = cut is not null ? cut.Range : TextRange.Between(RuneStart(text, limit), text.Length);
        findings.Overall(
            FindingCode.TooLong, FindingSeverity.Hint, range,
            FindingText.Of(FindingCode.TooLong, ("w", range.In(text))));
    }

    private static int RuneStart(string text, int at) => char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
