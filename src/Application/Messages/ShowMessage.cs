using ClientChats.Application.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>One entry of a conversation, by its number.</summary>
public sealed record ShowMessage(Guid ConversationId, long Number) : IQuery<EntryView>, IForMembers
{
    internal sealed class Handler(IHistory history, IViewerContext current) : IQueryHandler<ShowMessage, EntryView>
    {
        public Task<EntryView> Handle(ShowMessage query, CancellationToken cancellationToken) =>
            history.OneAsync(current.Viewer, query.ConversationId, query.Number, cancellationToken);
    }
}
