using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Conversations;

/// <summary>Which conversations are asked for; null asks for all. Those in the archive are asked for by themselves.</summary>
public sealed record ConversationFilter(ConversationKind? Kind, bool? Client, bool? Unread, bool Archived, bool? Joined, string? Query)
{
    public bool IsEmpty => Kind is null && Client is null && Unread is null && !Archived && Joined is null or true && string.IsNullOrWhiteSpace(Query);
}

/// <summary>What the list knows of one conversation beside the item.</summary>
public sealed record ConversationDetails(
    ConversationItem Item, DateTimeOffset CreatedAt, long LastNumber, long Revision, long HistoryFloor, long? ReadNumber, Guid? OwnerId, string? OwnerName, string? OutsideTitle);

/// <summary>Reads conversations' lists, newest activity first, each kind of viewer by the index that fits him.</summary>
public interface IConversationList
{
    Task<Page<ConversationItem>> PageAsync(Viewer viewer, ConversationFilter filter, string? cursor, int limit, CancellationToken ct);

    /// <summary>One conversation that the viewer sees; null where he does not.</summary>
    Task<ConversationDetails?> FindAsync(Viewer viewer, Guid conversationId, CancellationToken ct);

    /// <summary>Conversations that an administrator manages: who is in them, and nothing of what is said.</summary>
    Task<Page<ConversationItem>> ManagedAsync(Viewer administrator, string? query, string? cursor, int limit, CancellationToken ct);

    Task<ConversationDetails?> FindManagedAsync(Viewer administrator, Guid conversationId, CancellationToken ct);
}

/// <summary>A member's mark in a conversation after it moved.</summary>
/// <param name="Number">Up to which number one has read.</param>
/// <param name="UnreadCount">Messages of others after it.</param>
/// <param name="MentionCount">How many messages after it call him.</param>
public sealed record ReadMark(long Number, long UnreadCount, long MentionCount);

/// <summary>Moves and reads the marks up to which members have read.</summary>
public interface IReadMarks
{
    /// <summary>Moves the mark forward or, with <paramref name="setBack"/>, back to the number; answers whether it moved.</summary>
    Task<(ReadMark Mark, bool Moved, bool IsMember)> MoveAsync(Viewer reader, Guid conversationId, long number, bool setBack, CancellationToken ct);

    /// <summary>The marks of members in a conversation that the viewer sees; a guest sees those of co-members.</summary>
    Task<IReadOnlyList<(Guid MemberId, long Number)>> OfMembersAsync(Viewer viewer, Guid conversationId, CancellationToken ct);
}
