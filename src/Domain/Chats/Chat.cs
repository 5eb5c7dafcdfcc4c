using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Chats;

/// <summary>What a group chat has beyond a conversation: one owner, at first its creator. Nobody else administers it.</summary>
public sealed class Chat : Aggregate
{
    private Chat() { }

    /// <summary>The conversation's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Nobody only when the last employee was deactivated while guests are in it.</summary>
    public Guid? OwnerId { get; private set; }

    public static Chat OwnedBy(Guid organizationId, Guid conversationId, Guid ownerId) => new() { OrganizationId = organizationId, Id = conversationId, OwnerId = ownerId };

    public void PassTo(Guid? memberId) => OwnerId = memberId;
}
