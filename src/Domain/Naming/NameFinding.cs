namespace ClientChats.Domain.Naming;

/// <summary>
/// One remark about a name. The suggestion replaces the text from <paramref name="Start"/> for <paramref name="Length"/> UTF-16 code units;
/// an empty one takes it away. Findings with a suggestion never overlap, except that one with <paramref name="Arranges"/> set may hold others:
/// it puts separators between words and the parts in order, and leaves the words as they are.
/// </summary>
public sealed record NameFinding(
    string Code, FindingSeverity Severity, int Start, int Length, string? Suggestion, FindingText Text, bool Arranges = false)
{
    public int End => Start + Length;
}
