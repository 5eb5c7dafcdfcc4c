using System.Security.Claims;
using System.Text.Encodings.Web;
using ClientChats.Api.Http;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ClientChats.Api.Authentication;

/// <summary>Signs a request in by its bearer token or, without one, by the session cookie.</summary>
internal sealed class SignInAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ISignIns signIns)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ClientChats";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        string? authorization = Request.Headers.Authorization;
        var signIn = authorization is null
            ? await signIns.FindSessionAsync(Request.Cookies[SessionCookie.NameFor(Request)], Context.RequestAborted)
            : authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? await signIns.FindTokenAsync(authorization[Bearer.Length..].Trim(), Context.RequestAborted) : null;
        if (signIn is null) return AuthenticateResult.NoResult();

        Context.Features.Set(signIn);

        // The antiforgery token is bound to "sub"; the sign-in's id makes it die with the sign-in.
        var identity = new ClaimsIdentity([new Claim("sub", signIn.Id.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, SessionRefusals.SignedOut);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, SessionRefusals.ScopeMissing);
}
