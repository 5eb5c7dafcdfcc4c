namespace ClientChats.Domain.Organizations;

/// <summary>A sign-in of a member in one browser. It ends when it is idle too long, when its time is over, or when somebody ends it.</summary>
public sealed class Session
{
    /// <summary>A session ends for good after this time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private Session() { }

    public Guid OrganizationId { get; private init; }
    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public byte[] TokenHash { get; private init; } = [];
    public string UserAgent { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset LastSeenAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private init; }

    /// <summary>An employee may be away for 8 hours, a guest for 24.</summary>
    public static TimeSpan IdleLimit(Role role) => role == Role.Guest ? TimeSpan.FromHours(24) : TimeSpan.FromHours(8);

    public static Session Begin(Member member, Guid id, byte[] tokenHash, string userAgent, DateTimeOffset at) => new()
    {
        OrganizationId = member.OrganizationId, Id = id, MemberId = member.Id, TokenHash = tokenHash, UserAgent = userAgent,
        CreatedAt = at, LastSeenAt = at, ExpiresAt = at + Lifetime,
    };

    public static bool IsOver(Role role, DateTimeOffset lastSeenAt, DateTimeOffset expiresAt, DateTimeOffset now) =>
        now >= expiresAt || now - lastSeenAt >= IdleLimit(role);
}
