using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Chats;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Chats;

/// <summary>Chats whose owner is deactivated, or becomes a guest, pass to the employee who has been in them longest.</summary>
internal sealed class PassOwnershipWhenOwnerIsGone(IClientChatsDb db, TimeProvider time) : IReaction<MemberStandingChanged>
{
    public async Task React(MemberStandingChanged happened, CancellationToken ct)
    {
        if (happened.IsActive && happened.To != Role.Guest) return;
        var chats = await db.Chats.Where(c => c.OrganizationId == happened.OrganizationId && c.OwnerId == happened.MemberId).ToListAsync(ct);
        if (chats.Count == 0) return;

        var ids = chats.Select(c => c.Id).ToList();
        await db.LockConversationsAsync(happened.OrganizationId, ids, ct);
        var conversations = await db.Conversations.Include(c => c.Members).ThenInclude(m => m.Person).Where(c => c.OrganizationId == happened.OrganizationId && ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        foreach (var chat in chats) Ownership.Leave(chat, conversations[chat.Id], happened.MemberId, time.GetUtcNow());
    }
}

/// <summary>The owner who leaves is followed by the employee who has been in the chat longest, never by a guest.</summary>
internal sealed class PassOwnershipWhenOwnerLeaves(IClientChatsDb db, TimeProvider time) : IReaction<EmployeeLeftConversation>
{
    public async Task React(EmployeeLeftConversation happened, CancellationToken ct)
    {
        var chat = await db.Chats.SingleOrDefaultAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        if (chat?.OwnerId != happened.MemberId) return;

        var conversation = await db.Conversations.SingleAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        Ownership.Leave(chat, conversation, happened.MemberId, time.GetUtcNow());
    }
}

/// <summary>How a chat keeps an owner.</summary>
internal static class Ownership
{
    public static void Leave(Chat chat, Conversation conversation, Guid formerOwner, DateTimeOffset at)
    {
        var next = Succession.After(formerOwner, conversation);
        chat.PassTo(next?.Id);
        if (next is not null) conversation.Note(new SystemFact(SystemFactType.OwnerChanged) { Person = next.Id }, at);
    }
}
