namespace ClientChats.Domain.Organizations;

/// <summary>An employee's own number. Whoever writes from it outside is that employee, and nobody's client.</summary>
public sealed class MemberPhone
{
    /// <summary>A member has at most this many numbers.</summary>
    public const int MaxPerMember = 10;

    private MemberPhone() { }

    public Guid OrganizationId { get; private init; }
    public Guid MemberId { get; private init; }

    /// <summary>In E.164.</summary>
    public string Phone { get; private init; } = "";

    internal static MemberPhone Of(Member member, string phone) => new() { OrganizationId = member.OrganizationId, MemberId = member.Id, Phone = phone };
}

/// <summary>A user of the CRM that is this member.</summary>
public sealed class MemberCrmUser
{
    public const int MaxIdLength = 200;
    public const int MaxPerMember = 10;

    private MemberCrmUser() { }

    public Guid OrganizationId { get; private init; }
    public Guid MemberId { get; private init; }
    public string CrmUserId { get; private init; } = "";

    internal static MemberCrmUser Of(Member member, string crmUserId) => new() { OrganizationId = member.OrganizationId, MemberId = member.Id, CrmUserId = crmUserId };
}
