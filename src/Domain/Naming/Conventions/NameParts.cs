using System.Collections.Frozen;

namespace ClientChats.Domain.Naming;

/// <summary>What goes into a name, or came out of one; a part that is blank is absent.</summary>
public sealed class NameParts
{
    public static readonly NameParts None = new(FrozenDictionary<NamePart, string>.Empty);

    private readonly FrozenDictionary<NamePart, string> values;

    private NameParts(FrozenDictionary<NamePart, string> values) => this.values = values;

    public string? this[NamePart part] => values.GetValueOrDefault(part);

    public static NameParts Of(params IEnumerable<(NamePart Part, string? Value)> parts) => new(parts
        .Where(part => !string.IsNullOrWhiteSpace(part.Value))
        .ToFrozenDictionary(part => part.Part, part => part.Value!));
}
