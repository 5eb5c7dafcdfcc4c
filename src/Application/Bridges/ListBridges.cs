using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>A connection to a messenger. The path holds the key; the secret is not shown again.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">The kind of messenger.</param>
/// <param name="Name">1 to 100 characters.</param>
/// <param name="Enabled">Whether it is switched on.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="WebhookPath">Where the messenger calls us.</param>
public sealed record BridgeView(Guid Id, string Kind, string Name, bool Enabled, DateTimeOffset CreatedAt, string? WebhookPath)
{
    public static BridgeView Of(Bridge bridge, ISecrets secrets) => new(
        bridge.Id, bridge.Kind, bridge.Name, bridge.IsEnabled, bridge.CreatedAt, secrets.Unprotect(bridge.KeyProtected) is { } key ? PathOf(bridge.Kind, key) : null);

    public static string PathOf(string kind, string key) => $"/api/v1/hooks/{kind}/{key}";
}

/// <summary>The bridges of the organization.</summary>
public sealed record ListBridges : IQuery<Page<BridgeView>>, IForAdministrators
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ISecrets secrets) : IQueryHandler<ListBridges, Page<BridgeView>>
    {
        public async Task<Page<BridgeView>> Handle(ListBridges query, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            var bridges = await db.Bridges.AsNoTracking().Where(b => b.OrganizationId == organizationId && b.DeletedAt == null).OrderBy(b => b.CreatedAt).ThenBy(b => b.Id).ToListAsync(cancellationToken);
            return new Page<BridgeView>([.. bridges.Select(b => BridgeView.Of(b, secrets))], null);
        }
    }
}
