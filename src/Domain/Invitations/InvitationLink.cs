namespace ClientChats.Domain.Invitations;

/// <summary>A link that was sent for an invitation. Only the newest one works; the others are remembered to say so.</summary>
public sealed class InvitationLink
{
    private InvitationLink() { }

    public Guid OrganizationId { get; private init; }
    public byte[] TokenHash { get; private init; } = [];
    public Guid InvitationId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? ReplacedAt { get; private set; }

    public bool IsReplaced => ReplacedAt is not null;

    public static InvitationLink For(Invitation invitation, byte[] tokenHash, DateTimeOffset at) => new()
    {
        OrganizationId = invitation.OrganizationId, InvitationId = invitation.Id, TokenHash = tokenHash, CreatedAt = at,
    };

    public void Replace(DateTimeOffset at) => ReplacedAt ??= at;
}
