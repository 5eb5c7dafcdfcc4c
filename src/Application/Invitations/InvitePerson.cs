using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Organizations;
using FluentValidation;

namespace ClientChats.Application.Invitations;

/// <summary>An administrator invites one person by e-mail, with a name and a role.</summary>
/// <param name="Email">The address to invite, at most 254 characters.</param>
/// <param name="FirstName">1 to 100 characters.</param>
/// <param name="LastName">1 to 100 characters.</param>
/// <param name="Role"><c>guest</c>, <c>employee</c> or <c>admin</c>.</param>
public sealed record InvitePerson(string Email, string FirstName, string LastName, Role? Role) : ICommand<InvitationView>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<InvitePerson>
    {
        public Validator()
        {
            RuleFor(x => x.Email).Email();
            RuleFor(x => x.FirstName).NotBlank().MaximumLength(PersonName.MaxLength);
            RuleFor(x => x.LastName).NotBlank().MaximumLength(PersonName.MaxLength);
            RuleFor(x => x.Role).NotNull().NotEqual(Domain.Organizations.Role.Owner).Says(InvitationRefusals.OwnersAreNotInvited);
        }
    }

    internal sealed class Handler(IClientChatsDb db, InvitationAccess access, IViewerContext current, TimeProvider time) : ICommandHandler<InvitePerson, InvitationView>
    {
        public async Task<InvitationView> Handle(InvitePerson command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var email = EmailAddress.Parse(command.Email);
            await access.RefuseTakenAsync(viewer.OrganizationId, email.Key, except: null, cancellationToken);

            var now = time.GetUtcNow();
            var lifetime = await access.LifetimeAsync(viewer.OrganizationId, cancellationToken);
            var invitation = Invitation.Send(Guid.CreateVersion7(now), email, new PersonName(command.FirstName, command.LastName), command.Role!.Value, viewer, lifetime, now);
            db.Invitations.Add(invitation);
            access.SendLink(invitation);
            return await db.ViewAsync(invitation, now, cancellationToken);
        }
    }
}
