using ClientChats.Api.Http;
using ClientChats.Application.Naming;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Naming;

internal static class NamingRoutes
{
    public static void MapNaming(this IEndpointRouteBuilder api)
    {
        var naming = api.MapGroup("/naming").WithTags("Naming");
        naming.MapPost("/check", async (CheckName body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(body, ct))).WithSummary("Checks a chat's name as it is typed.").Refuses(403, 404).AnyToken();
        naming.MapPost("/compose", async (ComposeName body, IMediator mediator, CancellationToken ct) => TypedResults.Ok(new ComposedName(await mediator.Send(body, ct)))).WithSummary("Makes a chat's name from its parts.").Refuses(403, 404).AnyToken();
        naming.MapGet("/conventions", async (IMediator mediator, HttpContext http) =>
        {
            var conventions = await mediator.Send(new ListConventions(), http.RequestAborted);
            http.Tag(conventions.Version);
            return TypedResults.Ok(conventions);
        }).WithSummary("Shows the patterns that names follow.").Refuses(403).AnyToken();
        naming.MapPut("/conventions", async (ConventionsBody body, IMediator mediator, HttpContext http) =>
        {
            var conventions = await mediator.Send(new ChangeConventions(body.Items, http.ExpectedVersion()), http.RequestAborted);
            http.Tag(conventions.Version);
            return TypedResults.Ok(conventions);
        }).WithSummary("Replaces the patterns that names follow.").Refuses(412, 428);
        naming.MapGet("/dictionaries/{language}", async (string language, IMediator mediator, HttpContext http) =>
        {
            var dictionary = await mediator.Send(new ListWords(language), http.RequestAborted);
            http.Tag(dictionary.Version);
            return TypedResults.Ok(dictionary);
        }).WithSummary("Shows the words by which names are judged.").Refuses(403, 404).AnyToken();
        naming.MapPut("/dictionaries/{language}", async (string language, DictionaryBody body, IMediator mediator, HttpContext http) =>
        {
            var dictionary = await mediator.Send(new ReplaceWords(language, body.Items, http.ExpectedVersion()), http.RequestAborted);
            http.Tag(dictionary.Version);
            return TypedResults.Ok(dictionary);
        }).WithSummary("Replaces the words by which names are judged.").Refuses(403, 404, 412, 428);
        naming.MapGet("/report", async (string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ReportNames(cursor, limit ?? 50), ct))).WithSummary("Tells of the chats whose names are not as they should be.").Refuses(403).Scope(Scopes.ReadConversations);
        naming.MapPost("/fixes", async (FixNames body, IMediator mediator, CancellationToken ct) =>
        {
            var made = await mediator.Send(body, ct);
            return TypedResults.Created($"/api/v1/naming/fixes/{made.Id}", made);
        }).WithSummary("Gives many chats other names at once.").Refuses(403).Idempotent();
        naming.MapDelete("/fixes/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new UndoNameFixes(id), ct))).WithSummary("Gives chats back the names that they had before they were fixed at once.").Refuses(403, 404, 409);
    }

    /// <summary>A name made from parts.</summary>
    /// <param name="Name">The name made from the parts.</param>
    internal sealed record ComposedName(string Name);

    /// <summary>All words of a dictionary.</summary>
    /// <param name="Items">All words; what differs from those that come with the product is at most 5,000.</param>
    internal sealed record DictionaryBody(IReadOnlyList<DictionaryInput> Items);

    /// <summary>All conventions of the organization, 1 to 20.</summary>
    /// <param name="Items">All conventions, 1 to 20.</param>
    internal sealed record ConventionsBody(IReadOnlyList<ConventionInput> Items);
}
