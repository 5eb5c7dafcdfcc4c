using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Organizations;

/// <summary>Where the responsible of a CRM contact is read from.</summary>
public enum Responsibility { Contact, NewestOpenDeal, Either }

/// <summary>How responsibility is read, or which direct chats are overseen, has changed: everybody's sight is decided anew.</summary>
public sealed record SightRulesChanged(Guid OrganizationId) : IDomainEvent;

/// <summary>The tenant: a company with its members, its clients and their conversations.</summary>
public sealed class Organization : Aggregate
{
    public const int MaxNameLength = 200;
    public const int ShortestInvitationDays = 1;
    public const int LongestInvitationDays = 90;

    private Organization() { }

    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";
    public string Locale { get; private set; } = "";
    public string TimeZone { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2; telephone numbers without a plus sign are read as this country's.</summary>
    public string Country { get; private set; } = "";
    public int InvitationLifetimeDays { get; private set; } = 7;
    public Responsibility Responsibility { get; private set; }

    /// <summary>Whether supervisors and quality control also see the direct chats of clients.</summary>
    public bool OverseeClientDirects { get; private set; }

    /// <summary>Moves with every change; the ETag of the organization's settings.</summary>
    public int Version { get; private set; } = 1;
    public DateTimeOffset CreatedAt { get; private init; }

    public static Organization Found(Guid id, string name, string locale, string timeZone, string country, DateTimeOffset at) => new()
    {
        OrganizationId = id, Id = id, Name = PersonName.Tidy(name), Locale = locale, TimeZone = timeZone, Country = country, CreatedAt = at,
    };

    public void Describe(string name, string locale, string timeZone, string country)
    {
        var tidy = PersonName.Tidy(name);
        if ((tidy, locale, timeZone, country) == (Name, Locale, TimeZone, Country)) return;
        (Name, Locale, TimeZone, Country) = (tidy, locale, timeZone, country);
        Version++;
    }

    public void InviteFor(int days)
    {
        if (days == InvitationLifetimeDays) return;
        InvitationLifetimeDays = days;
        Version++;
    }

    public void ReadResponsibilityFrom(Responsibility responsibility)
    {
        if (responsibility == Responsibility) return;
        Responsibility = responsibility;
        SightRulesChange();
    }

    /// <summary>A policy, so the owner's alone.</summary>
    public void OverseeDirects(bool clientDirects, Viewer by)
    {
        if (clientDirects == OverseeClientDirects) return;
        Refuse.Unless(by.Role == Role.Owner, OrganizationRefusals.OwnersOnly);
        OverseeClientDirects = clientDirects;
        SightRulesChange();
    }

    /// <summary>Conventions belong to the organization and share its version.</summary>
    public void ConventionsChanged() => Version++;

    private void SightRulesChange()
    {
        Version++;
        Record(new SightRulesChanged(Id));
    }
}
