using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>A page of a thread, its oldest reply first, complete up to a revision.</summary>
/// <param name="Root">The message under which it stands; absent where that does not exist for the reader, whose thread then starts at the first reply that does.</param>
/// <param name="Items">The replies, oldest first, with tombstones of deleted ones.</param>
/// <param name="HasBefore">There are earlier ones.</param>
/// <param name="HasAfter">There are later ones.</param>
/// <param name="Revision">The revision at which it was read; changes after it are asked for with it.</param>
/// <param name="ReadNumber">The reader's mark; absent where he does not follow the thread.</param>
/// <param name="UnreadCount">Replies of others after it.</param>
public sealed record ThreadPage(EntryView? Root, IReadOnlyList<EntryView> Items, bool HasBefore, bool HasAfter, long Revision, long? ReadNumber, long UnreadCount);

/// <summary>A member's mark in a thread after it moved.</summary>
/// <param name="Number">Up to which number one has read; the first message's own where one has read no reply.</param>
/// <param name="UnreadCount">Replies of others after it.</param>
public sealed record ThreadMark(long Number, long UnreadCount);

/// <summary>Reads threads, and moves the marks up to which their followers have read. The check whether the reader sees the conversation is part of each statement.</summary>
public interface IThreads
{
    Task<ThreadPage> PageAsync(Viewer reader, Guid conversationId, long root, PageRequest page, CancellationToken ct);

    /// <summary>The messages with threads that exist for the reader, the one with the newest reply first; those whose newest reply comes before a number.</summary>
    Task<IReadOnlyList<EntryView>> RootsAsync(Viewer reader, Guid conversationId, bool onlyUnread, long? before, int limit, CancellationToken ct);

    /// <summary>Moves the mark forward or, with <paramref name="setBack"/>, back to the number; answers whether it moved.</summary>
    Task<(ThreadMark Mark, bool Moved)> MoveAsync(Viewer reader, Guid conversationId, long root, long number, bool setBack, CancellationToken ct);
}
