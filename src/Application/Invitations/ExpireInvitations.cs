using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>Records of the invitations whose time is over that they have expired, some hundreds at once, and answers how many it were.</summary>
public sealed record ExpireInvitations : ICommand<int>, IForSystem
{
    public const int MostAtOnce = 200;

    internal sealed class Handler(IClientChatsDb db, IServedOrganization served, TimeProvider time) : ICommandHandler<ExpireInvitations, int>
    {
        public async Task<int> Handle(ExpireInvitations command, CancellationToken cancellationToken)
        {
            var organizationId = await served.GetAsync(cancellationToken);
            var now = time.GetUtcNow();
            var over = await db.Invitations
                .Where(i => i.OrganizationId == organizationId && i.Status == InvitationStatus.Pending && i.ExpiresAt <= now)
                .OrderBy(i => i.ExpiresAt)
                .Take(MostAtOnce)
                .ToListAsync(cancellationToken);
            foreach (var invitation in over) invitation.Expire(now);
            return over.Count;
        }
    }
}
