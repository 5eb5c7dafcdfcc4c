using ClientChats.Application.Chats;
using ClientChats.Application.Kernel;
using ClientChats.Application.Naming;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Naming;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>
/// Brings a change of contacts into effect within the running transaction: links, who sees what, and, after that and
/// under the same locks, the entry by which a conversation tells that its client was handed over, and its new name
/// where it carried the last name of the former responsible.
/// </summary>
internal sealed class ResponsibilityChange(
    IClientChatsDb db, IUnitOfWork unit, ContactLinks links, ContactReach reach, ConventionStore conventions, Renaming renaming, ILiveNotices notices, IViewerContext current, TimeProvider time)
{
    /// <param name="contacts">Contacts that are loaded and about to be changed.</param>
    /// <param name="cause">The reason for the log of access changes.</param>
    /// <param name="change">Changes them.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What the change opened and closed, and the conversations concerned.</returns>
    public async Task<(IReadOnlyList<AccessChange> Changes, IReadOnlyCollection<Guid> Conversations)> MakeAsync(
        IReadOnlyList<Contact> contacts, string cause, Action change, CancellationToken ct)
    {
        if (contacts.Count == 0) return ([], []);
        var organizationId = contacts[0].OrganizationId;
        var ids = contacts.Select(c => c.ExternalId).ToList();
        var before = await ResponsiblesAsync(organizationId, ids, ct);

        change();
        var people = new HashSet<Guid>();
        foreach (var contact in contacts) people.UnionWith(await links.AlignAsync(contact, ct));
        await db.FlushAsync(ct);

        var conversations = await reach.ConversationsOfAsync(organizationId, people, ct);
        var changes = await unit.RefreshAccessAsync(organizationId, conversations, cause, current.ViewerOrNull?.MemberId, ct);
        if (changes.Count > 0) notices.Add(new AccessNotice(organizationId, changes));
        await TellAsync(organizationId, before, await ResponsiblesAsync(organizationId, ids, ct), ct);
        return (changes, conversations);
    }

    private async Task<ILookup<string, Guid>> ResponsiblesAsync(Guid organizationId, List<string> ids, CancellationToken ct) =>
        (await db.ContactResponsibles.Where(r => r.OrganizationId == organizationId && ids.Contains(r.ExternalId)).ToListAsync(ct)).ToLookup(r => r.ExternalId, r => r.MemberId);

    /// <summary>Where one known responsible followed another, the conversations of that client say so.</summary>
    private async Task TellAsync(Guid organizationId, ILookup<string, Guid> before, ILookup<string, Guid> after, CancellationToken ct)
    {
        var facts = new Dictionary<Guid, (Guid To, HashSet<Guid> From)>();
        foreach (var contact in before.Where(b => after[b.Key].Any() && !b.ToHashSet().SetEquals(after[b.Key])))
        {
            var to = after[contact.Key].Except(contact).DefaultIfEmpty(after[contact.Key].First()).First();
            var from = contact.Except(after[contact.Key]).ToList();
            var concerned = await reach.FollowingCrmAsync(organizationId, await reach.ConversationsOfContactsAsync(organizationId, [contact.Key], ct), ct);
            foreach (var conversationId in concerned)
            {
                if (!facts.TryGetValue(conversationId, out var fact)) facts[conversationId] = fact = (to, []);
                fact.From.UnionWith(from);
            }
        }

        if (facts.Count == 0) return;
        var ids = facts.Keys.ToList();
        var conversations = await db.Conversations.Where(c => c.OrganizationId == organizationId && ids.Contains(c.Id)).ToListAsync(ct);
        foreach (var conversation in conversations)
        {
            var (to, from) = facts[conversation.Id];
            conversation.Note(new SystemFact(SystemFactType.HandedOver) { By = current.ViewerOrNull?.MemberId, To = to, From = [.. from.Where(id => id != to)] }, time.GetUtcNow());
        }

        await RenameAsync(organizationId, conversations, facts, ct);
    }

    private async Task RenameAsync(Guid organizationId, List<Conversation> conversations, Dictionary<Guid, (Guid To, HashSet<Guid> From)> facts, CancellationToken ct)
    {
        var ids = facts.Values.SelectMany(fact => fact.From.Append(fact.To)).Distinct().ToList();
        var people = await db.Members.Where(m => m.OrganizationId == organizationId && ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => new KnownPerson(m.FirstName, m.LastName), ct);
        var patterns = await conventions.ReadAsync(organizationId, ct);
        foreach (var conversation in conversations)
        {
            var (to, from) = facts[conversation.Id];
            var name = ResponsibleInName.HandedOver(conversation.Name, patterns, [.. from.Where(id => id != to).Select(id => people[id])], people[to]);
            if (name is { Length: <= Conversation.MaxNameLength }) await renaming.FollowResponsibleAsync(conversation, name, current.ViewerOrNull?.MemberId, time.GetUtcNow(), ct);
        }
    }
}
