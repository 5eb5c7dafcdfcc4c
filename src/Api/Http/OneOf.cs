using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ClientChats.Api.Http;

/// <summary>A value of an enumeration in a query, written in camelCase as everywhere.</summary>
internal readonly record struct OneOf<T>(T Value) : IParsable<OneOf<T>> where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static OneOf<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var value) ? value : throw new FormatException($"{s} is none of {typeof(T).Name}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OneOf<T> result)
    {
        var isKnown = ByName.TryGetValue(s ?? "", out var value);
        result = new OneOf<T>(value);
        return isKnown;
    }
}
