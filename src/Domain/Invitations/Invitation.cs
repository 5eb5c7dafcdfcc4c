using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Invitations;

/// <summary>What became of an invitation so far.</summary>
public enum InvitationStatus { Pending, Accepted, Expired, Revoked }

/// <summary>Whether the mail with the link has left.</summary>
public enum Delivery { Queued, Sent, Failed }

public sealed record InvitationChanged(Guid OrganizationId, Guid InvitationId, InvitationStatus Status) : IDomainEvent;

/// <summary>One e-mail address, a name and a role; the link in the mail lets its reader in once.</summary>
public sealed class Invitation : Aggregate
{
    private const int MaxErrorLength = 500;

    private Invitation() { }

    public Guid Id { get; private init; }
    public string Email { get; private init; } = "";
    public string EmailKey { get; private init; } = "";
    public string FirstName { get; private init; } = "";
    public string LastName { get; private init; } = "";
    public Role Role { get; private init; }
    public InvitationStatus Status { get; private set; }

    /// <summary>How far the mail has come; beside the status, since an invitation whose mail did not arrive is still pending.</summary>
    public Delivery Delivery { get; private set; }
    public string? DeliveryError { get; private set; }
    
    /// <summary>Whose link it is: whoever sent it last.</summary>
    public Guid InvitedBy { get; private set; }
    public Guid? MemberId { get; private set; }
    public Guid? RevokedBy { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public DateTimeOffset? AskedAgainAt { get; private set; }

    public static Invitation Send(Guid id, EmailAddress email, PersonName name, Role role, Viewer by, TimeSpan lifetime, DateTimeOffset at)
    {
        Refuse.Unless(by.IsAdministrator, InvitationRefusals.MayNotInvite);
        Refuse.If(role == Role.Owner, InvitationRefusals.OwnersAreNotInvited);
        var invitation = new Invitation
        {
            OrganizationId = by.OrganizationId, Id = id, Email = email.Value, EmailKey = email.Key, FirstName = name.First, LastName = name.Last,
            Role = role, InvitedBy = by.MemberId, CreatedAt = at, ExpiresAt = at + lifetime,
        };
        invitation.Changed();
        return invitation;
    }

    /// <summary>An invitation is over by its time, whatever the status says yet.</summary>
    public bool IsOver(DateTimeOffset now) => Status == InvitationStatus.Pending && now >= ExpiresAt;

    /// <summary>The status as it is at a moment.</summary>
    public InvitationStatus StatusAt(DateTimeOffset now) => IsOver(now) ? InvitationStatus.Expired : Status;

    /// <summary>A new link takes the place of the old one; an expired invitation is pending again.</summary>
    public void Resend(Viewer by, TimeSpan lifetime, DateTimeOffset at)
    {
        Refuse.Unless(by.IsAdministrator, InvitationRefusals.MayNotInvite);
        Refuse.If(Status is InvitationStatus.Accepted, InvitationRefusals.AlreadyAccepted);
        Refuse.If(Status is InvitationStatus.Revoked, InvitationRefusals.AlreadyRevoked);

        (Status, ExpiresAt, AskedAgainAt) = (InvitationStatus.Pending, at + lifetime, null);
        (Delivery, DeliveryError) = (Delivery.Queued, null);
        InvitedBy = by.MemberId;
        Changed();
    }

    public void Revoke(Viewer by, DateTimeOffset at)
    {
        Refuse.Unless(by.IsAdministrator, InvitationRefusals.MayNotInvite);
        Refuse.If(Status is InvitationStatus.Accepted, InvitationRefusals.AlreadyAccepted);
        if (Status is InvitationStatus.Revoked) return;

        (Status, RevokedAt, RevokedBy) = (InvitationStatus.Revoked, at, by.MemberId);
        Changed();
    }

    /// <summary>Refuses a link that was good once, with the reason that helps its reader most.</summary>
    public void RefuseUnlessGood(InvitationLink link, DateTimeOffset now)
    {
        Refuse.If(Status is InvitationStatus.Accepted, InvitationRefusals.Used);
        Refuse.If(Status is InvitationStatus.Revoked, InvitationRefusals.Revoked);
        Refuse.If(link.IsReplaced, InvitationRefusals.Replaced);
        if (StatusAt(now) is InvitationStatus.Expired)
            throw new RefusedException(InvitationRefusals.Expired) { Facts = new Dictionary<string, object> { ["expiresAt"] = ExpiresAt } };
    }

    public void Accept(InvitationLink link, Guid memberId, DateTimeOffset at)
    {
        RefuseUnlessGood(link, at);

        (Status, AcceptedAt, MemberId) = (InvitationStatus.Accepted, at, memberId);
        Changed();
    }

    /// <summary>The reader of an expired link asks for a new one; administrators see it. Asking twice is asking once.</summary>
    public void AskAgain(DateTimeOffset at)
    {
        Expire(at);
        if (Status is not InvitationStatus.Expired || AskedAgainAt is not null) return;

        AskedAgainAt = at;
        Changed();
    }

    /// <summary>Records that the invitation's time is over.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (!IsOver(now)) return;

        Status = InvitationStatus.Expired;
        Changed();
    }

    public void Delivered()
    {
        (Delivery, DeliveryError) = (Delivery.Sent, null);
        Changed();
    }

    public void NotDelivered(string error)
    {
        (Delivery, DeliveryError) = (Delivery.Failed, error.Length <= MaxErrorLength ? error : error[..MaxErrorLength]);
        Changed();
    }

    private void Changed() => Record(new InvitationChanged(OrganizationId, Id, Status));
}
