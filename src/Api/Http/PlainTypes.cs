using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ClientChats.Application.Kernel;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClientChats.Api.Http;

/// <summary>Describes the types that our own converters read and write, and which fields may be absent.</summary>
internal sealed class PlainTypes : IOpenApiSchemaTransformer
{
    /// <summary>Such a type has no name in the document: it stands for the value that it holds.</summary>
    public static bool IsWrittenInPlace(Type type) => type == typeof(PathId) || IsOneOf(type) || IsGiven(type) || Nullable.GetUnderlyingType(type) is { } held && IsWrittenInPlace(held);

    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = TypeOf(context);
        if (type == typeof(string)) schema.Type = JsonSchemaType.String | OrNull(context);
        else if (type == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String | OrNull(context), "date-time");
        else if (type == typeof(PathId)) (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
        else if (IsOneOf(type)) WriteNames(schema, type.GetGenericArguments()[0]);
        else if (type.IsEnum) schema.Type = JsonSchemaType.String | ((schema.Type ?? 0) & JsonSchemaType.Null);
        else if (typeof(IEnumerable<string>).IsAssignableFrom(type)) schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        else if (IsGiven(type)) await WriteGivenAsync(schema, type.GetGenericArguments()[0], context, cancellationToken);
        else WriteFields(schema, context);
    }

    /// <summary>A parameter that is parsed from text is described to us as a text, so its own type is asked for.</summary>
    private static Type TypeOf(OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(string) && context is { JsonPropertyInfo: null, ParameterDescription: { Source.Id: not "Body", ParameterDescriptor.ParameterType: { } parsed } }) type = parsed;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static bool IsOneOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OneOf<>);

    private static bool IsGiven(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Given<>);

    private static void WriteNames(OpenApiSchema schema, Type names)
    {
        schema.Properties = null;
        schema.Type = JsonSchemaType.String;
        schema.Enum = [.. Enum.GetNames(names).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))];
    }

    private static async Task WriteGivenAsync(OpenApiSchema schema, Type given, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var value = Nullable.GetUnderlyingType(given) ?? given;
        if (value.IsEnum)
        {
            WriteNames(schema, value);
        }
        else
        {
            var plain = await context.GetOrCreateSchemaAsync(value, null, ct);
            (schema.Type, schema.Format, schema.Items, schema.Properties) = (plain.Type, plain.Format, plain.Items, plain.Properties);
        }

        schema.Type |= JsonSchemaType.Null;
        schema.Enum?.Add(JsonNullSentinel.JsonNull);
    }

    /// <summary>What may be null is left out of answers, and may be left out of requests; of a merge patch everything may.</summary>
    private static void WriteFields(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (schema.Properties is not { Count: > 0 }) return;
        var isPatch = typeof(MergePatch).IsAssignableFrom(context.JsonTypeInfo.Type);
        if (isPatch) schema.AdditionalPropertiesAllowed = false;
        var needed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in context.JsonTypeInfo.Properties.Where(property => schema.Properties.ContainsKey(property.Name)))
        {
            if (!MayBeNull(property) && !isPatch) needed.Add(property.Name);
        }

        schema.Required = needed;
    }

    private static bool MayBeNull(JsonPropertyInfo property) => property.IsGetNullable || property.IsSetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static JsonSchemaType OrNull(OpenApiSchemaTransformerContext context) => context.JsonPropertyInfo is { } property && MayBeNull(property) ? JsonSchemaType.Null : 0;
}
