using System.Diagnostics.CodeAnalysis;

namespace ClientChats.Api.Http;

/// <summary>An id in a path. A text that is no id names nothing, so it is answered like an id of nothing.</summary>
internal readonly record struct PathId(Guid Value) : IParsable<PathId>
{
    public static implicit operator Guid(PathId id) => id.Value;

    public static PathId Parse(string s, IFormatProvider? provider) => new(Guid.TryParse(s, out var id) ? id : Guid.Empty);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PathId result)
    {
        result = Parse(s ?? "", provider);
        return true;
    }
}
