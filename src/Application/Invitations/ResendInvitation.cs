using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>An administrator sends a new link; the old one does not work any more.</summary>
public sealed record ResendInvitation(Guid InvitationId) : ICommand<InvitationView>, IForAdministrators
{
    internal sealed class Handler(IClientChatsDb db, InvitationAccess access, IViewerContext current, TimeProvider time) : ICommandHandler<ResendInvitation, InvitationView>
    {
        public async Task<InvitationView> Handle(ResendInvitation command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var invitation = await access.FindAsync(command.InvitationId, cancellationToken);
            await access.RefuseTakenAsync(invitation.OrganizationId, invitation.EmailKey, except: invitation.Id, cancellationToken);
            invitation.Resend(current.Viewer, await access.LifetimeAsync(invitation.OrganizationId, cancellationToken), now);

            foreach (var link in await LinksOf(invitation).Where(l => l.ReplacedAt == null).ToListAsync(cancellationToken)) link.Replace(now);
            access.SendLink(invitation);
            return await db.ViewAsync(invitation, now, cancellationToken);
        }

        private IQueryable<InvitationLink> LinksOf(Invitation invitation) =>
            db.InvitationLinks.Where(l => l.OrganizationId == invitation.OrganizationId && l.InvitationId == invitation.Id);
    }
}
