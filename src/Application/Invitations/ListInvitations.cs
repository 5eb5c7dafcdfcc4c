using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>Administrators see the invitations, the newest first, with the status that each has at this moment.</summary>
public sealed record ListInvitations(InvitationStatus? Status, string? Cursor, int Limit) : IQuery<Page<InvitationView>>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<ListInvitations>
    {
        public Validator() => RuleFor(x => x.Limit).PageLimit();
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, TimeProvider time) : IQueryHandler<ListInvitations, Page<InvitationView>>
    {
        public async Task<Page<InvitationView>> Handle(ListInvitations query, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var invitations = db.Invitations.AsNoTracking().Where(i => i.OrganizationId == current.Viewer.OrganizationId);
            invitations = query.Status switch
            {
                null => invitations,
                InvitationStatus.Pending => invitations.Where(i => i.Status == InvitationStatus.Pending && i.ExpiresAt > now),
                InvitationStatus.Expired => invitations.Where(i => i.Status == InvitationStatus.Expired || i.Status == InvitationStatus.Pending && i.ExpiresAt <= now),
                var status => invitations.Where(i => i.Status == status),
            };
            if (Kernel.Cursor.ReadId(query.Cursor) is { } place) invitations = invitations.Where(i => i.Id.CompareTo(place) < 0);

            var page = await invitations.OrderByDescending(i => i.Id).Take(query.Limit + 1).ToListAsync(cancellationToken);
            return new Page<InvitationView>(
                await db.ViewAsync([.. page.Take(query.Limit)], now, cancellationToken),
                page.Count > query.Limit ? Kernel.Cursor.Of(page[query.Limit - 1].Id.ToString()) : null);
        }
    }
}
