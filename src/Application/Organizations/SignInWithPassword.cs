using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member signs in; an unknown address and a wrong password get the same answer after the same time.</summary>
/// <param name="Email">The e-mail address.</param>
/// <param name="Password">The password.</param>
public sealed record SignInWithPassword(string Email, string Password) : ICommand<SignedIn>, IForAnyone
{
    internal sealed class Validator : AbstractValidator<SignInWithPassword>
    {
        public Validator()
        {
            RuleFor(x => x.Email).NotEmpty().MaximumLength(EmailAddress.MaxLength);
            RuleFor(x => x.Password).NotEmpty().MaximumLength(PasswordRules.MaxLength);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IServedOrganization served, IPasswords passwords, IAttempts attempts, StartSession sessions)
        : ICommandHandler<SignInWithPassword, SignedIn>
    {
        public async Task<SignedIn> Handle(SignInWithPassword command, CancellationToken cancellationToken)
        {
            var organizationId = await served.GetAsync(cancellationToken);
            var key = EmailAddress.TryParse(command.Email, out var email) ? email.Key : command.Email;
            attempts.RefuseIfTooMany(Attempt.SignIn, key);

            var member = await db.Members.SingleOrDefaultAsync(m => m.OrganizationId == organizationId && m.EmailKey == key && m.Status == MemberStatus.Active, cancellationToken);
            var (fits, rehash) = await passwords.CheckAsync(member?.PasswordHash, command.Password, cancellationToken);
            if (member is null || !fits)
            {
                attempts.Failed(Attempt.SignIn, key);
                throw new RefusedException(SessionRefusals.WrongPassword);
            }

            // While the password was being checked it may have been changed, or the member deactivated: sessions that this ended must not begin after it.
            await db.LockMemberAsync(organizationId, member.Id, cancellationToken);
            Refuse.Unless(await IsStillSoAsync(member, cancellationToken), SessionRefusals.WrongPassword);

            if (rehash is not null) member.SetPassword(rehash);
            return await sessions.ForAsync(member, cancellationToken);
        }

        private Task<bool> IsStillSoAsync(Member found, CancellationToken ct) => db.Members.AnyAsync(
            m => m.OrganizationId == found.OrganizationId && m.Id == found.Id && m.Status == MemberStatus.Active && m.PasswordHash == found.PasswordHash, ct);
    }
}
