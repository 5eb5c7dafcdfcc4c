using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>Who may not invite any more leaves no links behind that let somebody in.</summary>
internal sealed class RevokeInvitationsWhenInviterLeaves(IClientChatsDb db, IViewerContext current, TimeProvider time) : IReaction<MemberStandingChanged>
{
    public async Task React(MemberStandingChanged happened, CancellationToken ct)
    {
        if (happened.IsActive && happened.To is Role.Owner or Role.Admin) return;

        var pending = await db.Invitations
            .Where(i => i.OrganizationId == happened.OrganizationId && i.InvitedBy == happened.MemberId && i.Status == InvitationStatus.Pending).ToListAsync(ct);
        foreach (var invitation in pending) invitation.Revoke(current.Viewer, time.GetUtcNow());
    }
}
