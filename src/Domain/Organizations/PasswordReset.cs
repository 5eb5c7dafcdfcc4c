namespace ClientChats.Domain.Organizations;

/// <summary>A link, sent by mail, that lets a member choose a new password once.</summary>
public sealed class PasswordReset
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private PasswordReset() { }

    public Guid OrganizationId { get; private init; }
    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public byte[] TokenHash { get; private init; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset ExpiresAt { get; private init; }
    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsGood(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public static PasswordReset For(Member member, Guid id, byte[] tokenHash, DateTimeOffset at) => new()
    {
        OrganizationId = member.OrganizationId, Id = id, MemberId = member.Id, TokenHash = tokenHash, CreatedAt = at, ExpiresAt = at + Lifetime,
    };
}
