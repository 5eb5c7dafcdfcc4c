using ClientChats.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>The patterns that names of client chats follow here.</summary>
public sealed record ListConventions : IQuery<ConventionsView>, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ConventionStore store) : IQueryHandler<ListConventions, ConventionsView>
    {
        public async Task<ConventionsView> Handle(ListConventions query, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            var version = await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.Version).SingleAsync(cancellationToken);
            return ConventionsView.Of(await store.ReadAsync(organizationId, cancellationToken), version);
        }
    }
}
