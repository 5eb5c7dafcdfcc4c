using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>The CRM has deleted a contact; his conversations are explained by him no longer.</summary>
public sealed record DeleteContact(string ExternalId) : ICommand, IChangesVisibility, IForAdministrators
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ResponsibilityChange change, TimeProvider time) : ICommandHandler<DeleteContact>
    {
        public async Task Handle(DeleteContact command, CancellationToken ct)
        {
            var organizationId = current.Viewer.OrganizationId;
            var contact = await db.Contacts.Include(c => c.Keys).Include(c => c.Deals)
                .SingleOrDefaultAsync(c => c.OrganizationId == organizationId && c.ExternalId == command.ExternalId && c.DeletedAt == null, ct)
                ?? throw new RefusedException(CrmRefusals.ContactNotFound);
            await change.MakeAsync([contact], "contactDeleted", () => contact.Delete(revision: null, time.GetUtcNow()), ct);
        }
    }
}
