using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;

namespace ClientChats.Application.Messages;

/// <summary>Which messages are looked for; null leaves a question open.</summary>
public sealed record MessageFilter(Guid? ConversationId, Guid? AuthorId, DateTimeOffset? Since, DateTimeOffset? Until)
{
    public bool IsEmpty => this == new MessageFilter(null, null, null, null);
}

/// <summary>The place of a found message in the order of the answer.</summary>
public sealed record FoundPlace(DateTimeOffset At, Guid ConversationId, long Number);

/// <summary>Messages that were found, the newest first.</summary>
/// <param name="Items">The messages.</param>
/// <param name="Next">After which the next ones begin; null at the end.</param>
/// <param name="IsCatchingUp">Words are still being taken up, so that something may be missing.</param>
public sealed record FoundMessages(IReadOnlyList<Found> Items, FoundPlace? Next, bool IsCatchingUp);

/// <summary>Finds what a member may read. The check what he sees is part of every statement that looks.</summary>
public interface ISearch
{
    Task<FoundMessages> MessagesAsync(Viewer viewer, SoughtWords words, MessageFilter filter, FoundPlace? after, int limit, CancellationToken ct);

    /// <summary>Files of messages by parts of their names, the newest first.</summary>
    Task<IReadOnlyList<Found>> FilesAsync(Viewer viewer, SoughtWords words, MessageFilter filter, int limit, CancellationToken ct);

    /// <summary>Conversations by name, and direct ones by the name of the other; slips are forgiven where nothing fits exactly.</summary>
    Task<IReadOnlyList<Found>> ConversationsAsync(Viewer viewer, SoughtWords words, int limit, CancellationToken ct);

    /// <summary>People outside by name, who are in a conversation that the viewer sees.</summary>
    Task<IReadOnlyList<Found>> OutsidePeopleAsync(Viewer viewer, SoughtWords words, int limit, CancellationToken ct);
}
