using ClientChats.Application.Conversations;
using ClientChats.Application.Organizations;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace ClientChats.Api.Live;

/// <summary>The one live connection of a browser or a program. It subscribes to nothing: whoever sees a conversation is told of it.</summary>
internal sealed class LiveHub(LiveConnections connections, IMediator mediator, ISignIns signIns) : Hub
{
    public override async Task OnConnectedAsync()
    {
        // A sign-in that ended while the connection was being made would otherwise keep it.
        if (connections.Find(Context.ConnectionId) is not { } connection || !await IsStillGoodAsync(connection)) Context.Abort();
        await base.OnConnectedAsync();
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
