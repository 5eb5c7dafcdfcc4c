using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A duty that an employee holds.</summary>
public enum Duty { Supervisor, QualityControl, ReceivesNewClients }

/// <summary>The organization as its members know it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Locale"><c>ru</c> or <c>en</c>.</param>
/// <param name="TimeZone">An IANA time zone.</param>
/// <param name="Oversight">It has supervisors or quality control, who read client chats.</param>
public sealed record OwnOrganization(Guid Id, string Name, string Locale, string TimeZone, bool Oversight);

/// <summary>What the signed-in member may do in the organization; the app shows exactly this.</summary>
/// <param name="Invite">Invite people.</param>
/// <param name="ManageMembers">Change members.</param>
/// <param name="ManageOrganization">Change settings.</param>
/// <param name="SeeContacts">See CRM contacts.</param>
/// <param name="SeeAllContacts">See all of them.</param>
/// <param name="SeeRadar">See client chats that no contact explains.</param>
/// <param name="HandOverAny">Hand over anybody's clients.</param>
/// <param name="SeeJobs">See background jobs.</param>
/// <param name="CreateChats">Open group chats.</param>
/// <param name="CreateTokens">Make tokens.</param>
public sealed record OwnAbilities(
    bool Invite, bool ManageMembers, bool ManageOrganization, bool SeeContacts, bool SeeAllContacts, bool SeeRadar, bool HandOverAny, bool SeeJobs, bool CreateChats, bool CreateTokens);

/// <summary>The signed-in member.</summary>
/// <param name="Id">The id.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="FirstName">1 to 100 characters.</param>
/// <param name="LastName">1 to 100 characters.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="Role">The role in the organization.</param>
/// <param name="Duties">The duties that he holds.</param>
/// <param name="Locale"><c>ru</c> or <c>en</c>.</param>
/// <param name="TimeZone">An IANA time zone.</param>
/// <param name="Status">Always <c>active</c>.</param>
/// <param name="Organization">One's organization.</param>
/// <param name="Can">What one may do in it.</param>
/// <param name="AvatarUrl">Where one's own picture is; absent where there is none.</param>
public sealed record MeView(
    Guid Id, string Email, string FirstName, string LastName, string DisplayName, Role Role, IReadOnlyList<Duty> Duties, string Locale, string TimeZone,
    MemberStatus Status, OwnOrganization Organization, OwnAbilities Can, string? AvatarUrl);

/// <summary>Reads the signed-in member's own view.</summary>
internal static class MeReader
{
    public static async Task<MeView> ReadMeAsync(this IClientChatsDb db, Guid organizationId, Guid memberId, CancellationToken ct)
    {
        var member = await db.Members.AsNoTracking().SingleAsync(m => m.OrganizationId == organizationId && m.Id == memberId, ct);
        var organization = await db.Organizations.AsNoTracking().SingleAsync(o => o.Id == organizationId, ct);
        var oversight = await db.Members.AnyAsync(m => m.OrganizationId == organizationId && m.Status == MemberStatus.Active && (m.IsSupervisor || m.IsQualityControl), ct);
        return new MeView(
            member.Id, member.Email, member.FirstName, member.LastName, member.DisplayName, member.Role, DutiesOf(member), member.Locale, member.TimeZone, member.Status,
            new OwnOrganization(organization.Id, organization.Name, organization.Locale, organization.TimeZone, oversight), AbilitiesOf(member),
            Files.AvatarUrl.OfMember(member.Id, member.AvatarId));
    }

    public static IReadOnlyList<Duty> DutiesOf(Member member) =>
    [
        .. member.IsSupervisor ? [Duty.Supervisor] : Array.Empty<Duty>(),
        .. member.IsQualityControl ? [Duty.QualityControl] : Array.Empty<Duty>(),
        .. member.ReceivesNewClients ? [Duty.ReceivesNewClients] : Array.Empty<Duty>(),
    ];

    private static OwnAbilities AbilitiesOf(Member member)
    {
        var seesAll = member.IsAdministrator || member.IsSupervisor || member.IsQualityControl;
        return new OwnAbilities(
            Invite: member.IsAdministrator, ManageMembers: member.IsAdministrator, ManageOrganization: member.IsAdministrator,
            SeeContacts: !member.IsGuest, SeeAllContacts: seesAll, SeeRadar: seesAll || member is { IsGuest: false, ReceivesNewClients: true }, HandOverAny: member.IsAdministrator || member.IsSupervisor,
            SeeJobs: member.IsAdministrator, CreateChats: !member.IsGuest, CreateTokens: !member.IsGuest);
    }
}
