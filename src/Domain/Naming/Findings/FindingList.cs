using System.Collections.Immutable;

namespace ClientChats.Domain.Naming;

/// <summary>Collects findings about the visible text and keeps them where they belong in the name as typed.</summary>
internal sealed class FindingList(string typed, VisibleText visible)
{
    private readonly List<NameFinding> found = [];
    private readonly List<TextRange> places = [];

    /// <summary>A finding about words; whoever spoke about any of them first is not interrupted.</summary>
    public void AtPlace(string code, FindingSeverity severity, TextRange range, string? suggestion, FindingText text)
    {
        var place = visible.AsTyped(range);
        if (places.Exists(place.Overlaps)) return;

        places.Add(place);
        Add(code, severity, place, suggestion, text);
    }

    /// <summary>A finding about the name or a part as a whole.</summary>
    public void Overall(string code, FindingSeverity severity, TextRange range, FindingText text) =>
        Add(code, severity, visible.AsTyped(range), null, text);

    /// <summary>A finding about how the parts stand to each other.</summary>
    public void AboutOrder(string code, FindingSeverity severity, TextRange range, string? suggestion, FindingText text)
    {
        var place = visible.AsTyped(range);
        var cutsSomething = found.Exists(other =>
            other.Suggestion is not null && place.Overlaps(new TextRange(other.Start, other.Length)) && !place.Contains(new TextRange(other.Start, other.Length)));
        Add(code, severity, place, cutsSomething || visible.Hidden.Count > 0 ? null : suggestion, text, arranges: true);
    }

    public void AsTyped(string code, FindingSeverity severity, TextRange place, string? suggestion, FindingText text)
    {
        places.Add(place);
        Add(code, severity, place, suggestion, text);
    }

    public ImmutableArray<NameFinding> InOrder() =>
        [..found.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Length).ThenBy(finding => finding.Code, StringComparer.Ordinal)];

    private void Add(string code, FindingSeverity severity, TextRange place, string? suggestion, FindingText text, bool arranges = false)
    {
        var changes = suggestion is not null && suggestion != place.In(typed);
        found.Add(new NameFinding(code, severity, place.Start, place.Length, changes ? suggestion : null, text, arranges));
    }
}
