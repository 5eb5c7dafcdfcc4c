using ClientChats.Domain.Naming;

namespace ClientChats.Application.Naming;

/// <summary>One remark about a name.</summary>
/// <param name="Code">Stable, such as <c>name.noSeparator</c>.</param>
/// <param name="Severity">Only an error keeps a chat from being created.</param>
/// <param name="Start">Where the place begins, in UTF-16 code units.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Message">The remark in the caller's language.</param>
/// <param name="Suggestion">What to put in its place; empty: take it out.</param>
public sealed record FindingView(string Code, FindingSeverity Severity, int Start, int Length, string Message, string? Suggestion)
{
    internal static IReadOnlyList<FindingView> Of(IEnumerable<NameFinding> findings)
    {
        var language = ConventionStore.Language;
        return [.. findings.Select(f => new FindingView(f.Code, f.Severity, f.Start, f.Length, NamingTexts.MessageOf(f, language), f.Suggestion))];
    }
}

/// <summary>What there is to say about a name.</summary>
/// <param name="Findings">In the order of their places.</param>
/// <param name="Suggestion">The whole name with everything fixed; absent where there is nothing to fix.</param>
/// <param name="Length">The length of the name.</param>
/// <param name="MaxLength">The length that stays whole in the list.</param>
public sealed record NameVerdictView(IReadOnlyList<FindingView> Findings, string? Suggestion, int Length, int MaxLength)
{
    internal static NameVerdictView Of(NameVerdict verdict) => new(FindingView.Of(verdict.Findings), verdict.Suggestion, verdict.Length, verdict.ListLength);
}

/// <summary>A pattern that names follow.</summary>
/// <param name="Id">The id.</param>
/// <param name="Pattern">The pattern, with its parts in braces.</param>
/// <param name="Separator">What stands between the parts.</param>
/// <param name="IsDefault">Whether names are checked against it unless another is named.</param>
/// <param name="Parts">The parts, in their order.</param>
public sealed record ConventionView(Guid Id, string Pattern, string Separator, bool IsDefault, IReadOnlyList<NamePart> Parts);

/// <summary>The organization's conventions, and the length that stays whole in the list.</summary>
/// <param name="Items">All conventions.</param>
/// <param name="ListLength">The length of a name that stays whole in the list.</param>
public sealed record ConventionsView(IReadOnlyList<ConventionView> Items, int ListLength)
{
    /// <summary>The version that an editor must have read.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Version { get; init; }

    public static ConventionsView Of(NamingConventions conventions, int version) => new(
        [.. conventions.Items.Select(c => new ConventionView(c.Id, c.Pattern, c.Separator, c.IsDefault, [.. c.Parts]))], conventions.ListLength) { Version = version };
}
