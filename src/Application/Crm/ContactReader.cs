using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>Which contacts a viewer may know, and how they are shown to him.</summary>
internal sealed class ContactReader(IClientChatsDb db, IViewerContext current)
{
    /// <summary>Administrators, supervisors and quality control know all contacts; others their own and, where they receive new clients, those of nobody.</summary>
    public IQueryable<Contact> KnownTo(Viewer viewer)
    {
        Refuse.If(viewer.IsGuest, CrmRefusals.ContactNotFound);
        var contacts = db.Contacts.Where(c => c.OrganizationId == viewer.OrganizationId && c.DeletedAt == null);
        if (viewer.IsAdministrator || viewer.IsSupervisor || viewer.IsQualityControl) return contacts;

        var responsibles = db.ContactResponsibles.Where(r => r.OrganizationId == viewer.OrganizationId);
        return contacts.Where(c =>
            responsibles.Any(r => r.ExternalId == c.ExternalId && r.MemberId == viewer.MemberId)
            || viewer.ReceivesNewClients && !responsibles.Any(r => r.ExternalId == c.ExternalId));
    }

    public async Task<ContactView> ReadAsync(Contact contact, CancellationToken ct) => (await ReadAsync([contact], ct))[0];

    public async Task<IReadOnlyList<ContactView>> ReadAsync(IReadOnlyList<Contact> contacts, CancellationToken ct)
    {
        var viewer = current.Viewer;
        var ids = contacts.Select(c => c.ExternalId).ToList();
        var people = await NamesAsync(viewer.OrganizationId, contacts, ct);
        var links = (await db.ParticipantContacts.Where(l => l.OrganizationId == viewer.OrganizationId && ids.Contains(l.ExternalId)).ToListAsync(ct)).ToLookup(l => l.ExternalId);
        var chats = await ChatsAsync(viewer, ids, ct);
        return
        [
            .. contacts.Select(contact => new ContactView
            {
                ExternalId = contact.ExternalId, Name = contact.Name,
                Phones = Values(contact, ContactKey.Phone), Emails = Values(contact, ContactKey.Email),
                MessengerIds = [.. contact.Keys.Where(k => k.MessengerKind is not null).OrderBy(k => k.Kind).ThenBy(k => k.Value).Select(k => new MessengerId(k.MessengerKind!, k.Value))],
                Deals = [.. contact.Deals.OrderByDescending(d => d.CreatedAt).ThenBy(d => d.DealId).Select(d => new DealView(d.DealId, d.Name, people.Of(d.ResponsibleMemberId, d.ResponsibleCrmUserId), d.CreatedAt, d.ClosedAt))],
                Responsible = people.Of(contact.ResponsibleMemberId, contact.ResponsibleCrmUserId),
                ChatCount = chats.GetValueOrDefault(contact.ExternalId),
                LinkedBy = [.. links[contact.ExternalId].Select(l => l.LinkedBy).Distinct().Order()],
                Revision = contact.Revision, UpdatedAt = contact.UpdatedAt,
            }),
        ];
    }

    private static List<string> Values(Contact contact, string kind) => [.. contact.Keys.Where(k => k.Kind == kind).Select(k => k.Value).Order(StringComparer.Ordinal)];

    private async Task<Dictionary<string, int>> ChatsAsync(Viewer viewer, List<string> ids, CancellationToken ct)
    {
        var inChats =
            from link in db.ParticipantContacts
            where link.OrganizationId == viewer.OrganizationId && ids.Contains(link.ExternalId)
            join client in db.PresentClients on new { link.OrganizationId, link.ParticipantId } equals new { client.OrganizationId, client.ParticipantId }
            select new { link.ExternalId, client.ConversationId };
        if (!viewer.IsAdministrator)
            inChats = from chat in inChats join seen in db.VisibleConversations(viewer.OrganizationId, viewer.MemberId) on chat.ConversationId equals seen.Id select chat;
        return (await inChats.Distinct().ToListAsync(ct)).CountBy(c => c.ExternalId).ToDictionary(StringComparer.Ordinal);
    }

    private async Task<Names> NamesAsync(Guid organizationId, IReadOnlyList<Contact> contacts, CancellationToken ct)
    {
        var members = contacts.Select(c => c.ResponsibleMemberId).Concat(contacts.SelectMany(c => c.Deals).Select(d => d.ResponsibleMemberId)).OfType<Guid>().ToHashSet();
        var crmUsers = contacts.Select(c => c.ResponsibleCrmUserId).Concat(contacts.SelectMany(c => c.Deals).Select(d => d.ResponsibleCrmUserId)).OfType<string>().Distinct().ToList();
        var users = await db.MemberCrmUsers.Where(u => u.OrganizationId == organizationId && crmUsers.Contains(u.CrmUserId)).ToDictionaryAsync(u => u.CrmUserId, u => u.MemberId, ct);
        members.UnionWith(users.Values);
        return new Names(await db.Members.AsNoTracking().Where(m => m.OrganizationId == organizationId && members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct), users);
    }

    private sealed record Names(Dictionary<Guid, Member> Members, Dictionary<string, Guid> CrmUsers)
    {
        public ResponsibleView? Of(Guid? memberId, string? crmUserId)
        {
            if (memberId is null && crmUserId is null) return null;
            var id = memberId ?? (CrmUsers.TryGetValue(crmUserId!, out var user) ? user : null);
            if (id is null || !Members.TryGetValue(id.Value, out var member) || member.IsGuest) return new ResponsibleView(memberId, null, crmUserId, ResponsibleState.Unknown);
            return new ResponsibleView(member.Id, member.DisplayName, crmUserId, member.IsActive ? ResponsibleState.Active : ResponsibleState.Deactivated);
        }
    }
}
