using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Invitations;

/// <summary>An invitation and the link by which somebody came to it.</summary>
internal sealed record FollowedLink(Invitation Invitation, InvitationLink Link);

/// <summary>The ways to an invitation: by its id for administrators, by the link in the mail for everybody who has it.</summary>
internal sealed class InvitationAccess(IClientChatsDb db, ISecrets secrets, IAttempts attempts, IOutbox outbox, IViewerContext current, TimeProvider time)
{
    /// <summary>Loads an invitation under its lock, so that of two links that are sent at once one replaces the other.</summary>
    public async Task<Invitation> FindAsync(Guid invitationId, CancellationToken ct)
    {
        var organizationId = current.Viewer.OrganizationId;
        await db.LockInvitationAsync(organizationId, invitationId, ct);
        return await db.Invitations.SingleOrDefaultAsync(i => i.OrganizationId == organizationId && i.Id == invitationId, ct)
            ?? throw new RefusedException(InvitationRefusals.NotFound);
    }

    /// <summary>Looks where a link leads, be it good or not; null where there is no such link.</summary>
    public async Task<FollowedLink?> PeekAsync(string token, CancellationToken ct)
    {
        if (await LinksBy(token).AsNoTracking().SingleOrDefaultAsync(ct) is not { } link) return null;
        return new FollowedLink(await db.Invitations.AsNoTracking().SingleAsync(i => i.OrganizationId == link.OrganizationId && i.Id == link.InvitationId, ct), link);
    }

    /// <summary>Follows a link, be it good or not, and loads its invitation under its lock; null where there is no such link.</summary>
    public async Task<FollowedLink?> FollowAsync(string token, CancellationToken ct)
    {
        if (await PeekAsync(token, ct) is not { } seen) return null;
        await db.LockInvitationAsync(seen.Invitation.OrganizationId, seen.Invitation.Id, ct);
        return new FollowedLink(
            await db.Invitations.SingleAsync(i => i.OrganizationId == seen.Invitation.OrganizationId && i.Id == seen.Invitation.Id, ct), await LinksBy(token).SingleAsync(ct));
    }

    /// <summary>The answer to an unknown link, which is counted.</summary>
    public RefusedException Unknown() => attempts.Take(Attempt.Token, "") is { } wait
        ? new RefusedException(SessionRefusals.TooManyAttempts) { RetryAfter = wait }
        : new RefusedException(InvitationRefusals.Unknown);

    /// <summary>Makes the one link that works from now on, and has it sent.</summary>
    public void SendLink(Invitation invitation)
    {
        attempts.TakeOrRefuse(Attempt.Mail, invitation.EmailKey, InvitationRefusals.TooManyMails);
        attempts.TakeOrRefuse(Attempt.Invitation, current.Viewer.MemberId.ToString(), InvitationRefusals.TooManyToday);

        var secret = secrets.Make(SecretKind.Invitation, invitation.OrganizationId);
        db.InvitationLinks.Add(InvitationLink.For(invitation, secret.Hash, time.GetUtcNow()));
        outbox.Add(invitation.OrganizationId, new SendInvitation(secret.Text), lane: $"invitation {Convert.ToHexString(secret.Hash)}");
    }

    /// <summary>Refuses an address that has an account, or another invitation that still waits for an answer. One that waited too long is recorded as expired.</summary>
    public async Task RefuseTakenAsync(Guid organizationId, string emailKey, Guid? except, CancellationToken ct)
    {
        Refuse.If(await db.Members.AnyAsync(m => m.OrganizationId == organizationId && m.EmailKey == emailKey, ct), InvitationRefusals.AlreadyMember);

        var waiting = await db.Invitations.SingleOrDefaultAsync(
            i => i.OrganizationId == organizationId && i.EmailKey == emailKey && i.Status == InvitationStatus.Pending && i.Id != except, ct);
        if (waiting is null) return;
        Refuse.Unless(waiting.IsOver(time.GetUtcNow()), InvitationRefusals.AlreadyInvited);

        waiting.Expire(time.GetUtcNow());
        await db.FlushAsync(ct);
    }

    public async Task<TimeSpan> LifetimeAsync(Guid organizationId, CancellationToken ct) =>
        TimeSpan.FromDays(await db.Organizations.Where(o => o.Id == organizationId).Select(o => o.InvitationLifetimeDays).SingleAsync(ct));

    private IQueryable<InvitationLink> LinksBy(string token) => secrets.Read(SecretKind.Invitation, token) is { } presented
        ? db.InvitationLinks.Where(l => l.OrganizationId == presented.OrganizationId && l.TokenHash == presented.Hash)
        : db.InvitationLinks.Where(_ => false);
}
