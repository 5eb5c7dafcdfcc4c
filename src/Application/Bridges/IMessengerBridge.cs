using ClientChats.Domain.Bridges;

namespace ClientChats.Application.Bridges;

/// <summary>A message on its way into an outside group.</summary>
/// <param name="Bridge">The connection.</param>
/// <param name="GroupId">The group, as the messenger names it.</param>
/// <param name="ConversationId">The conversation that mirrors it.</param>
/// <param name="Number">The message's number in it.</param>
/// <param name="MessageId">Our id of the message; the same message has the same id, so that a receiver can drop repeats.</param>
/// <param name="Text">What it says.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="ReplyToOutsideId">The outside message that it replies to, where it is known there.</param>
/// <param name="At">When it was written.</param>
public sealed record OutgoingMessage(
    Bridge Bridge, string GroupId, Guid ConversationId, long Number, Guid MessageId, string Text, string Author, string? ReplyToOutsideId, DateTimeOffset At);

/// <summary>A messenger that groups are mirrored from.</summary>
public interface IMessengerBridge
{
    /// <summary>The kind of bridge that this is.</summary>
    string Kind { get; }

    /// <summary>Sends a message, at least once and in the order of its conversation; answers the id that it has outside.</summary>
    Task<string> SendAsync(OutgoingMessage message, CancellationToken ct);
}

/// <summary>Something that happened in an outside group, in a form that no longer depends on the messenger.</summary>
/// <param name="EventId">Unique per bridge for ever.</param>
/// <param name="At">When it happened outside; it may lie in the past.</param>
/// <param name="Type">What happened.</param>
/// <param name="GroupId">The group.</param>
/// <param name="GroupTitle">Its title at that time.</param>
/// <param name="Participant">Who did it, or to whom it happened; none where the group itself changed.</param>
/// <param name="Message">The message concerned.</param>
public sealed record BridgeEvent(string EventId, DateTimeOffset At, BridgeEventType Type, string GroupId, string GroupTitle, BridgeParticipant? Participant, BridgeMessageContent? Message);

public enum BridgeEventType { MessagePosted, MessageEdited, MessageDeleted, ParticipantJoined, ParticipantLeft, TitleChanged, Unknown }

/// <summary>A person of the messenger; the phone is in E.164.</summary>
public sealed record BridgeParticipant(string Id, string Name, string? Phone);

/// <summary>An outside message.</summary>
public sealed record BridgeMessageContent(string Id, string? Text, string? ReplyToId);

/// <summary>Keeps what messengers tell us until it has taken effect, in the order in which it was stored.</summary>
public interface IBridgeInbox
{
    /// <summary>Stores an event; false where it was stored before. It is on disk when this returns.</summary>
    Task<bool> StoreAsync(Bridge bridge, BridgeEvent happened, CancellationToken ct);

    /// <summary>The next event of a bridge that has not taken effect, within the running transaction.</summary>
    Task<BridgeEvent?> NextAsync(Guid organizationId, Guid bridgeId, CancellationToken ct);

    /// <summary>The event has taken effect, or never will.</summary>
    Task DoneAsync(Guid organizationId, Guid bridgeId, string eventId, CancellationToken ct);

    /// <summary>The event waits for its message.</summary>
    Task WaitAsync(Guid organizationId, Guid bridgeId, string eventId, CancellationToken ct);

    /// <summary>The events that have waited for a message, in the order in which they were stored; they wait no longer.</summary>
    Task<IReadOnlyList<BridgeEvent>> WakeAsync(Guid organizationId, Guid bridgeId, string groupId, string messageId, CancellationToken ct);
}
