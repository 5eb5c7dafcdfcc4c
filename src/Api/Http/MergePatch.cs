using System.Text.Json;
using System.Text.Json.Serialization;
using ClientChats.Domain.Kernel;

namespace ClientChats.Api.Http;

/// <summary>The body of a PATCH (RFC 7396). A field that we do not know is refused, so that a misspelt one is not taken for done.</summary>
internal abstract record MergePatch
{
    private static readonly Refusal UnknownField = Refusal.Invalid("validation.unknownField", "There is no such field.", "Такого поля нет.");

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }

    public void RefuseUnknownFields()
    {
        if (Others?.Keys.FirstOrDefault() is { } field) throw new RefusedException(UnknownField) { Field = field };
    }
}
