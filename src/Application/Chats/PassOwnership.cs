using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Chats;

/// <summary>The owner who leaves is followed by the employee who has been in the chat longest, never by a guest.</summary>
internal sealed class PassOwnershipWhenOwnerLeaves(IClientChatsDb db, TimeProvider time) : IReaction<EmployeeLeftConversation>
{
    public async Task React(EmployeeLeftConversation happened, CancellationToken ct)
    {
        var chat = await db.Chats.SingleOrDefaultAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        if (chat?.OwnerId != happened.MemberId) return;

        var conversation = await db.Conversations.SingleAsync(c => c.OrganizationId == happened.OrganizationId && c.Id == happened.ConversationId, ct);
        var next = conversation.Members.Where(m => m is { IsGuest: false, Person.IsActive: true } && m.MemberId != happened.MemberId).OrderBy(m => m.AddedAt).ThenBy(m => m.MemberId).FirstOrDefault();
        chat.PassTo(next?.MemberId);
        if (next is not null) conversation.Note(new SystemFact(SystemFactType.OwnerChanged) { Person = next.MemberId }, time.GetUtcNow());
    }
}
