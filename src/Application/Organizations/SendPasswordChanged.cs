using ClientChats.Application.Kernel;
using ClientChats.Application.Notifications;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>The mail that tells a member that his password was changed, in case it was not he who did it.</summary>
public sealed record SendPasswordChanged(Guid MemberId, DateTimeOffset At)
{
    internal sealed class Worker(IClientChatsDb db, IMailer mailer, IAppAddress app) : IDoesWork<SendPasswordChanged>
    {
        public async Task DoAsync(Guid organizationId, Guid workId, SendPasswordChanged work, CancellationToken ct)
        {
            var member = await db.Members.AsNoTracking().SingleAsync(m => m.OrganizationId == organizationId && m.Id == work.MemberId, ct);
            if (!member.IsActive) return;

            var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, ct);
            var letter = PasswordLetters.Changed(member, organization, work.At, $"{await app.FindAsync(ct)}/sign-in");
            await mailer.SendAsync(organizationId, workId, letter.To(member.Email), ct);
        }
    }
}
