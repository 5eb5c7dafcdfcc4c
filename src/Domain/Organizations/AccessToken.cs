namespace ClientChats.Domain.Organizations;

/// <summary>What a personal access token may be used for; never more than its owner may do himself.</summary>
public static class Scopes
{
    public const string ReadConversations = "conversations:read";
    public const string WriteMessages = "messages:write";
    public const string WriteMembers = "members:write";
    public const string WriteInvitations = "invitations:write";
    public const string ReadCrm = "crm:read";
    public const string WriteCrm = "crm:write";
    public const string WriteBridges = "bridges:write";
    public const string ReadJobs = "jobs:read";

    public static readonly IReadOnlyList<string> All =
        [ReadConversations, WriteMessages, WriteMembers, WriteInvitations, ReadCrm, WriteCrm, WriteBridges, ReadJobs];
}

/// <summary>A secret by which a program acts for a member, within its scopes and the member's present rights.</summary>
public sealed class AccessToken
{
    public const int MaxNameLength = 100;

    /// <summary>A member keeps at most this many tokens.</summary>
    public const int MaxPerMember = 50;

    private AccessToken() { }

    public Guid OrganizationId { get; private init; }
    public Guid Id { get; private init; }
    public Guid MemberId { get; private init; }
    public byte[] TokenHash { get; private init; } = [];
    public string Name { get; private init; } = "";
    public string[] Scopes { get; private init; } = [];
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? ExpiresAt { get; private init; }
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static AccessToken Issue(Member member, Guid id, byte[] tokenHash, string name, IEnumerable<string> scopes, DateTimeOffset? expiresAt, DateTimeOffset at) => new()
    {
        OrganizationId = member.OrganizationId, Id = id, MemberId = member.Id, TokenHash = tokenHash, Name = PersonName.Tidy(name),
        Scopes = [.. scopes.Distinct().Order(StringComparer.Ordinal)], CreatedAt = at, ExpiresAt = expiresAt,
    };
}
