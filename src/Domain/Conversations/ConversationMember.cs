using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Conversations;

/// <summary>A member's place in one conversation, with the floor below which nothing exists for him.</summary>
public sealed class ConversationMember
{
    private ConversationMember() { }

    public Guid OrganizationId { get; private init; }
    public Guid ConversationId { get; private init; }
    public Guid MemberId { get; private init; }

    /// <summary>The last number that does not exist for him; 0 where he has the whole history.</summary>
    public long HistoryFloor { get; private set; }
    public bool IsByCrm { get; private init; }
    public Guid? AddedBy { get; private init; }
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>The account behind the place; loaded with the conversation.</summary>
    public Member? Person { get; private init; }

    public History History => HistoryFloor == 0 ? History.All : History.FromNow;
    public bool IsGuest => Person is { IsGuest: true };

    public static ConversationMember Of(Conversation conversation, Guid memberId, long floor, Guid addedBy, DateTimeOffset at) => new()
    {
        OrganizationId = conversation.OrganizationId, ConversationId = conversation.Id, MemberId = memberId,
        HistoryFloor = floor, AddedBy = addedBy, AddedAt = at,
    };

    public void ShowFrom(long floor) => HistoryFloor = floor;
}
