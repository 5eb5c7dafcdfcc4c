using ClientChats.Application.Kernel;

namespace ClientChats.Application.Conversations;

/// <summary>Takes a conversation's picture away; without one this changes nothing.</summary>
public sealed record RemoveAvatar(Guid ConversationId) : ICommand, IForMembers
{
    internal sealed class Handler(ConversationAccess access) : ICommandHandler<RemoveAvatar>
    {
        public async Task Handle(RemoveAvatar command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            conversation.ShowPicture(null, by);
        }
    }
}
