using ClientChats.Application.Kernel;

namespace ClientChats.Application.Conversations;

/// <summary>Takes a conversation out of the archive; everything goes on where it stopped.</summary>
public sealed record RestoreConversation(Guid ConversationId) : ICommand, IForMembers
{
    internal sealed class Handler(ConversationAccess access) : ICommandHandler<RestoreConversation>
    {
        public async Task Handle(RestoreConversation command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            conversation.Restore(by);
        }
    }
}
