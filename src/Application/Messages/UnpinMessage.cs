using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>Takes a message out of those that are pinned. Again is no error.</summary>
public sealed record UnpinMessage(Guid ConversationId, long Number) : ICommand, IForMembers
{
    internal sealed class Handler(ConversationAccess access) : ICommandHandler<UnpinMessage>
    {
        public async Task Handle(UnpinMessage command, CancellationToken ct)
        {
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            conversation.Unpin(entry, by);
        }
    }
}
