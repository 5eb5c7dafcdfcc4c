using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace ClientChats.Api.Http;

/// <summary>Adds to each operation how it refuses, which headers it reads, and who may call it.</summary>
internal sealed class RefusalsOfRoutes : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var route = context.Description;
        if (route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) != true) return Task.CompletedTask;

        var rules = route.ActionDescriptor.EndpointMetadata;
        var statuses = StatusesOf(route, rules).ToHashSet();
        foreach (var status in statuses.Order()) operation.Responses!.TryAdd(status.ToString(CultureInfo.InvariantCulture), Refusal(status, context.Document!));

        if (rules.OfType<IdempotentRule>().Any()) AddHeader(operation, "Idempotency-Key", "1 to 255 visible ASCII characters. The same key and body within 24 hours repeat the first answer.");
        if (statuses.Contains(StatusCodes.Status428PreconditionRequired)) AddHeader(operation, "If-Match", "The `ETag` of the document that was read, or `*`.", required: true);
        SayWhoMayCall(operation, rules, context.Document!);
        return Task.CompletedTask;
    }

    private static IEnumerable<int> StatusesOf(ApiDescription route, IList<object> rules)
    {
        var parameters = route.ParameterDescriptions;
        yield return StatusCodes.Status400BadRequest;
        yield return StatusCodes.Status503ServiceUnavailable;
        if (!rules.OfType<IAllowAnonymous>().Any()) yield return StatusCodes.Status401Unauthorized;
        if (!rules.OfType<ScopeRule>().Any(rule => rule.Scope is null)) yield return StatusCodes.Status403Forbidden;
        if (parameters.Any(parameter => parameter.Source.Id == "Path")) yield return StatusCodes.Status404NotFound;
        if (rules.OfType<IdempotentRule>().Any()) yield return StatusCodes.Status409Conflict;
        if (parameters.Any(parameter => parameter.Source.Id is "Query" or "Body")) yield return StatusCodes.Status422UnprocessableEntity;
        if (parameters.Any(parameter => parameter.Source.Id == "Body"))
        {
            yield return StatusCodes.Status413PayloadTooLarge;
            yield return StatusCodes.Status415UnsupportedMediaType;
        }

        foreach (var status in rules.OfType<RefusedStatuses>().SelectMany(named => named.Statuses)) yield return status;
    }

    private static OpenApiResponse Refusal(int status, OpenApiDocument document)
    {
        var refusal = new OpenApiResponse
        {
            Description = ReasonPhrases.GetReasonPhrase(status),
            Content = new Dictionary<string, OpenApiMediaType> { [Problems.ContentType] = new() { Schema = new OpenApiSchemaReference(ApiDocument.Problem, document) } },
        };
        if (status == StatusCodes.Status429TooManyRequests)
            refusal.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = new OpenApiHeader { Description = "Seconds to wait.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } } };
        return refusal;
    }

    private static void AddHeader(OpenApiOperation operation, string name, string description, bool required = false) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    });

    private static void SayWhoMayCall(OpenApiOperation operation, IList<object> rules, OpenApiDocument document)
    {
        var isOpen = rules.OfType<IAllowAnonymous>().Any();
        var scope = rules.OfType<ScopeRule>().LastOrDefault();
        if (!isOpen)
        {
            operation.Security = [Needing(ApiDocument.Cookie, document)];
            if (scope is not null) operation.Security.Add(Needing(ApiDocument.Token, document));
        }

        operation.Description ??= isOpen ? "Open to everybody." : scope switch
        {
            null => "Not open to tokens.",
            { Scope: null } => "Open to every token.",
            { Scope: var needed } => $"A token needs the scope `{needed}`.",
        };
    }

    private static OpenApiSecurityRequirement Needing(string scheme, OpenApiDocument document) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
