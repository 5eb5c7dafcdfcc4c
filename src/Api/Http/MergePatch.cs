using System.Text.Json;
using System.Text.Json.Serialization;
using ClientChats.Domain.Kernel;

namespace ClientChats.Api.Http;

/// <summary>The body of a PATCH (RFC 7396): an absent field leaves things as they are, null clears, an unknown field is refused.</summary>
internal abstract record MergePatch
{
    private static readonly Refusal Unknown = Refusal.Invalid("request.unknownField", "There is no such field.", "Такого поля нет.");

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; init; }

    public void RefuseUnknown()
    {
        if (Others?.Keys.FirstOrDefault() is { } field) throw new RefusedException(Unknown) { Field = field };
    }
}
