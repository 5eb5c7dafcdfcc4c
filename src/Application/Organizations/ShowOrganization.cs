using ClientChats.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>Employees see the settings of their organization.</summary>
public sealed record ShowOrganization : IQuery<OrganizationView>, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current) : IQueryHandler<ShowOrganization, OrganizationView>
    {
        public async Task<OrganizationView> Handle(ShowOrganization query, CancellationToken cancellationToken) =>
            OrganizationView.Of(await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == current.Viewer.OrganizationId, cancellationToken));
    }
}
