using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ClientChats.Domain.Naming;

/// <summary>The conventions of an organization, exactly one of them the default, and the length that stays whole in its list.</summary>
public sealed class NamingConventions
{
    public const int MaxCount = 20;

    /// <summary>The three conventions that every organization starts with.</summary>
    public static readonly NamingConventions Standard = new(
        [
            NamingConvention.Parse(new Guid("01990000-0000-7000-8000-000000000001"), "{project} | {client} | {responsible}", isDefault: true),
            NamingConvention.Parse(new Guid("01990000-0000-7000-8000-000000000002"), "{client} | {work}"),
            NamingConvention.Parse(new Guid("01990000-0000-7000-8000-000000000003"), "{project} | {client}")
        ],
        NameLimits.List);

    private NamingConventions(ImmutableArray<NamingConvention> items, int listLength)
    {
        Items = items;
        ListLength = listLength;
    }

    public ImmutableArray<NamingConvention> Items { get; }

    public int ListLength { get; }

    public NamingConvention Default => Items.Single(convention => convention.IsDefault);

    public NamingConvention? Find(Guid id) => Items.FirstOrDefault(convention => convention.Id == id);

    public static bool TryCreate(
        IEnumerable<NamingConvention> items, int listLength, [NotNullWhen(true)] out NamingConventions? conventions, out ConventionsProblem problem)
    {
        var all = items.ToImmutableArray();
        problem = ProblemOf(all, listLength);
        conventions = problem is ConventionsProblem.None ? new NamingConventions(all, listLength) : null;
        return conventions is not null;
    }

    private static ConventionsProblem ProblemOf(ImmutableArray<NamingConvention> items, int listLength)
    {
        if (items.IsEmpty) return ConventionsProblem.Empty;
        if (items.Length > MaxCount) return ConventionsProblem.TooMany;
        if (items.Select(item => item.Id).Distinct().Count() < items.Length) return ConventionsProblem.RepeatedId;
        if (items.Select(item => item.Pattern).Distinct(StringComparer.Ordinal).Count() < items.Length) return ConventionsProblem.RepeatedPattern;
        if (items.Count(item => item.IsDefault) != 1) return ConventionsProblem.NotOneDefault;
        return listLength is < NameLimits.ShortestList or > NameLimits.Whole ? ConventionsProblem.ListLength : ConventionsProblem.None;
    }
}
