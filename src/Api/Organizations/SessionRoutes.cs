using ClientChats.Api.Authentication;
using ClientChats.Application.Organizations;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;

namespace ClientChats.Api.Organizations;

internal static class SessionRoutes
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapPost("/setup", async (SetUp body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Created((string?)null, signedIn.Me);
        });

        api.MapPost("/session", async (SignInWithPassword body, IMediator mediator, HttpContext http) =>
        {
            var signedIn = await mediator.Send(body, http.RequestAborted);
            SessionCookie.Write(http, signedIn.Secret);
            return TypedResults.Ok(signedIn.Me);
        });

        api.MapGet("/session/antiforgery", (IAntiforgery antiforgery, HttpContext http) =>
        {
            var tokens = antiforgery.GetAndStoreTokens(http);
            return TypedResults.Ok(new AntiforgeryToken(tokens.HeaderName!, tokens.RequestToken!));
        });
    }

    /// <summary>The header that every write of a browser must carry, and its value.</summary>
    internal sealed record AntiforgeryToken(string HeaderName, string Token);
}
