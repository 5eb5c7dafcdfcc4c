using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Messages;

namespace ClientChats.Application.Messages;

/// <summary>A final version on the shelf of a conversation.</summary>
/// <param name="Number">The number of the message that holds it.</param>
/// <param name="Author">Who wrote the message.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="File">The file; its <c>final</c> says who marked it, and when.</param>
/// <param name="Former">The versions whose place it took, the newest first.</param>
public sealed record FinalOnShelf(long Number, AuthorView? Author, DateTimeOffset CreatedAt, FileView File, IReadOnlyList<FinalOnShelf> Former);

/// <summary>What is final in a conversation now, the newest first, each with its former versions; as far as the messages exist for the viewer.</summary>
public sealed record ListFinals(Guid ConversationId) : IQuery<Page<FinalOnShelf>>, IForMembers
{
    internal sealed class Handler(IHistory history, IViewerContext current) : IQueryHandler<ListFinals, Page<FinalOnShelf>>
    {
        public async Task<Page<FinalOnShelf>> Handle(ListFinals query, CancellationToken cancellationToken)
        {
            var entries = await history.FinalsAsync(current.Viewer, query.ConversationId, cancellationToken);
            var marked = entries.SelectMany(entry => (entry.Attachments ?? []).Where(file => file.Final is not null).Select(file => new FinalOnShelf(entry.Number, entry.Author, entry.CreatedAt, file, [])))
                .OrderByDescending(one => one.File.Final!.At).ToList();
            var byPlace = marked.ToDictionary(PlaceOf);
            var former = marked.Where(one => !one.File.Final!.IsCurrent).ToLookup(one => CurrentOf(one, byPlace));
            return new([.. marked.Where(one => one.File.Final!.IsCurrent).Select(one => one with { Former = [.. former[PlaceOf(one)]] })], null);
        }

        private static FilePlace PlaceOf(FinalOnShelf one) => new(one.Number, one.File.Id);

        /// <summary>The version that counts in place of this one; null where it does not exist for the viewer.</summary>
        private static FilePlace? CurrentOf(FinalOnShelf one, Dictionary<FilePlace, FinalOnShelf> byPlace)
        {
            while (one.File.Final!.SupersededBy is { } next)
            {
                if (!byPlace.TryGetValue(new FilePlace(next.Number, next.FileId), out var newer)) return null;
                one = newer;
            }

            return one.File.Final.IsCurrent ? PlaceOf(one) : null;
        }
    }
}
