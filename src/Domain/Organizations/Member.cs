using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Organizations;

/// <summary>What a member is in the organization; a guest is a client or contractor.</summary>
public enum Role { Owner, Admin, Employee, Guest }

/// <summary>Whether the account may be used.</summary>
public enum MemberStatus { Active, Deactivated }

public sealed record MemberJoined(Guid OrganizationId, Guid MemberId, Role Role) : IDomainEvent;

public sealed record MemberProfileChanged(Guid OrganizationId, Guid MemberId) : IDomainEvent;

/// <summary>A member's role, duties or status changed: what he sees, and what others see through him, is decided anew.</summary>
public sealed record MemberStandingChanged(Guid OrganizationId, Guid MemberId, Role From, Role To, bool WasActive, bool IsActive) : IDomainEvent;

/// <summary>These numbers have become, or ceased to be, the member's own.</summary>
public sealed record MemberNumbersChanged(Guid OrganizationId, Guid MemberId, IReadOnlyList<string> Phones) : IDomainEvent;

/// <summary>These users of the CRM have become, or ceased to be, the member.</summary>
public sealed record MemberCrmUsersChanged(Guid OrganizationId, Guid MemberId, IReadOnlyList<string> CrmUserIds) : IDomainEvent;

/// <summary>An account in an organization: an employee with a role and duties, or a guest.</summary>
public sealed class Member : Aggregate
{
    private readonly List<MemberPhone> _phones = [];
    private readonly List<MemberCrmUser> _crmUsers = [];

    private Member() { }

    public Guid Id { get; private init; }
    public string Email { get; private set; } = "";
    public string EmailKey { get; private set; } = "";
    public string FirstName { get; private set; } = "";
    public string LastName { get; private set; } = "";
    public Role Role { get; private set; }
    public MemberStatus Status { get; private set; }
    public bool IsSupervisor { get; private set; }
    public bool IsQualityControl { get; private set; }
    public bool ReceivesNewClients { get; private set; }

    /// <summary>The client's company, where it is known; only for guests.</summary>
    public string? Company { get; private set; }

    /// <summary>The file that is his picture.</summary>
    public Guid? AvatarId { get; private set; }
    public string Locale { get; private set; } = "";
    public string TimeZone { get; private set; } = "";
    public string? PasswordHash { get; private set; }

