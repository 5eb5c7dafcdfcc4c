using ClientChats.Application.Kernel;

namespace ClientChats.Application.Conversations;

/// <summary>Takes somebody out of a conversation, or leaves it oneself; his access ends with this request.</summary>
public sealed record RemoveMember(Guid ConversationId, Guid MemberId) : ICommand, IChangesVisibility, IForMembers
{
    internal sealed class Handler(ConversationAccess access, TimeProvider time) : ICommandHandler<RemoveMember>
    {
        public async Task Handle(RemoveMember command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            conversation.Remove(command.MemberId, by, time.GetUtcNow());
        }
    }
}
