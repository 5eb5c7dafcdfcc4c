using System.Globalization;

namespace ClientChats.Domain.Naming;

internal static class NameOverLimit
{
    public static bool Find(string typed, FindingList findings)
    {
        if (typed.Length <= NameLimits.Whole) return false;

        var start = char.IsLowSurrogate(typed[NameLimits.Whole]) && char.IsHighSurrogate(typed[NameLimits.Whole - 1])
            ? NameLimits.Whole - 1
            : NameLimits.Whole;
        var surplus = (typed.Length - NameLimits.Whole).ToString(CultureInfo.InvariantCulture);
        findings.AsTyped(
            FindingCode.OverLimit, FindingSeverity.Error, TextRange.Between(start, typed.Length), null,
            FindingText.Of(FindingCode.OverLimit, ("n", surplus), ("limit", NameLimits.Whole.ToString(CultureInfo.InvariantCulture))));
        return true;
    }
}