    /// <summary>Moves with every change of role, duties or status, so that a right checked before can be recognised as stale.</summary>
    public long AccessVersion { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? DeactivatedAt { get; private set; }

    public IReadOnlyList<MemberPhone> Phones => _phones;
    public IReadOnlyList<MemberCrmUser> CrmUsers => _crmUsers;

    public string DisplayName => $"{FirstName} {LastName}";
    public bool IsActive => Status == MemberStatus.Active;
    public bool IsGuest => Role == Role.Guest;
    public bool IsAdministrator => Role is Role.Owner or Role.Admin;

    public static Member Join(Guid organizationId, Guid id, EmailAddress email, PersonName name, Role role, string locale, string timeZone, DateTimeOffset at)
    {
        var member = new Member
        {
            OrganizationId = organizationId, Id = id, Email = email.Value, EmailKey = email.Key, FirstName = name.First, LastName = name.Last,
            Role = role, Status = MemberStatus.Active, Locale = locale, TimeZone = timeZone, CreatedAt = at,
        };
        member.Record(new MemberJoined(organizationId, id, role));
        return member;
    }

    public void SetPassword(string hash) => PasswordHash = hash;

    public void Introduce(PersonName name)
    {
        if (name.First == FirstName && name.Last == LastName) return;
        (FirstName, LastName) = (name.First, name.Last);
        Record(new MemberProfileChanged(OrganizationId, Id));
    }

    /// <summary>Takes another picture, or none.</summary>
    public void ShowPicture(Guid? fileId)
    {
        if (fileId == AvatarId) return;
        AvatarId = fileId;
        Record(new MemberProfileChanged(OrganizationId, Id));
    }

    public void WorkFor(string? company)
    {
        if (company == Company) return;
        Refuse.If(!IsGuest && company is not null, MemberRefusals.OnlyGuestsHaveCompany);
        Company = company;
        Record(new MemberProfileChanged(OrganizationId, Id));
    }

    /// <summary>Replaces the member's own numbers; whoever writes from one of them outside is he from now on.</summary>
    public void AnswerFrom(IReadOnlyCollection<string> phones)
    {
        var before = _phones.Select(p => p.Phone).ToHashSet();
        if (before.SetEquals(phones)) return;
        Refuse.If(IsGuest && phones.Count > 0, MemberRefusals.GuestsHaveNoNumbers);
        _phones.RemoveAll(phone => !phones.Contains(phone.Phone));
        _phones.AddRange(phones.Distinct().Where(phone => !before.Contains(phone)).Select(phone => MemberPhone.Of(this, phone)));
        Record(new MemberNumbersChanged(OrganizationId, Id, [.. before.Union(phones).Except(before.Intersect(phones))]));
    }

    /// <summary>Replaces the users of the CRM that are this member.</summary>
    public void WorkAs(IReadOnlyCollection<string> crmUserIds)
    {
        var before = _crmUsers.Select(u => u.CrmUserId).ToHashSet();
        if (before.SetEquals(crmUserIds)) return;
        Refuse.If(IsGuest && crmUserIds.Count > 0, MemberRefusals.GuestsAreNoCrmUsers);
        _crmUsers.RemoveAll(user => !crmUserIds.Contains(user.CrmUserId));
        _crmUsers.AddRange(crmUserIds.Distinct().Where(id => !before.Contains(id)).Select(id => MemberCrmUser.Of(this, id)));
        Record(new MemberCrmUsersChanged(OrganizationId, Id, [.. before.Union(crmUserIds).Except(before.Intersect(crmUserIds))]));
    }

    public void Prefer(string locale, string timeZone) => (Locale, TimeZone) = (locale, timeZone);

    /// <summary>What somebody may do to this member.</summary>
    /// <param name="by">Who asks.</param>
    /// <param name="activeOwners">How many active owners the organization has now: the last one stays.</param>
    public MemberAbilities AbilitiesOf(Viewer by, int activeOwners) => new(
        ChangeRole: AgainstAnotherRole(by, activeOwners) is null,
        ChangeDuties: AgainstOtherDuties(by) is null,
        Deactivate: IsActive && AgainstDeactivation(by, activeOwners) is null,
        Reactivate: !IsActive && AgainstManaging(by) is null,
        Write: IsActive && by.MemberId != Id && (by.IsEmployee || IsAdministrator));

    /// <param name="role">The new role.</param>
    /// <param name="by">An owner, or an admin where no owner is concerned; never the member himself.</param>
    /// <param name="activeOwners">How many active owners the organization has now: the last one stays.</param>
    public void ChangeRole(Role role, Viewer by, int activeOwners)
    {
        if (role == Role) return;
        Refuse.For(AgainstAnotherRole(by, activeOwners));
        Refuse.If(role == Role.Owner && by.Role != Role.Owner, MemberRefusals.OwnersOnly);

        var from = Role;
        Role = role;
        if (IsGuest) LeaveTheStaff();
        else Company = null;
        StandingChanged(from, IsActive);
    }

    public void TakeDuties(bool supervisor, bool qualityControl, bool receivesNewClients, Viewer by)
    {
        if ((supervisor, qualityControl, receivesNewClients) == (IsSupervisor, IsQualityControl, ReceivesNewClients)) return;
        Refuse.For(AgainstOtherDuties(by));

        (IsSupervisor, IsQualityControl, ReceivesNewClients) = (supervisor, qualityControl, receivesNewClients);
        StandingChanged(Role, IsActive);
    }

    public void Deactivate(Viewer by, int activeOwners, DateTimeOffset at)
    {
        if (!IsActive) return;
        Refuse.For(AgainstDeactivation(by, activeOwners));

        (Status, DeactivatedAt) = (MemberStatus.Deactivated, at);
        StandingChanged(Role, wasActive: true);
    }

    public void Reactivate(Viewer by)
    {
        if (IsActive) return;
        Refuse.For(AgainstManaging(by));

        (Status, DeactivatedAt) = (MemberStatus.Active, null);
        StandingChanged(Role, wasActive: false);
    }

    private Refusal? AgainstAnotherRole(Viewer by, int activeOwners) =>
        AgainstManaging(by)
        ?? (by.MemberId == Id ? MemberRefusals.NotYourself : null)
        ?? (Role == Role.Owner && IsActive && activeOwners <= 1 ? MemberRefusals.LastOwner : null);

    private Refusal? AgainstOtherDuties(Viewer by) => AgainstManaging(by) ?? (IsGuest ? MemberRefusals.GuestsHaveNoDuties : null);

    private Refusal? AgainstDeactivation(Viewer by, int activeOwners) =>
        AgainstManaging(by)
        ?? (by.MemberId == Id ? MemberRefusals.NotYourself : null)
        ?? (Role == Role.Owner && activeOwners <= 1 ? MemberRefusals.LastOwner : null);

    private Refusal? AgainstManaging(Viewer by) =>
        !by.IsAdministrator ? MemberRefusals.MayNotManage
        : Role == Role.Owner && by.Role != Role.Owner ? MemberRefusals.OwnersOnly
        : null;

    /// <summary>Duties, own numbers and users of the CRM are an employee's.</summary>
    private void LeaveTheStaff()
    {
        IsSupervisor = IsQualityControl = ReceivesNewClients = false;
        AnswerFrom([]);
        WorkAs([]);
    }

    private void StandingChanged(Role from, bool wasActive)
    {
        AccessVersion++;
        Record(new MemberStandingChanged(OrganizationId, Id, from, Role, wasActive, IsActive));
    }
}
