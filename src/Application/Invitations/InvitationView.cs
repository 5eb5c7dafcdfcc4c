using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>An invitation as administrators see it. Its link is in the mail and nowhere else.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Email">The invited address.</param>
/// <param name="FirstName">The invited person's first name.</param>
/// <param name="LastName">The invited person's last name.</param>
/// <param name="Role"><c>guest</c>, <c>employee</c> or <c>admin</c>.</param>
/// <param name="Status">The status at this moment.</param>
/// <param name="ExpiresAt">When the link ends.</param>
/// <param name="CreatedAt">When the person was invited.</param>
/// <param name="InvitedBy">Who has sent the link.</param>
/// <param name="MemberId">The member that it has made, once it is accepted.</param>
/// <param name="AcceptedAt">When it was accepted.</param>
/// <param name="RevokedAt">When it was revoked.</param>
/// <param name="RevokedBy">Who has revoked it.</param>
/// <param name="AskedAgainAt">When the invited person asked for a new link, the old one having expired.</param>
/// <param name="Delivery">How far the mail has come.</param>
/// <param name="DeliveryError">Why the mail did not arrive.</param>
public sealed record InvitationView(
    Guid Id, string Email, string FirstName, string LastName, Role Role, InvitationStatus Status, DateTimeOffset ExpiresAt, DateTimeOffset CreatedAt, MemberName InvitedBy,
    Guid? MemberId, DateTimeOffset? AcceptedAt, DateTimeOffset? RevokedAt, MemberName? RevokedBy, DateTimeOffset? AskedAgainAt, Delivery Delivery, string? DeliveryError);

/// <summary>Reads invitations for administrators.</summary>
internal static class InvitationReader
{
    public static async Task<IReadOnlyList<InvitationView>> ViewAsync(this IClientChatsDb db, IReadOnlyList<Invitation> invitations, DateTimeOffset now, CancellationToken ct)
    {
        if (invitations.Count == 0) return [];

        var organizationId = invitations[0].OrganizationId;
        var ids = invitations.SelectMany(i => new[] { i.InvitedBy, i.RevokedBy ?? i.InvitedBy }).Distinct().ToList();
        var names = await db.Members.Where(m => m.OrganizationId == organizationId && ids.Contains(m.Id))
            .Select(m => new { m.Id, m.FirstName, m.LastName }).ToDictionaryAsync(m => m.Id, m => new MemberName(m.Id, $"{m.FirstName} {m.LastName}"), ct);
        return
        [
            .. invitations.Select(i => new InvitationView(
                i.Id, i.Email, i.FirstName, i.LastName, i.Role, i.StatusAt(now), i.ExpiresAt, i.CreatedAt, names[i.InvitedBy],
                i.MemberId, i.AcceptedAt, i.RevokedAt, i.RevokedBy is { } revoker ? names[revoker] : null, i.AskedAgainAt, i.Delivery, i.DeliveryError)),
        ];
    }

    public static async Task<InvitationView> ViewAsync(this IClientChatsDb db, Invitation invitation, DateTimeOffset now, CancellationToken ct) =>
        (await db.ViewAsync([invitation], now, ct))[0];
}
