using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ClientChats.Api.Http;

/// <summary>One of the values of an enumeration in a query, written as in JSON: in camelCase.</summary>
internal readonly record struct Choice<T>(T Value) : IParsable<Choice<T>> where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static Choice<T> Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var choice) ? choice : throw new FormatException("There is no such value.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Choice<T> result)
    {
        var known = Values.TryGetValue(s ?? "", out var value);
        result = new Choice<T>(value);
        return known;
    }
}
