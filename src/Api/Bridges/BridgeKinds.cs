using ClientChats.Application.Bridges;
using ClientChats.Domain.Bridges;
using Microsoft.Extensions.Options;

namespace ClientChats.Api.Bridges;

/// <summary>The development bridge is offered in Development, or where it is switched on.</summary>
internal sealed class BridgeKinds(IHostEnvironment environment, IOptions<ClientChatsOptions> options) : IBridgeKinds
{
    public bool Offers(string kind) => kind == Bridge.Development && (environment.IsDevelopment() || options.Value.DevelopmentBridge);
}
