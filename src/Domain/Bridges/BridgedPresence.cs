namespace ClientChats.Domain.Bridges;

/// <summary>Whether an outside person is in a mirrored group, by the newest thing that was said of it.</summary>
public sealed class BridgedPresence
{
    private BridgedPresence() { }

    public Guid OrganizationId { get; private init; }
    public Guid ConversationId { get; private init; }
    public Guid ParticipantId { get; private init; }
    public bool IsPresent { get; private set; }

    /// <summary>When, outside, the last applied change of presence happened; an earlier one does not undo it.</summary>
    public DateTimeOffset PresenceAt { get; private set; }

    public static BridgedPresence Of(Guid organizationId, Guid conversationId, Guid participantId, DateTimeOffset at) => new()
    {
        OrganizationId = organizationId, ConversationId = conversationId, ParticipantId = participantId, PresenceAt = at,
    };

    /// <summary>Takes what happened outside at a time; answers whether it changed anything.</summary>
    public bool Turn(bool present, DateTimeOffset at)
    {
        if (at < PresenceAt) return false;
        PresenceAt = at;
        if (IsPresent == present) return false;
        IsPresent = present;
        return true;
    }
}
