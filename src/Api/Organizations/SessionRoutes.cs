using ClientChats.Api.Authentication;
using ClientChats.Api.Http;
using ClientChats.Application.Organizations;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;

namespace ClientChats.Api.Organizations;

internal static class SessionRoutes
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapGet("/setup", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowSetup(), ct))).AnyToken().WithTags("Setup");

        api.MapPost("/setup", async (SetUp body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Created((string?)null, signedIn.Me);
        }).WithTags("Setup");

        api.MapPost("/session", async (SignInWithPassword body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Ok(signedIn.Me);
        }).WithTags("Sessions");

        api.MapDelete("/session", async (IMediator mediator, HttpContext http) =>
        {
            await mediator.Send(new SignOut(), http.RequestAborted);
            SessionCookie.Clear(http);
            return TypedResults.NoContent();
        }).WithTags("Sessions");

        api.MapGet("/session/antiforgery", (IAntiforgery antiforgery, HttpContext http) =>
        {
            var tokens = antiforgery.GetAndStoreTokens(http);
            return TypedResults.Ok(new AntiforgeryToken(tokens.HeaderName!, tokens.RequestToken!));
        }).WithTags("Sessions");

        api.MapGet("/sessions", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSessions(), ct))).WithTags("Sessions");

        api.MapDelete("/sessions/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new EndSession(id), ct);
            return TypedResults.NoContent();
        }).WithTags("Sessions");

        api.MapPost("/password-resets", async (AskForPasswordReset body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(body, ct);
            return TypedResults.Accepted((string?)null);
        }).WithTags("Sessions");

        api.MapPost("/password-resets/accept", async (ResetPassword body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(body, ct);
            return TypedResults.NoContent();
        }).WithTags("Sessions");
    }

    /// <summary>The header that every write of a browser must carry, and its value.</summary>
    internal sealed record AntiforgeryToken(string HeaderName, string Token);
}
