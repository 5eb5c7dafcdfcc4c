using ClientChats.Domain.Conversations;
using ClientChats.Domain.Files;

namespace ClientChats.Domain.Messages;

/// <summary>
/// One number of a conversation's log: a message, or a system entry. A deleted message keeps its number and loses its text.
/// </summary>
public sealed class Entry
{
    /// <summary>How long an author may change what he wrote.</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromHours(24);

    private Entry() { }

    public Guid OrganizationId { get; private init; }
    public Guid ConversationId { get; private init; }
    public long Number { get; private init; }

    /// <summary>The revision at which it last changed.</summary>
    public long Revision { get; private set; }

    /// <summary>The revision at which it appeared.</summary>
    public long CreatedRevision { get; private init; }

    /// <summary>How many messages the main stream had up to here, this one included; unread counts are differences of it.</summary>
    public long Count { get; private init; }
    public Guid Id { get; private init; }
    public Guid? AuthorId { get; private init; }

    /// <summary>The author's own id of the message, where he wrote it here.</summary>
    public Guid? ClientMessageId { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? EditedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }
    public long? ReplyTo { get; private set; }

    /// <summary>The message under whose thread it stands; null in the main stream.</summary>
    public long? Thread { get; private init; }

    /// <summary>How the thread under it stands; null where nobody has replied in one.</summary>
    public Replies? Replies { get; private set; }
    public string? Text { get; private set; }
    public IReadOnlyList<Reaction>? Reactions { get; private set; }
    public DateTimeOffset? PinnedAt { get; private set; }
    public Guid? PinnedBy { get; private set; }
    public SystemFact? System { get; private init; }

    /// <summary>The files that it holds, as they are shown; null where there are none.</summary>
    public IReadOnlyList<AttachedFile>? Attachments { get; private set; }

    /// <summary>Who is called in it, in the order of the text; null where nobody is.</summary>
    public IReadOnlyList<Mention>? Mentions { get; private set; }

    /// <summary>The message that it passes on; null where it is none but its own.</summary>
    public ForwardedMessage? Forwarded { get; private set; }

    /// <summary>Those of its files that are final, or were; null where none is.</summary>
    public IReadOnlyList<FinalVersion>? Finals { get; private set; }

    /// <summary>How its matter stands; null where nobody has said.</summary>
    public MessageStatus? Status { get; private set; }

    public bool IsDeleted => DeletedAt is not null;

    public static Entry Message(Conversation conversation, Guid id, long number, long revision, long count, Guid authorId, string text, long? replyTo, DateTimeOffset at, MessageExtras? extras = null, long? thread = null) => new()
    {
        OrganizationId = conversation.OrganizationId, ConversationId = conversation.Id, Id = id, Number = number, Revision = revision,
        CreatedRevision = revision, Count = count, AuthorId = authorId, Text = text, ReplyTo = replyTo, Thread = thread, CreatedAt = at,
        Attachments = extras?.Attachments, Forwarded = extras?.Forwarded, Mentions = extras?.Mentions,
    };

    public static Entry Of(Conversation conversation, SystemFact fact, Guid id, long number, long revision, long count, DateTimeOffset at) => new()
    {
        OrganizationId = conversation.OrganizationId, ConversationId = conversation.Id, Id = id, Number = number, Revision = revision,
        CreatedRevision = revision, Count = count, System = fact, CreatedAt = at,
    };

    internal void Reword(string text, IReadOnlyList<Mention>? mentions, long revision, DateTimeOffset at) => (Text, Mentions, Revision, EditedAt) = (text, mentions, revision, at);

    internal void Erase(long revision, DateTimeOffset at) =>
        (Text, ReplyTo, Mentions, Attachments, Forwarded, Finals, Status, Reactions, PinnedAt, PinnedBy, Revision, DeletedAt) = (null, null, null, null, null, null, null, null, null, null, revision, at);

    internal void TakeReactions(IReadOnlyList<Reaction>? reactions, long revision) => (Reactions, Revision) = (reactions, revision);

    internal void TakeFinals(IReadOnlyList<FinalVersion>? finals, long revision) => (Finals, Revision) = (finals, revision);

    internal void TakeStatus(MessageStatus? status, long revision) => (Status, Revision) = (status, revision);

    internal void Pin(Guid by, long revision, DateTimeOffset at) => (PinnedBy, PinnedAt, Revision) = (by, at, revision);

    internal void Unpin(long revision) => (PinnedBy, PinnedAt, Revision) = (null, null, revision);

    internal void CountReply(Entry reply) => Replies = (Replies ?? Replies.None).With(reply);

    internal void TakeReplies(Replies replies, long revision) => (Replies, Revision) = (replies, revision);

    internal void MovePin(long revision) => Revision = revision;
}
