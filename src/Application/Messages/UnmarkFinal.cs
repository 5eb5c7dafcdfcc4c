using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>Takes the mark of a final version away; what it had superseded counts again. Again is no error.</summary>
public sealed record UnmarkFinal(Guid ConversationId, long Number, Guid? FileId) : ICommand, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access) : ICommandHandler<UnmarkFinal>
    {
        public async Task Handle(UnmarkFinal command, CancellationToken ct)
        {
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            (await db.ShelfOfAsync(conversation, ct)).Unmark(entry, command.FileId, by);
        }
    }
}
