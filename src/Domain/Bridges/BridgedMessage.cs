namespace ClientChats.Domain.Bridges;

/// <summary>Which entry of a conversation an outside message is.</summary>
public sealed class BridgedMessage
{
    private BridgedMessage() { }

    public Guid OrganizationId { get; private init; }
    public Guid BridgeId { get; private init; }
    public string GroupId { get; private init; } = "";
    public string OutsideId { get; private init; } = "";
    public Guid ConversationId { get; private init; }
    public long Number { get; private init; }

    /// <summary>When, outside, the last applied change of it happened; an earlier one does not undo it.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public static BridgedMessage Of(BridgedChat chat, string outsideId, long number, DateTimeOffset at) => new()
    {
        OrganizationId = chat.OrganizationId, BridgeId = chat.BridgeId, GroupId = chat.GroupId, OutsideId = outsideId,
        ConversationId = chat.Id, Number = number, ChangedAt = at,
    };

    /// <summary>Takes a change at a time; answers whether it is the newest.</summary>
    public bool Change(DateTimeOffset at)
    {
        if (at < ChangedAt) return false;
        ChangedAt = at;
        return true;
    }
}
