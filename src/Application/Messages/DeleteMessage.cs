using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>An author takes back what he wrote, or the chat's owner what somebody else did. Its number stays; its text is gone everywhere. Again is no error.</summary>
public sealed record DeleteMessage(Guid ConversationId, long Number) : ICommand, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, TimeProvider time) : ICommandHandler<DeleteMessage>
    {
        public async Task Handle(DeleteMessage command, CancellationToken ct)
        {
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            if (entry.Finals is not null) (await db.ShelfOfAsync(conversation, ct)).Forget(entry);
            conversation.Delete(entry, by, time.GetUtcNow());
        }
    }
}
