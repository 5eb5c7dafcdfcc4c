using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>Somebody has asked for a new password of the account with this address, if there is one.</summary>
public sealed record PasswordResetAsked(string EmailKey)
{
    internal sealed class Worker(IMediator mediator) : IDoesWork<PasswordResetAsked>
    {
        public Task DoAsync(Guid organizationId, Guid workId, PasswordResetAsked work, CancellationToken ct) =>
            mediator.Send(new IssuePasswordReset(organizationId, work.EmailKey), ct);
    }
}

/// <summary>A member who has forgotten his password gets a link by mail; an unknown or deactivated one gets nothing.</summary>
public sealed record IssuePasswordReset(Guid OrganizationId, string EmailKey) : ICommand, IForSystem
{
    internal sealed class Handler(IClientChatsDb db, ISecrets secrets, IOutbox outbox, TimeProvider time) : ICommandHandler<IssuePasswordReset>
    {
        public async Task Handle(IssuePasswordReset command, CancellationToken ct)
        {
            var member = await db.Members.SingleOrDefaultAsync(
                m => m.OrganizationId == command.OrganizationId && m.EmailKey == command.EmailKey && m.Status == MemberStatus.Active, ct);
            if (member is null) return;

            var now = time.GetUtcNow();
            var secret = secrets.Make(SecretKind.PasswordReset, member.OrganizationId);
            var reset = PasswordReset.For(member, Guid.CreateVersion7(now), secret.Hash, now);
            db.PasswordResets.Add(reset);
            outbox.Add(member.OrganizationId, new SendPasswordReset(reset.Id, secret.Text), lane: $"mail {reset.Id}");
        }
    }
}
