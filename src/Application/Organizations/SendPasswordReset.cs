using ClientChats.Application.Kernel;
using ClientChats.Application.Notifications;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>The mail with a link for a new password; it is not sent where the link does not work any more.</summary>
public sealed record SendPasswordReset(Guid ResetId, string Token) : ICarriesSecret
{
    internal sealed class Worker(IClientChatsDb db, IMailer mailer, IAppAddress app, TimeProvider time) : IDoesWork<SendPasswordReset>
    {
        public async Task DoAsync(Guid organizationId, Guid workId, SendPasswordReset work, CancellationToken ct)
        {
            var reset = await db.PasswordResets.AsNoTracking().SingleOrDefaultAsync(r => r.OrganizationId == organizationId && r.Id == work.ResetId, ct);
            if (reset is null || !reset.IsGood(time.GetUtcNow())) return;

            var member = await db.Members.AsNoTracking().SingleAsync(m => m.OrganizationId == organizationId && m.Id == reset.MemberId, ct);
            if (!member.IsActive) return;

            var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, ct);
            var letter = PasswordLetters.Reset(member, organization, reset.ExpiresAt, $"{await app.FindAsync(ct)}/reset#{work.Token}");
            await mailer.SendAsync(organizationId, workId, letter.To(member.Email), ct);
        }
    }
}
