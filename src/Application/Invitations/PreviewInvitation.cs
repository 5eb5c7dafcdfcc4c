using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>The reader of an invitation sees who invites him, before he decides; looking uses nothing up.</summary>
/// <param name="Token">The secret from the link in the mail.</param>
public sealed record PreviewInvitation(string Token) : IQuery<InvitationPreview>, IForAnyone
{
    internal sealed class Validator : AbstractValidator<PreviewInvitation>
    {
        public Validator() => RuleFor(x => x.Token).NotEmpty();
    }

    internal sealed class Handler(IClientChatsDb db, InvitationAccess access, TimeProvider time) : IQueryHandler<PreviewInvitation, InvitationPreview>
    {
        public async Task<InvitationPreview> Handle(PreviewInvitation query, CancellationToken cancellationToken)
        {
            var (invitation, link) = await access.PeekAsync(query.Token, cancellationToken) ?? throw access.Unknown();
            var now = time.GetUtcNow();
            invitation.RefuseUnlessGood(link, now);

            var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == invitation.OrganizationId, cancellationToken);
            var inviter = await db.Members.AsNoTracking().SingleAsync(m => m.OrganizationId == invitation.OrganizationId && m.Id == invitation.InvitedBy, cancellationToken);
            return new InvitationPreview(
                organization.Name, invitation.Email, invitation.FirstName, invitation.LastName, invitation.Role, invitation.StatusAt(now), invitation.ExpiresAt, inviter.DisplayName);
        }
    }
}

/// <summary>What an invitation's link leads to.</summary>
/// <param name="OrganizationName">Who invites, as an organization.</param>
/// <param name="Email">The invited address; the account will have it.</param>
/// <param name="FirstName">First name; it can be corrected when accepting.</param>
/// <param name="LastName">Last name; it can be corrected when accepting.</param>
/// <param name="Role">The role that the account will have.</param>
/// <param name="Status">Always <c>pending</c>: any other answers 410.</param>
/// <param name="ExpiresAt">When the link ends.</param>
/// <param name="InvitedBy">Who invites, as a person.</param>
public sealed record InvitationPreview(
    string OrganizationName, string Email, string FirstName, string LastName, Role Role, InvitationStatus Status, DateTimeOffset ExpiresAt, string InvitedBy);
