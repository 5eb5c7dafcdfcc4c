using ClientChats.Application.Kernel;

namespace ClientChats.Application.Conversations;

/// <summary>Puts a conversation into the archive for everybody: it can be read, and leaves the list.</summary>
public sealed record ArchiveConversation(Guid ConversationId) : ICommand, IForMembers
{
    internal sealed class Handler(ConversationAccess access, TimeProvider time) : ICommandHandler<ArchiveConversation>
    {
        public async Task Handle(ArchiveConversation command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            conversation.Archive(by, time.GetUtcNow());
        }
    }
}
