using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Messages;

/// <summary>A message that waits for a decision, or by which one was asked for.</summary>
public sealed record DecisionView
{
    /// <summary>The conversation.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>Its name; of a direct chat, that of the other one.</summary>
    public required string ConversationName { get; init; }

    /// <summary>What kind of conversation it is.</summary>
    public required ConversationKind Kind { get; init; }

    /// <summary>There is, or has been, a client in it.</summary>
    public required bool IsClientChat { get; init; }

    /// <summary>The number of the message.</summary>
    public required long Number { get; init; }

    /// <summary>Who wrote it.</summary>
    public AuthorView? Author { get; init; }

    /// <summary>How it begins.</summary>
    public required string Text { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who decides, until when, and whether he has answered.</summary>
    public required StatusView Status { get; init; }

    /// <summary>The reader is to decide.</summary>
    public bool Own { get; init; }

    /// <summary>It waits, and was due before now.</summary>
    public bool Overdue { get; init; }
}

/// <summary>Which decisions are listed.</summary>
/// <param name="ConversationId">Those of one conversation.</param>
/// <param name="Decided">Those that were made, the newest first; otherwise those that are waited for, the one due first before the others.</param>
/// <param name="ByClients">Those that clients make, or those that employees make.</param>
/// <param name="OnlyOwn">Those that the reader makes.</param>
public sealed record DecisionFilter(Guid? ConversationId = null, bool Decided = false, bool? ByClients = null, bool OnlyOwn = false);

/// <summary>Where a decision stands in a list.</summary>
public sealed record DecisionPlace(long Rank, long Place, Guid ConversationId, long Number);

/// <summary>A decision, and where it stands.</summary>
public sealed record ListedDecision(DecisionPlace Place, DecisionView Decision);

/// <summary>Reads decisions. The check what the reader sees is part of the statement that reads.</summary>
public interface IDecisions
{
    Task<IReadOnlyList<ListedDecision>> ListAsync(Viewer viewer, DecisionFilter filter, DecisionPlace? after, int limit, CancellationToken ct);
}
