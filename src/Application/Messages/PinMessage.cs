using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>Pins a message after those that are pinned already, for everybody in the conversation. Again is no error.</summary>
public sealed record PinMessage(Guid ConversationId, long Number) : ICommand, IForMembers
{
    internal sealed class Handler(ConversationAccess access, TimeProvider time) : ICommandHandler<PinMessage>
    {
        public async Task Handle(PinMessage command, CancellationToken ct)
        {
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            conversation.Pin(entry, by, time.GetUtcNow());
        }
    }
}
