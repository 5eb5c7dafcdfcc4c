using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;

namespace ClientChats.Application.Messages;

/// <summary>A message as its author sends it.</summary>
public sealed record NewMessage(Guid ConversationId, Guid ClientMessageId, string Text, long? ReplyTo)
{
    /// <summary>The message under whose thread it stands; null in the main stream.</summary>
    public long? Thread { get; init; }

    /// <summary>The files that it holds, in their order; none where it holds none.</summary>
    public IReadOnlyList<Guid> AttachmentIds { get; init; } = [];

    /// <summary>The message that it passes on.</summary>
    public MessagePlace? Forward { get; init; }

    /// <summary>How its matter stands from the beginning.</summary>
    public WantedStatus? Status { get; init; }
}

/// <summary>A message as it was stored; <paramref name="IsRepeat"/> where this id had been sent before.</summary>
public sealed record PostedMessage(EntryView Entry, bool IsRepeat)
{
    /// <summary>The decisions asked of its author that it answers, by number.</summary>
    public IReadOnlyList<long> Answers { get; init; } = [];
}

/// <summary>
/// Appends messages to conversations. Messages that wait at the same moment share one commit; what is answered is on disk.
/// </summary>
public interface IMessageLog
{
    /// <summary>Refuses what the author may not do at the moment of the commit, with the same answers as everywhere else.</summary>
    Task<PostedMessage> PostAsync(Viewer author, NewMessage message, CancellationToken ct);
}

/// <summary>Which part of a conversation's log is asked for: the newest, or a page beside a number.</summary>
public sealed record PageRequest(long? Before, long? After, long? Around, int Limit);

/// <summary>A page of a log, oldest entry first, complete up to a revision.</summary>
/// <param name="Items">The entries, oldest first.</param>
/// <param name="HasBefore">There are earlier ones.</param>
/// <param name="HasAfter">There are later ones.</param>
/// <param name="Revision">The revision at which it was read; changes after it are asked for with it.</param>
public sealed record HistoryPage(IReadOnlyList<EntryView> Items, bool HasBefore, bool HasAfter, long Revision);

/// <summary>The present state of an entry that changed.</summary>
/// <param name="Revision">The revision at which it changed.</param>
/// <param name="Number">The number in the log.</param>
/// <param name="Entry">Its present state.</param>
public sealed record ChangedEntry(long Revision, long Number, EntryView Entry);

/// <summary>What changed after a revision. With <paramref name="More"/> the next part is asked for with <paramref name="Revision"/>.</summary>
/// <param name="Items">The entries that changed, in the order of their changes.</param>
/// <param name="Revision">How far this answer is complete.</param>
/// <param name="More">There is more after this revision.</param>
/// <param name="Reset">The revision asked for is unknown here; read anew.</param>
public sealed record ChangesPage(IReadOnlyList<ChangedEntry> Items, long Revision, bool More, bool Reset);

/// <summary>Reads conversations' logs. The check whether the reader sees the conversation is part of the statement that reads.</summary>
public interface IHistory
{
    Task<HistoryPage> PageAsync(Viewer reader, Guid conversationId, PageRequest page, CancellationToken ct);

    Task<ChangesPage> ChangesAsync(Viewer reader, Guid conversationId, long after, int limit, CancellationToken ct);

    Task<EntryView> OneAsync(Viewer reader, Guid conversationId, long number, CancellationToken ct);

    /// <summary>The pinned messages that exist for the reader, in their order.</summary>
    Task<IReadOnlyList<EntryView>> PinsAsync(Viewer reader, Guid conversationId, CancellationToken ct);

    /// <summary>The entries with final versions that exist for the reader, by number.</summary>
    Task<IReadOnlyList<EntryView>> FinalsAsync(Viewer reader, Guid conversationId, CancellationToken ct);

    /// <summary>An entry for everybody who sees the conversation, as employees read it; null where it is gone.</summary>
    Task<EntryView?> FindAsync(Guid organizationId, Guid conversationId, long number, CancellationToken ct);
}
