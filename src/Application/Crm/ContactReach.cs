using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>Finds the conversations in which people are, or count as being.</summary>
internal sealed class ContactReach(IClientChatsDb db)
{
    public async Task<List<Guid>> ConversationsOfAsync(Guid organizationId, IReadOnlyCollection<Guid> participantIds, CancellationToken ct)
    {
        if (participantIds.Count == 0) return [];
        var outside = db.BridgedPresences.Where(p => p.OrganizationId == organizationId && participantIds.Contains(p.ParticipantId) && p.IsPresent).Select(p => p.ConversationId);
        var members = db.ConversationMembers.Where(m => m.OrganizationId == organizationId && participantIds.Contains(m.MemberId)).Select(m => m.ConversationId);
        var last = db.Conversations.Where(c => c.OrganizationId == organizationId && c.LastClientId != null && participantIds.Contains(c.LastClientId.Value)).Select(c => c.Id);
        return await outside.Union(members).Union(last).ToListAsync(ct);
    }

    /// <summary>The conversations of clients who are these contacts.</summary>
    public async Task<List<Guid>> ConversationsOfContactsAsync(Guid organizationId, IReadOnlyCollection<string> externalIds, CancellationToken ct)
    {
        var people = await db.ParticipantContacts.Where(l => l.OrganizationId == organizationId && externalIds.Contains(l.ExternalId)).Select(l => l.ParticipantId).Distinct().ToListAsync(ct);
        return await ConversationsOfAsync(organizationId, people, ct);
    }

    /// <summary>Of these, the conversations whose sight follows the CRM.</summary>
    public Task<List<Guid>> FollowingCrmAsync(Guid organizationId, IReadOnlyCollection<Guid> conversationIds, CancellationToken ct) => db.Conversations
        .Where(c => c.OrganizationId == organizationId && conversationIds.Contains(c.Id) && c.AccessMode == AccessMode.Crm).Select(c => c.Id).ToListAsync(ct);
}
