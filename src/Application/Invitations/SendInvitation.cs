using ClientChats.Application.Kernel;
using ClientChats.Application.Notifications;
using ClientChats.Domain.Invitations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>The mail with a link that lets somebody in; it is not sent where the link does not work any more.</summary>
public sealed record SendInvitation(string Token) : ICarriesSecret
{
    internal sealed class Worker(IClientChatsDb db, InvitationAccess access, IMailer mailer, IAppAddress app, IMediator mediator, TimeProvider time) : IDoesWork<SendInvitation>
    {
        public async Task DoAsync(Guid organizationId, Guid workId, SendInvitation work, CancellationToken ct)
        {
            if (await access.PeekAsync(work.Token, ct) is not { Link.IsReplaced: false } followed) return;
            if (followed.Invitation.StatusAt(time.GetUtcNow()) != InvitationStatus.Pending) return;

            var refusal = await mailer.SendAsync(organizationId, workId, await WriteAsync(followed.Invitation, work.Token, ct), ct);
            await mediator.Send(new RecordDelivery(work.Token, refusal), ct);
        }

        public Task GiveUpAsync(Guid organizationId, SendInvitation work, string failure, CancellationToken ct) =>
            mediator.Send(new RecordDelivery(work.Token, failure), ct);

        private async Task<Mail> WriteAsync(Invitation invitation, string token, CancellationToken ct)
        {
            var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == invitation.OrganizationId, ct);
            var inviter = await db.Members.AsNoTracking().SingleAsync(m => m.OrganizationId == invitation.OrganizationId && m.Id == invitation.InvitedBy, ct);
            return InvitationLetter.Write(invitation, inviter, organization, $"{await app.FindAsync(ct)}/accept#{token}").To(invitation.Email);
        }
    }
}
