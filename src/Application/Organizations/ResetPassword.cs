using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member chooses a new password by the link from the mail, once; all his sessions end.</summary>
/// <param name="Token">The secret from the link in the mail.</param>
/// <param name="Password">8 to 128 characters.</param>
public sealed record ResetPassword(string Token, string Password) : ICommand, IForAnyone
{
    internal sealed class Validator : AbstractValidator<ResetPassword>
    {
        public Validator()
        {
            RuleFor(x => x.Token).NotEmpty();
            RuleFor(x => x.Password).GoodPassword(_ => []);
        }
    }

    internal sealed class Handler(
        IClientChatsDb db, ISecrets secrets, IPasswords passwords, IAttempts attempts, IOutbox outbox, ILiveNotices notices, TimeProvider time) : ICommandHandler<ResetPassword>
    {
        public async Task Handle(ResetPassword command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var reset = await FindAsync(command.Token, ct);
            Refuse.Unless(reset.IsGood(now), SessionRefusals.ResetGone);

            await db.LockMemberAsync(reset.OrganizationId, reset.MemberId, ct);
            var member = await db.Members.SingleAsync(m => m.OrganizationId == reset.OrganizationId && m.Id == reset.MemberId, ct);
            Refuse.Unless(member.IsActive, SessionRefusals.ResetGone);
            if (PasswordRules.Judge(command.Password, member.Email, member.FirstName, member.LastName, member.DisplayName) is { } bad)
                throw new RefusedException(bad) { Field = "password" };

            var isFirst = await db.PasswordResets.Where(r => r.OrganizationId == reset.OrganizationId && r.Id == reset.Id && r.UsedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.UsedAt, now), ct) == 1;
            Refuse.Unless(isFirst, SessionRefusals.ResetGone);

            member.SetPassword(await passwords.HashAsync(command.Password, ct));
            await db.EndSessionsAsync(member.OrganizationId, member.Id, except: null, notices, ct);
            await db.EndPasswordResetsAsync(member.OrganizationId, member.Id, now, ct);
            outbox.Add(member.OrganizationId, new SendPasswordChanged(member.Id, now), lane: $"mail {Guid.CreateVersion7(now)}");
        }

        private async Task<PasswordReset> FindAsync(string token, CancellationToken ct)
        {
            if (secrets.Read(SecretKind.PasswordReset, token) is { } presented
                && await db.PasswordResets.AsNoTracking().SingleOrDefaultAsync(r => r.OrganizationId == presented.OrganizationId && r.TokenHash == presented.Hash, ct) is { } reset)
                return reset;

            attempts.TakeOrRefuse(Attempt.Token, "", SessionRefusals.TooManyAttempts);
            throw new RefusedException(SessionRefusals.ResetUnknown);
        }
    }
}
