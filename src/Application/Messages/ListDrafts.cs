using ClientChats.Application.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>All that the viewer has begun to write in conversations that he sees, the newest first.</summary>
public sealed record ListDrafts : IQuery<Page<DraftItem>>, IForMembers
{
    internal sealed class Handler(IDrafts drafts, IViewerContext current) : IQueryHandler<ListDrafts, Page<DraftItem>>
    {
        public async Task<Page<DraftItem>> Handle(ListDrafts query, CancellationToken cancellationToken) => new(await drafts.ListAsync(current.Viewer, cancellationToken), null);
    }
}
