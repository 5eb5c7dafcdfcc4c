using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Bridges;

/// <summary>What a mirrored conversation has beyond a conversation: the group it mirrors, and the title that it has outside.</summary>
public sealed class BridgedChat : Aggregate
{
    private BridgedChat() { }

    /// <summary>The conversation's id.</summary>
    public Guid Id { get; private init; }
    public Guid BridgeId { get; private init; }
    public string GroupId { get; private init; } = "";
    public string Title { get; private set; } = "";
    public DateTimeOffset TitleAt { get; private set; }

    /// <summary>Somebody named the conversation here; later titles are only kept beside the name.</summary>
    public bool IsNamedHere { get; private set; }

    public static BridgedChat Of(Guid organizationId, Guid conversationId, Guid bridgeId, string groupId, string title, DateTimeOffset at) => new()
    {
        OrganizationId = organizationId, Id = conversationId, BridgeId = bridgeId, GroupId = groupId, Title = title, TitleAt = at,
    };

    /// <summary>Takes a later title; answers whether the conversation follows it.</summary>
    public bool Retitle(string title, DateTimeOffset at)
    {
        if (at < TitleAt) return false;
        (Title, TitleAt) = (title, at);
        return !IsNamedHere;
    }

    public void NameHere() => IsNamedHere = true;
}
