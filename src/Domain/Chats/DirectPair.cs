namespace ClientChats.Domain.Chats;

/// <summary>Two members have at most one direct chat.</summary>
public sealed class DirectPair
{
    private DirectPair() { }

    public Guid OrganizationId { get; private init; }
    public Guid FirstMemberId { get; private init; }
    public Guid SecondMemberId { get; private init; }
    public Guid ConversationId { get; private init; }

    /// <summary>The pair in the order in which PostgreSQL compares UUIDs.</summary>
    public static (Guid First, Guid Second) InOrder(Guid one, Guid other) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) < 0 ? (one, other) : (other, one);

    public static DirectPair Of(Guid organizationId, Guid conversationId, Guid one, Guid other)
    {
        var (first, second) = InOrder(one, other);
        return new DirectPair { OrganizationId = organizationId, FirstMemberId = first, SecondMemberId = second, ConversationId = conversationId };
    }
}
