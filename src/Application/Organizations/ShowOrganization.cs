using AutoMapper;
using AutoMapper.QueryableExtensions;
using ClientChats.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>Employees see the settings of their organization.</summary>
public sealed record ShowOrganization : IQuery<OrganizationView>, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, IMapper mapper) : IQueryHandler<ShowOrganization, OrganizationView>
    {
        public Task<OrganizationView> Handle(ShowOrganization query, CancellationToken cancellationToken) =>
            db.Organizations.Where(o => o.Id == current.Viewer.OrganizationId).ProjectTo<OrganizationView>(mapper.ConfigurationProvider).SingleAsync(cancellationToken);
    }
}
