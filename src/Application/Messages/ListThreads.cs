using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>The messages of a conversation that have threads, the one with the newest reply first; or only those with replies that one has not read.</summary>
public sealed record ListThreads(Guid ConversationId, bool? Unread, string? Cursor, int Limit) : IQuery<Page<EntryView>>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ListThreads>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).PageLimit();
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
        }
    }

    internal sealed class Handler(IThreads threads, IViewerContext current) : IQueryHandler<ListThreads, Page<EntryView>>
    {
        public async Task<Page<EntryView>> Handle(ListThreads query, CancellationToken cancellationToken)
        {
            var before = Kernel.Cursor.Read(query.Cursor, 1) is [var last] ? Kernel.Cursor.NumberIn(last) : (long?)null;
            var roots = await threads.RootsAsync(current.Viewer, query.ConversationId, query.Unread ?? false, before, query.Limit + 1, cancellationToken);
            if (roots.Count <= query.Limit) return new Page<EntryView>(roots, null);
            var items = roots.Take(query.Limit).ToList();
            return new Page<EntryView>(items, Kernel.Cursor.Of(items[^1].Replies!.LastNumber));
        }
    }
}
