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
        api.MapGet("/setup", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ShowSetup(), ct))).WithSummary("Says whether the installation waits for its first owner.").AllowAnonymous().AnyToken().WithTags("Setup");

        api.MapPost("/setup", async (SetUp body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Created((string?)null, signedIn.Me);
        }).WithSummary("Founds the organization and signs its owner in; once.").AllowAnonymous().Refuses(409).WithTags("Setup");

        api.MapPost("/session", async (SignInWithPassword body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Ok(signedIn.Me);
        }).WithSummary("Signs in and sets the session cookie.").AllowAnonymous().Refuses(401, 409, 429).WithTags("Sessions");

        api.MapDelete("/session", async (IMediator mediator, HttpContext http) =>
        {
            await mediator.Send(new SignOut(), http.RequestAborted);
            SessionCookie.Clear(http);
            return TypedResults.NoContent();
        }).WithSummary("Signs out.").AllowAnonymous().WithTags("Sessions");

        api.MapGet("/session/antiforgery", (IAntiforgery antiforgery, HttpContext http) =>
        {
            var tokens = antiforgery.GetAndStoreTokens(http);
            return TypedResults.Ok(new AntiforgeryToken(tokens.HeaderName!, tokens.RequestToken!));
        }).WithSummary("Hands out the header that every write of a browser carries.").AllowAnonymous().WithTags("Sessions");

        api.MapGet("/sessions", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSessions(), ct))).WithSummary("Lists where one is signed in.").WithTags("Sessions");

        api.MapDelete("/sessions/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new EndSession(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Ends one of one's own sign-ins.").WithTags("Sessions");

        api.MapPost("/password-resets", async (AskForPasswordReset body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(body, ct);
            return TypedResults.Accepted((string?)null);
        }).WithSummary("Asks for a link to choose a new password; the answer is the same for every address.").AllowAnonymous().Refuses(409).WithTags("Sessions");

        api.MapPost("/password-resets/accept", async (ResetPassword body, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(body, ct);
            return TypedResults.NoContent();
        }).WithSummary("Chooses a new password by the link from the mail.").AllowAnonymous().Refuses(404, 410, 429).WithTags("Sessions");
    }

    /// <summary>The header that every write of a browser must carry, and its value.</summary>
    /// <param name="HeaderName">The name of the header.</param>
    /// <param name="Token">Its value; it dies with the sign-in.</param>
    internal sealed record AntiforgeryToken(string HeaderName, string Token);
}
