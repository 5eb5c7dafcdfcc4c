namespace ClientChats.Domain.Naming;

internal static class EmptyName
{
    /// <summary>Nothing that anybody sees, or nothing but separators.</summary>
    public static bool Find(string visible, NamingConvention? convention, FindingList findings)
    {
        var separator = convention?.Separator ?? Separator.Standard.Symbol;
        if (!visible.All(c => char.IsWhiteSpace(c) || separator.Contains(c, StringComparison.Ordinal))) return false;

        findings.AsTyped(FindingCode.Empty, FindingSeverity.Error, new TextRange(0, 0), null, FindingText.Of(FindingCode.Empty));
        return true;
    }
}
