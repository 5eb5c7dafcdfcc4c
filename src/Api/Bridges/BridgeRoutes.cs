using ClientChats.Api.Http;
using ClientChats.Application.Bridges;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using MediatR;

namespace ClientChats.Api.Bridges;

internal static class BridgeRoutes
{
    public static void MapBridges(this IEndpointRouteBuilder api)
    {
        var bridges = api.MapGroup("/bridges").WithTags("Bridges");
        bridges.MapGet("", async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListBridges(), ct))).WithSummary("Lists the connected messengers.").Scope(Scopes.WriteBridges);
        bridges.MapPost("", async (NewBridge body, IMediator mediator, CancellationToken ct) =>
        {
            var bridge = await mediator.Send(new ConnectBridge(body.Kind, body.Name), ct);
            return TypedResults.Created($"/api/v1/bridges/{bridge.Id}", bridge);
        }).WithSummary("Connects a messenger; its key and secret are shown once.").Idempotent().Scope(Scopes.WriteBridges);
        bridges.MapPatch("/{id}", async (PathId id, BridgePatch body, IMediator mediator, CancellationToken ct) =>
        {
            body.RefuseUnknownFields();
            return TypedResults.Ok(await mediator.Send(new ChangeBridge(id, body.Name, body.Enabled), ct));
        }).WithSummary("Renames a bridge, or switches it off and on.").Scope(Scopes.WriteBridges);
        bridges.MapDelete("/{id}", async (PathId id, IMediator mediator, CancellationToken ct) =>
        {
            await mediator.Send(new DeleteBridge(id), ct);
            return TypedResults.NoContent();
        }).WithSummary("Disconnects a messenger; its conversations stay.").Scope(Scopes.WriteBridges);
        bridges.MapGet("/{id}/outgoing", async (PathId id, long? after, int? limit, HttpRequest request, IMediator mediator, CancellationToken ct) =>
            TypedResults.Ok(await mediator.Send(new ListOutgoing(id, BearerOf(request), after ?? 0, limit ?? 50), ct))).WithSummary("Lists what the development bridge would have sent; read with the bridge's own secret.").AllowAnonymous().AnyToken();

        api.MapPost("/hooks/{connector}/{key}", async (string connector, string key, HttpRequest request, IMediator mediator, CancellationToken ct) =>
        {
            var hook = await DevelopmentHook.ReadAsync(request, ct);
            await mediator.Send(new ReceiveBridgeEvent(connector, key, hook.IsSigned, hook.Event), ct);
            return TypedResults.Ok();
        }).WithSummary("Takes an event from a messenger, signed with the bridge's secret.").AllowAnonymous().Refuses(401, 409, 413, 429).WithoutAntiforgery().AnyToken().WithTags("Bridges").Accepts<DevelopmentEvent>("application/json");
    }

    private static string? BearerOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    /// <summary>A messenger to be connected.</summary>
    /// <param name="Kind">The kind of bridge, such as <c>development</c>.</param>
    /// <param name="Name">1 to 100 characters.</param>
    internal sealed record NewBridge(string Kind, string Name);

    /// <summary>What changes of a bridge.</summary>
    internal sealed record BridgePatch : MergePatch
    {
        /// <summary>1 to 100 characters.</summary>

        /// <summary>The name.</summary>
        public Given<string> Name { get; init; }

        /// <summary>While it is off, its calls are turned away and nothing leaves by it.</summary>
        public Given<bool> Enabled { get; init; }
    }
}
