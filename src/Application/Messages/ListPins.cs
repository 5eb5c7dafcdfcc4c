using ClientChats.Application.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>The pinned messages of a conversation that exist for the viewer, in their order.</summary>
public sealed record ListPins(Guid ConversationId) : IQuery<Page<EntryView>>, IForMembers
{
    internal sealed class Handler(IHistory history, IViewerContext current) : IQueryHandler<ListPins, Page<EntryView>>
    {
        public async Task<Page<EntryView>> Handle(ListPins query, CancellationToken cancellationToken) =>
            new(await history.PinsAsync(current.Viewer, query.ConversationId, cancellationToken), null);
    }
}
