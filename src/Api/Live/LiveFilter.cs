using ClientChats.Api.Authentication;
using ClientChats.Domain.Kernel;
using Microsoft.AspNetCore.SignalR;

namespace ClientChats.Api.Live;

/// <summary>Lets a call on a live connection act for its member, and answers a refusal by its code.</summary>
internal sealed class LiveFilter : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var connections = invocationContext.ServiceProvider.GetRequiredService<LiveConnections>();
        if (connections.Find(invocationContext.Context.ConnectionId) is not { } connection) throw new HubException("session.signedOut");

        invocationContext.ServiceProvider.GetRequiredService<ViewerContext>().ActFor(connection.SignIn);
        try
        {
            return await next(invocationContext);
        }
        catch (RefusedException refused)
        {
            throw new HubException(refused.Refusal.Code);
        }
    }
}
