using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Kernel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;

namespace ClientChats.Api.Http;

/// <summary>The scope that a token needs for a route; without one a route is closed to tokens.</summary>
internal sealed record ScopeRule(string? Scope);

/// <summary>A write that creates, and may be repeated under an idempotency key.</summary>
internal sealed record IdempotentRule;

/// <summary>A write that asks for no antiforgery token, since its caller proves himself otherwise.</summary>
internal sealed record NoAntiforgeryRule;

/// <summary>A route that pages of others cannot reach, by whatever method.</summary>
internal sealed record OwnPagesRule;

internal static partial class EndpointRules
{
    public const string AntiforgeryHeader = "X-Antiforgery";

    private static readonly Refusal KeyInvalid = Refusal.Invalid("request.idempotencyKeyInvalid", "An idempotency key has 1 to 255 visible ASCII characters.", "Ключ идемпотентности – от 1 до 255 видимых знаков ASCII.");
    private static readonly Refusal Antiforgery = Refusal.Invalid("request.antiforgery", "The page is out of date. Reload it.", "Страница устарела. Обновите её.");

    /// <summary>Opens the route to tokens with this scope.</summary>
    public static TBuilder Scope<TBuilder>(this TBuilder route, string scope) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new ScopeRule(scope));

    /// <summary>Opens the route to every token.</summary>
    public static RouteHandlerBuilder AnyToken(this RouteHandlerBuilder route) => route.WithMetadata(new ScopeRule(null));

    public static RouteHandlerBuilder Idempotent(this RouteHandlerBuilder route) => route.WithMetadata(new IdempotentRule());

    public static TBuilder WithoutAntiforgery<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new NoAntiforgeryRule());

    /// <summary>Closes the route to pages of others: a browser sends its cookies along with a web socket from anywhere.</summary>
    public static TBuilder OwnPagesOnly<TBuilder>(this TBuilder route) where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new OwnPagesRule());

    /// <summary>Refuses a token without a scope that only some requests of a route need.</summary>
    public static void NeedScope(this HttpContext context, string scope) =>
        Refuse.If(context.Features.Get<SignIn>()?.Scopes is { } scopes && !scopes.Contains(scope), SessionRefusals.ScopeMissing);

    /// <summary>Holds the rules of a route before its handler runs: token scope, antiforgery, idempotency key.</summary>
    public static async Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata is not { } rules || rules.GetMetadata<IRouteDiagnosticsMetadata>() is null)
        {
            await next(context);
            return;
        }

        var signIn = context.Features.Get<SignIn>();
        if (signIn?.Scopes is { } scopes && !(rules.GetMetadata<ScopeRule>() is { } rule && (rule.Scope is null || scopes.Contains(rule.Scope))))
        {
            await Problems.WriteAsync(context, StatusCodes.Status403Forbidden, SessionRefusals.ScopeMissing);
            return;
        }

        var isForeign = rules.GetMetadata<OwnPagesRule>() is not null && IsForeign(context.Request);
        if (isForeign || NeedsAntiforgery(context, rules) && !await HasAntiforgeryAsync(context))
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, Antiforgery);
            return;
        }

        if (rules.GetMetadata<IdempotentRule>() is not null && signIn is not null) await TakeKeyAsync(context, signIn.Viewer);
        await next(context);
    }

    private static bool NeedsAntiforgery(HttpContext context, EndpointMetadataCollection rules) =>
        !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method)
        && !context.Request.Headers.ContainsKey("Authorization") && rules.GetMetadata<NoAntiforgeryRule>() is null;

    private static async Task<bool> HasAntiforgeryAsync(HttpContext context)
    {
        // Without the header the token would be looked for in a form, and a whole file would be read for it.
        return !IsForeign(context.Request) && context.Request.Headers.ContainsKey(AntiforgeryHeader) && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
    }

    private static bool IsForeign(HttpRequest request) => (string?)request.Headers.Origin is { } origin && !IsOwn(request, origin);

    /// <summary>Whether a page of ours is asking.</summary>
    public static bool IsOwn(HttpRequest request, string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        && string.Equals(from.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase);

    private static async Task TakeKeyAsync(HttpContext context, Viewer viewer)
    {
        if (!context.Request.Headers.TryGetValue("Idempotency-Key", out var values)) return;
        var key = values.ToString();
        if (!VisibleAscii().IsMatch(key)) throw new RefusedException(KeyInvalid) { Field = "idempotencyKey" };

        context.Request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(context.Request.Body, context.RequestAborted);
        context.Request.Body.Position = 0;
        context.RequestServices.GetRequiredService<IIdempotency>().Key = new IdempotencyKey(viewer.MemberId, $"{context.Request.Method} {context.Request.Path}", key, hash);
    }

    [GeneratedRegex("^[\\x21-\\x7e]{1,255}$")]
    private static partial Regex VisibleAscii();
}
