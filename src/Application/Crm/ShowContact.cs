using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>One contact that the viewer may know.</summary>
public sealed record ShowContact(string ExternalId) : IQuery<ContactView>, IForMembers
{
    internal sealed class Handler(IViewerContext current, ContactReader reader) : IQueryHandler<ShowContact, ContactView>
    {
        public async Task<ContactView> Handle(ShowContact query, CancellationToken cancellationToken)
        {
            var contact = await reader.KnownTo(current.Viewer).Where(c => c.ExternalId == query.ExternalId).Include(c => c.Keys).Include(c => c.Deals).AsNoTracking().SingleOrDefaultAsync(cancellationToken)
                ?? throw new RefusedException(CrmRefusals.ContactNotFound);
            return await reader.ReadAsync(contact, cancellationToken);
        }
    }
}
