using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>What an undone handover gave back.</summary>
/// <param name="Contacts">How many contacts were restored.</param>
/// <param name="Conversations">How many conversations it concerned.</param>
public sealed record UndoneHandover(int Contacts, int Conversations);

/// <summary>Whoever handed clients over takes it back, for a minute, while nothing has changed since.</summary>
public sealed record UndoHandover(Guid Id) : ICommand<UndoneHandover>, IChangesVisibility, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ResponsibilityChange change, TimeProvider time) : ICommandHandler<UndoHandover, UndoneHandover>
    {
        public async Task<UndoneHandover> Handle(UndoHandover command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var handover = await db.Handovers.SingleOrDefaultAsync(h => h.OrganizationId == viewer.OrganizationId && h.Id == command.Id, cancellationToken)
                ?? throw new RefusedException(CrmRefusals.HandoverNotFound);
            var now = time.GetUtcNow();
            handover.Undo(viewer, now);

            var before = handover.Before.ToDictionary(b => b.ExternalId, StringComparer.Ordinal);
            var contacts = await db.Contacts.Where(c => c.OrganizationId == viewer.OrganizationId && before.Keys.Contains(c.ExternalId)).Include(c => c.Keys).Include(c => c.Deals).ToListAsync(cancellationToken);
            Refuse.If(contacts.Any(c => c.IsDeleted || c.UpdatedAt != handover.At || c.ResponsibleMemberId != handover.ToMemberId), CrmRefusals.UndoChanged);

            var (_, conversations) = await change.MakeAsync(contacts, "handoverUndone", () => contacts.ForEach(c => c.Restore(before[c.ExternalId], now)), cancellationToken);
            return new UndoneHandover(contacts.Count, conversations.Count);
        }
    }
}
