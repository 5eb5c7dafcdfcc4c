using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>Takes a bridge down; its chats stay, and nothing comes or goes by it any more.</summary>
public sealed record DeleteBridge(Guid Id) : ICommand, IForAdministrators
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, TimeProvider time) : ICommandHandler<DeleteBridge>
    {
        public async Task Handle(DeleteBridge command, CancellationToken ct)
        {
            var organizationId = current.Viewer.OrganizationId;
            var bridge = await db.Bridges.SingleOrDefaultAsync(b => b.OrganizationId == organizationId && b.Id == command.Id && b.DeletedAt == null, ct)
                ?? throw new RefusedException(BridgeRefusals.NotFound);
            bridge.Delete(time.GetUtcNow());
        }
    }
}
