using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Kernel;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace ClientChats.Api.Live;

/// <summary>The one live connection of a browser or a program. It subscribes to nothing: whoever sees a conversation is told of it.</summary>
internal sealed class LiveHub(LiveConnections connections, LiveDispatcher dispatcher, LivePresence presence, IMediator mediator, ISignIns signIns, TimeProvider time) : Hub
{
    public override async Task OnConnectedAsync()
    {
        // A sign-in that ended while the connection was being made would otherwise keep it.
        if (connections.Find(Context.ConnectionId) is not { } connection || !await IsStillGoodAsync(connection)) Context.Abort();
        await base.OnConnectedAsync();
        Look();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        await base.OnDisconnectedAsync(exception);
        if (Viewer is { } viewer) _ = presence.LookLaterAsync(viewer.OrganizationId, viewer.MemberId);
    }

    /// <summary>Who sees a conversation only by a duty hears of it from now on, on this connection.</summary>
    [HubMethodName("open")]
    public async Task OpenAsync(Guid conversationId)
    {
        await mediator.Send(new CheckSight(conversationId), Context.ConnectionAborted);
        connections.Find(Context.ConnectionId)?.Open(conversationId);
    }

    [HubMethodName("close")]
    public void Close(Guid conversationId) => connections.Find(Context.ConnectionId)?.Close(conversationId);

    /// <summary>Tells those who see a conversation that somebody writes there.</summary>
    [HubMethodName("typing")]
    public async Task TypingAsync(Guid conversationId)
    {
        if (connections.Find(Context.ConnectionId) is not { } connection || !connection.MayTellOfTyping(time)) return;
        if (await mediator.Send(new BeginTyping(conversationId), Context.ConnectionAborted) is { } author) dispatcher.Tell(connection.Viewer.OrganizationId, conversationId, author);
    }

    /// <summary>The window is open, but nobody looks at it.</summary>
    [HubMethodName("away")]
    public void Away() => SetAway(true);

    [HubMethodName("back")]
    public void Back() => SetAway(false);

    private void SetAway(bool isAway)
    {
        if (connections.Find(Context.ConnectionId) is not { } connection) return;
        connection.IsAway = isAway;
        Look();
    }

    private void Look()
    {
        if (Viewer is { } viewer) presence.Look(viewer.OrganizationId, viewer.MemberId);
    }

    private Viewer? Viewer => connections.Find(Context.ConnectionId)?.Viewer;

    private async Task<bool> IsStillGoodAsync(LiveConnection connection)
    {
        var http = Context.GetHttpContext()!;
        string? authorization = http.Request.Headers.Authorization;
        var now = authorization is null
            ? await signIns.FindSessionAsync(http.Request.Cookies[Authentication.SessionCookie.NameFor(http.Request)], Context.ConnectionAborted)
            : await signIns.FindTokenAsync(authorization["Bearer ".Length..].Trim(), Context.ConnectionAborted);
        return now?.Id == connection.SignIn.Id && now.Viewer == connection.Viewer;
    }
}
