using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>Records which invitations have ended by their time and tells administrators; answers how many.</summary>
public sealed record ExpireInvitations : ICommand<int>, IForSystem
{
    private const int MostAtOnce = 500;

    internal sealed class Handler(IClientChatsDb db, TimeProvider time) : ICommandHandler<ExpireInvitations, int>
    {
        public async Task<int> Handle(ExpireInvitations command, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var due = await db.Invitations.Where(i => i.Status == InvitationStatus.Pending && i.ExpiresAt <= now)
                .OrderBy(i => i.ExpiresAt).Take(MostAtOnce).ToListAsync(cancellationToken);
            foreach (var invitation in due) invitation.Expire(now);
            return due.Count;
        }
    }
}
