using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>A responsible who is active no longer, or again, changes who sees his clients' conversations.</summary>
internal sealed class RefreshClientsWhenStandingChanges(IClientChatsDb db, ContactReach reach, IAudiences audiences) : IReaction<MemberStandingChanged>
{
    public async Task React(MemberStandingChanged happened, CancellationToken ct)
    {
        var counted = happened.WasActive && happened.From != Role.Guest;
        var counts = happened.IsActive && happened.To != Role.Guest;
        if (counted == counts) return;

        var crmUsers = await db.MemberCrmUsers.Where(u => u.OrganizationId == happened.OrganizationId && u.MemberId == happened.MemberId).Select(u => u.CrmUserId).ToListAsync(ct);
        var contacts = await ContactsNaming.ContactsAsync(db, happened.OrganizationId, happened.MemberId, crmUsers, ct);
        audiences.Changed(happened.OrganizationId, await reach.ConversationsOfContactsAsync(happened.OrganizationId, contacts, ct), "standingChanged");
    }
}

/// <summary>A CRM user who has become, or ceased to be, one of us changes who is responsible.</summary>
internal sealed class RefreshClientsWhenCrmUsersChange(IClientChatsDb db, ContactReach reach, IAudiences audiences) : IReaction<MemberCrmUsersChanged>
{
    public async Task React(MemberCrmUsersChanged happened, CancellationToken ct)
    {
        var contacts = await ContactsNaming.ContactsAsync(db, happened.OrganizationId, memberId: null, happened.CrmUserIds, ct);
        audiences.Changed(happened.OrganizationId, await reach.ConversationsOfContactsAsync(happened.OrganizationId, contacts, ct), "crmUsersChanged");
    }
}

/// <summary>A new guest is recognised as a contact by his address.</summary>
internal sealed class LinkGuestWhenJoined(IClientChatsDb db, ContactLinks links) : IReaction<MemberJoined>
{
    public async Task React(MemberJoined happened, CancellationToken ct)
    {
        if (happened.Role != Role.Guest) return;
        await db.FlushAsync(ct);
        var email = await db.Members.Where(m => m.OrganizationId == happened.OrganizationId && m.Id == happened.MemberId).Select(m => m.EmailKey).SingleAsync(ct);
        await links.AlignAsync(happened.OrganizationId, happened.MemberId, isClient: true, [(ContactKey.Email, email, LinkedBy.Email)], ct);
    }
}

/// <summary>Another reading of responsibility, or of oversight, decides every conversation it may concern anew.</summary>
internal sealed class RefreshAllWhenSightRulesChange(IClientChatsDb db, IAudiences audiences) : IReaction<SightRulesChanged>
{
    public async Task React(SightRulesChanged happened, CancellationToken ct)
    {
        var concerned = await db.Conversations
            .Where(c => c.OrganizationId == happened.OrganizationId && (c.AccessMode == AccessMode.Crm || c.Kind == ConversationKind.Direct && c.IsClientChat))
            .Select(c => c.Id).ToListAsync(ct);
        audiences.Changed(happened.OrganizationId, concerned, "settingsChanged");
    }
}

/// <summary>Finds the contacts that name somebody as responsible, themselves or by a deal.</summary>
internal static class ContactsNaming
{
    public static Task<List<string>> ContactsAsync(IClientChatsDb db, Guid organizationId, Guid? memberId, IReadOnlyCollection<string> crmUsers, CancellationToken ct) => db.Contacts
        .Where(c => c.OrganizationId == organizationId && c.DeletedAt == null
            && (memberId != null && c.ResponsibleMemberId == memberId || c.ResponsibleCrmUserId != null && crmUsers.Contains(c.ResponsibleCrmUserId)
                || c.Deals.Any(d => memberId != null && d.ResponsibleMemberId == memberId || d.ResponsibleCrmUserId != null && crmUsers.Contains(d.ResponsibleCrmUserId))))
        .Select(c => c.ExternalId).ToListAsync(ct);
}
