using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>An author takes back what he wrote, or the chat's owner what somebody else did. Its number stays; its text is gone everywhere. Again is no error.</summary>
public sealed record DeleteMessage(Guid ConversationId, long Number) : ICommand, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, TimeProvider time) : ICommandHandler<DeleteMessage>
    {
        public async Task Handle(DeleteMessage command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            var entry = await db.Entries.SingleOrDefaultAsync(e => e.OrganizationId == conversation.OrganizationId && e.ConversationId == conversation.Id && e.Number == command.Number, ct);
            conversation.Delete(entry ?? throw new RefusedException(by.Sees ? MessageRefusals.NotFound : Domain.Conversations.ConversationRefusals.NotFound), by, time.GetUtcNow());
        }
    }
}
