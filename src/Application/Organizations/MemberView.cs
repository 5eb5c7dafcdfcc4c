using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Organizations;

/// <summary>A member of the organization as its reader may know him.</summary>
/// <param name="Id">The member's id, which is his participant id as well.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="DisplayName">Both names.</param>
/// <param name="Role">His role.</param>
/// <param name="Status">Active, or deactivated.</param>
/// <param name="IsClient">He is a guest.</param>
/// <param name="Company">The guest's company, where it is known.</param>
/// <param name="Email">For employees only.</param>
/// <param name="Duties">For employees only.</param>
/// <param name="Phones">His own numbers in E.164; for administrators only.</param>
/// <param name="CrmUserIds">The users of the CRM that are he; for administrators only.</param>
/// <param name="CreatedAt">Since when he is a member; for employees only.</param>
/// <param name="DeactivatedAt">Since when he is deactivated; for employees only.</param>
/// <param name="AvatarUrl">Where his picture is; absent where he has none.</param>
/// <param name="Can">What the reader may do to him.</param>
public sealed record MemberView(
    Guid Id, string FirstName, string LastName, string DisplayName, Role Role, MemberStatus Status, bool IsClient, string? Company,
    string? Email, IReadOnlyList<Duty>? Duties, IReadOnlyList<string>? Phones, IReadOnlyList<string>? CrmUserIds, DateTimeOffset? CreatedAt, DateTimeOffset? DeactivatedAt,
    string? AvatarUrl, MemberAbilities Can)
{
    internal static MemberView Of(Member member, Viewer reader, int activeOwners)
    {
        var view = new MemberView(
            member.Id, member.FirstName, member.LastName, member.DisplayName, member.Role, member.Status, member.IsGuest, member.Company,
            Email: null, Duties: null, Phones: null, CrmUserIds: null, CreatedAt: null, DeactivatedAt: null,
            Files.AvatarUrl.OfMember(member.Id, member.AvatarId), member.AbilitiesOf(reader, activeOwners));
        if (reader.IsEmployee) view = view with { Email = member.Email, Duties = MeReader.DutiesOf(member), CreatedAt = member.CreatedAt, DeactivatedAt = member.DeactivatedAt };
        if (reader.IsAdministrator) view = view with { Phones = [.. member.Phones.Select(p => p.Phone).Order()], CrmUserIds = [.. member.CrmUsers.Select(u => u.CrmUserId).Order()] };
        return view;
    }
}
