using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>The reader of an invitation chooses a password and is in, with the invited address and role whatever else he sends.</summary>
/// <param name="Token">The secret from the link in the mail.</param>
/// <param name="Password">8 to 128 characters.</param>
/// <param name="FirstName">Corrects the first name; 1 to 100 characters.</param>
/// <param name="LastName">Corrects the last name; 1 to 100 characters.</param>
public sealed record AcceptInvitation(string Token, string Password, string? FirstName, string? LastName) : ICommand<SignedIn>, IForAnyone
{
    internal sealed class Validator : AbstractValidator<AcceptInvitation>
    {
        public Validator()
        {
            RuleFor(x => x.Token).NotEmpty();
            RuleFor(x => x.Password).GoodPassword(x => [x.FirstName, x.LastName]);
            RuleFor(x => x.FirstName!).NotBlank().MaximumLength(PersonName.MaxLength).When(x => x.FirstName is not null);
            RuleFor(x => x.LastName!).NotBlank().MaximumLength(PersonName.MaxLength).When(x => x.LastName is not null);
        }
    }

    /// <remarks>
    /// Of all who follow a link at once the first has its lock while his password is hashed, and the others' passwords are
    /// not hashed at all. Changes of visibility take turns, so this takes its turn only after that.
    /// </remarks>
    internal sealed class Handler(IClientChatsDb db, InvitationAccess access, IPasswords passwords, StartSession sessions, TimeProvider time)
        : ICommandHandler<AcceptInvitation, SignedIn>
    {
        public async Task<SignedIn> Handle(AcceptInvitation command, CancellationToken cancellationToken)
        {
            var (invitation, link) = await access.FollowAsync(command.Token, cancellationToken) ?? throw access.Unknown();
            var now = time.GetUtcNow();
            var name = new PersonName(command.FirstName ?? invitation.FirstName, command.LastName ?? invitation.LastName);
            var memberId = Guid.CreateVersion7(now);
            invitation.Accept(link, memberId, now);
            if (PasswordRules.Judge(command.Password, invitation.Email, name.First, name.Last, $"{name.First} {name.Last}") is { } bad)
                throw new RefusedException(bad) { Field = "password" };

            var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == invitation.OrganizationId, cancellationToken);
            var member = Member.Join(
                invitation.OrganizationId, memberId, EmailAddress.Parse(invitation.Email), name, invitation.Role, organization.Locale, organization.TimeZone, now);
            member.SetPassword(await passwords.HashAsync(command.Password, cancellationToken));
            db.Members.Add(member);

            await db.LockFactsAsync(invitation.OrganizationId, cancellationToken);
            return await sessions.ForAsync(member, cancellationToken);
        }
    }
}
