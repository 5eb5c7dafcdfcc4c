using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>Who may say which contact a client of a conversation is, and what follows from it.</summary>
internal sealed class ClientAccess(IClientChatsDb db, ConversationAccess access, ContactReach reach, IAudiences audiences, ILiveNotices notices)
{
    /// <summary>Locks the conversation, and refuses unless the viewer may link this client of it.</summary>
    /// <remarks>A link decides who sees the client's chats, so that it must not do what a handover may not: take a client away from a colleague.</remarks>
    public async Task<Standing> OpenAsync(Guid conversationId, Guid participantId, CancellationToken ct)
    {
        var (conversation, by) = await access.OpenAsync(conversationId, ct);
        Refuse.Unless(conversation.AbilitiesOf(by).LinkClients, CrmRefusals.MayNotLink);
        Refuse.Unless(await IsClientOfAsync(conversation, participantId, ct), CrmRefusals.ClientNotFound);
        if (by.Viewer.IsAdministrator || by.Viewer.IsSupervisor) return by;

        var organizationId = by.Viewer.OrganizationId;
        var responsibles = await (
            from link in db.ParticipantContacts
            where link.OrganizationId == organizationId && link.ParticipantId == participantId
            join responsible in db.ContactResponsibles on new { link.OrganizationId, link.ExternalId } equals new { responsible.OrganizationId, responsible.ExternalId }
            select responsible.MemberId).ToListAsync(ct);
        Refuse.If(responsibles.Count > 0 && !responsibles.Contains(by.Viewer.MemberId), CrmRefusals.ClientOfAnother);
        return by;
    }

    /// <summary>Has it stored and told who sees the conversations of people whose links changed.</summary>
    public async Task FollowAsync(Guid organizationId, IReadOnlyCollection<Guid> participantIds, CancellationToken ct)
    {
        var conversations = await reach.ConversationsOfAsync(organizationId, participantIds, ct);
        audiences.Changed(organizationId, conversations, "linkedByHand");
        foreach (var id in conversations) notices.Add(new ConversationNotice(organizationId, id, ConversationNotice.Changed));
    }

    /// <summary>Where nobody is left, the last client counts as being there, as the predicate has it.</summary>
    private async Task<bool> IsClientOfAsync(Conversation conversation, Guid participantId, CancellationToken ct)
    {
        var clients = await db.PresentClients.Where(p => p.OrganizationId == conversation.OrganizationId && p.ConversationId == conversation.Id).Select(p => p.ParticipantId).ToListAsync(ct);
        if (clients.Count > 0) return clients.Contains(participantId);
        return conversation.LastClientId == participantId && await db.Participants.AnyAsync(p => p.OrganizationId == conversation.OrganizationId && p.Id == participantId && p.IsClient, ct);
    }
}
