using System.Collections.Immutable;

namespace ClientChats.Domain.Naming;

/// <summary>What a check has to say about a name.</summary>
/// <param name="Findings">In the order of their places.</param>
/// <param name="Suggestion">The whole name with everything fixed that can be; null when there is nothing to fix.</param>
/// <param name="Length">The length of the name as typed, in UTF-16 code units.</param>
/// <param name="ListLength">The length that stays whole in the list.</param>
public sealed record NameVerdict(ImmutableArray<NameFinding> Findings, string? Suggestion, int Length, int ListLength)
{
    public bool IsUsable => !Findings.Any(finding => finding.Severity is FindingSeverity.Error);
}
