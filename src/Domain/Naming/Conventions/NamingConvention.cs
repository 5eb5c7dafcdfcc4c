using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ClientChats.Domain.Naming;

/// <summary>The pattern that names of client chats follow: which parts, in which order, and the separator between them.</summary>
public sealed class NamingConvention
{
    public const int MaxPatternLength = 200;

    private NamingConvention(Guid id, bool isDefault, ImmutableArray<NamePart> parts, Separator separator, string pattern)
    {
        Id = id;
        IsDefault = isDefault;
        Parts = parts;
        Spacing = separator;
        Pattern = pattern;
    }

    public Guid Id { get; }

    public bool IsDefault { get; }

    /// <summary>The pattern in its canonical spelling, for example <c>{project} | {client} | {responsible}</c>.</summary>
    public string Pattern { get; }

    /// <summary>The separating sign without its spaces.</summary>
    public string Separator => Spacing.Symbol;

    public ImmutableArray<NamePart> Parts { get; }

    internal Separator Spacing { get; }

    public static NamingConvention Parse(Guid id, string pattern, bool isDefault = false) =>
        TryParse(id, pattern, isDefault, out var convention, out var problem)
            ? convention
            : throw new ArgumentException($"The pattern is not fit: {problem}.", nameof(pattern));

    public static bool TryParse(
        Guid id, string pattern, bool isDefault, [NotNullWhen(true)] out NamingConvention? convention, out PatternProblem problem)
    {
        problem = PatternReader.Read(pattern, out var parts, out var separator);
        convention = problem is PatternProblem.None
            ? new NamingConvention(id, isDefault, parts, separator, PatternReader.Write(parts, separator))
            : null;
        return convention is not null;
    }

    /// <summary>A name made of these parts; what is missing leaves neither a gap nor a separator.</summary>
    public string Compose(NameParts parts) => string.Join(
        Spacing.Joint,
        Parts.Select(part => Spacing.Clean(parts[part] ?? "")).Where(value => value.Length > 0));

    /// <summary>The parts of a name in the order of the pattern; what is too much stays with the last part.</summary>
    public NameParts Split(string name)
    {
        var values = Pieces(name);
        return NameParts.Of(Parts.Take(values.Count).Select((part, i) => (part, (string?)values[i])));
    }

    private List<string> Pieces(string name)
    {
        List<string> pieces = [];
        var from = 0;
        foreach (var place in Spacing.FindIn(name).Take(Parts.Length - 1))
        {
            pieces.Add(Tidy.Spaces(name[from..place.Start]));
            from = place.End;
        }

        pieces.Add(Tidy.Spaces(name[from..]));
        return pieces;
    }
}
