using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientChats.Tests;

/// <summary>A place in a JSON document, which may hold nothing.</summary>
public readonly record struct Json(JsonElement? Element)
{
    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public Json this[string field] => Element is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(field, out var value) ? new Json(value) : default;

    public Json this[int index] => Element is { ValueKind: JsonValueKind.Array } there && index < there.GetArrayLength() ? new Json(there[index]) : default;

    /// <summary>It is there, be it as null.</summary>
    public bool Exists => Element is not null;

    public bool IsNull => Element is { ValueKind: JsonValueKind.Null };

    public string Text => Here.GetString()!;

    public Guid Id => Here.GetGuid();

    public long Number => Here.GetInt64();

    public bool IsTrue => Here.GetBoolean();

    public DateTimeOffset Time => Here.GetDateTimeOffset();

    public IReadOnlyList<Json> Items => [.. Here.EnumerateArray().Select(item => new Json(item))];

    public IReadOnlyList<string> Texts => [.. Here.EnumerateArray().Select(item => item.GetString()!)];

    public IReadOnlyList<string> Fields => [.. Here.EnumerateObject().Select(property => property.Name)];

    public static Json Parse(string text) => new(JsonDocument.Parse(text).RootElement.Clone());

    public override string ToString() => Element?.ToString() ?? "(nothing)";

    private JsonElement Here => Element ?? throw new ShouldAssertException("There is nothing at this place of the answer.");
}
