using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ClientChats.Api.Http;

/// <summary>Makes the OpenAPI document say what the API does: types as they are read and written, every refusal, who may call.</summary>
internal static class ApiDocument
{
    public const string Problem = "Problem";
    public const string Cookie = "session";
    public const string Token = "token";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.CreateSchemaReferenceId = type => PlainTypes.IsWrittenInPlace(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddSchemaTransformer(new PlainTypes());
        options.AddOperationTransformer(new RefusalsOfRoutes());
        options.AddDocumentTransformer(static async (document, context, ct) =>
        {
            document.Info = new OpenApiInfo { Title = "ClientChats", Version = "v1" };
            document.Servers = [];
            document.AddComponent(Problem, await context.GetOrCreateSchemaAsync(typeof(ProblemAnswer), null, ct));
            document.AddComponent(Cookie, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "__Host-clientchats",
                Description = "The cookie of a session, `clientchats` over plain HTTP. Writes need the antiforgery header as well.",
            });
            document.AddComponent(Token, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token; it has its owner's rights and the scopes that it was given.",
            });
        });
    });

    /// <summary>Names the refusals of a route that do not follow from its kind.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder route, params int[] statuses) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new RefusedStatuses(statuses));
}

/// <summary>Statuses with which a route refuses, beside those of every route of its kind.</summary>
internal sealed record RefusedStatuses(IReadOnlyList<int> Statuses);

/// <summary>Why a request was refused (RFC 9457).</summary>
/// <param name="Type">A name of the kind of problem: <c>urn:clientchats:</c> and the code.</param>
/// <param name="Title">A sentence for people, in the language of <c>Accept-Language</c>.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">The stable code for programs, <c>module.reason</c>.</param>
/// <param name="Errors">With 422: what is wrong with which field.</param>
internal sealed record ProblemAnswer(string Type, string Title, int Status, string Code, IReadOnlyDictionary<string, IReadOnlyList<FieldProblem>>? Errors);

/// <summary>What is wrong with a field.</summary>
/// <param name="Code">The stable code for programs.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record FieldProblem(string Code, string Message);
