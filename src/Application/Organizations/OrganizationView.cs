using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Organizations;

/// <summary>The organization's settings.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Locale"><c>ru</c> or <c>en</c>: the language of mails to people who have no account yet.</param>
/// <param name="TimeZone">An IANA time zone.</param>
/// <param name="Country">ISO 3166-1 alpha-2; telephone numbers without a plus sign are read as this country's.</param>
/// <param name="InvitationLifetimeDays">How long a link lets its reader in, 1 to 90 days.</param>
/// <param name="Responsibility">Where the responsible of a CRM contact is read from.</param>
/// <param name="OverseeClientDirects">Whether supervisors and quality control also see the direct chats of clients.</param>
/// <param name="Version">The version that the ETag names.</param>
public sealed record OrganizationView(
    Guid Id, string Name, string Locale, string TimeZone, string Country, int InvitationLifetimeDays, Responsibility Responsibility, bool OverseeClientDirects,
    [property: System.Text.Json.Serialization.JsonIgnore] int Version);
