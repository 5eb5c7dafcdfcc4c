using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>A member who becomes a guest makes his conversations client chats; one who ceases to be a guest is a client in them no longer.</summary>
internal sealed class FollowRoleInConversations(IClientChatsDb db, IAudiences audiences) : IReaction<MemberStandingChanged>
{
    public async Task React(MemberStandingChanged happened, CancellationToken ct)
    {
        var (wasGuest, isGuest) = (happened.From == Role.Guest, happened.To == Role.Guest);
        if (wasGuest == isGuest) return;

        var ids = await db.ConversationMembers.Where(m => m.OrganizationId == happened.OrganizationId && m.MemberId == happened.MemberId).Select(m => m.ConversationId).ToListAsync(ct);
        await db.LockConversationsAsync(happened.OrganizationId, ids, ct);
        if (isGuest)
        {
            var conversations = await db.Conversations.Where(c => c.OrganizationId == happened.OrganizationId && ids.Contains(c.Id)).ToListAsync(ct);
            foreach (var conversation in conversations) conversation.MemberBecameClient();
        }
        else
        {
            audiences.Changed(happened.OrganizationId, ids, "roleChanged");
        }
    }
}
