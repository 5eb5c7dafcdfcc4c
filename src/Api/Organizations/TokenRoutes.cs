using ClientChats.Api.Http;
using ClientChats.Application.Organizations;
using MediatR;

namespace ClientChats.Api.Organizations;

internal static class TokenRoutes
{
    public static void MapTokens(this IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens");

        tokens.MapPost("", async (CreateToken body, IMediator mediator, CancellationToken ct) =>
            TypedResults.Created((string?)null, await mediator.Send(body, ct))).WithSummary("Makes a token for a program; its secret is shown once.").Idempotent();

        tokens.MapGet("", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListTokens(), ct))).WithSummary("Lists one's own tokens.");

        tokens.MapDelete("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteToken(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Takes a token back.");
    }
}
