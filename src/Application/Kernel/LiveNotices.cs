namespace ClientChats.Application.Kernel;

/// <summary>Something that open connections are told after the commit. Who is told is decided when it is delivered.</summary>
public abstract record LiveNotice(Guid OrganizationId);

/// <summary>An entry was posted or changed; whoever sees the conversation gets the entry.</summary>
public sealed record EntryNotice(Guid OrganizationId, Guid ConversationId, long Number, string Type) : LiveNotice(OrganizationId)
{
    public const string Posted = "messagePosted";
    public const string Edited = "messageEdited";
    public const string Deleted = "messageDeleted";
    public const string ReactionsChanged = "reactionsChanged";
    public const string PinsChanged = "pinsChanged";
}

/// <summary>A conversation, or who is in it, changed; whoever sees it is told to look again.</summary>
public sealed record ConversationNotice(Guid OrganizationId, Guid ConversationId, string Type) : LiveNotice(OrganizationId)
{
    public const string Changed = "conversationChanged";
    public const string MembersChanged = "membersChanged";
}

/// <summary>Who sees these conversations has changed.</summary>
public sealed record AccessNotice(Guid OrganizationId, IReadOnlyList<AccessChange> Changes) : LiveNotice(OrganizationId);

/// <summary>Somebody has read up to a number.</summary>
public sealed record ReadNotice(Guid OrganizationId, Guid ConversationId, Guid MemberId, long Number, long UnreadCount, long? MentionCount, bool ShownToOthers) : LiveNotice(OrganizationId)
{
    /// <summary>The message under whose thread he has; null for the main stream.</summary>
    public long? Thread { get; init; }
}

/// <summary>What somebody has begun to write was kept, or is gone; only his own connections are told.</summary>
public sealed record DraftNotice(Guid OrganizationId, Guid MemberId, Guid ConversationId, long Thread, DateTimeOffset? At) : LiveNotice(OrganizationId);

/// <summary>Administrators are told of something that they manage.</summary>
public sealed record AdministratorsNotice(Guid OrganizationId, string Type, object Data) : LiveNotice(OrganizationId)
{
    public const string InvitationChanged = "invitationChanged";
    public const string JobChanged = "jobChanged";
}

/// <summary>The name or the profile of a person of conversations changed, of a member or of somebody outside.</summary>
public sealed record ProfileNotice(Guid OrganizationId, Guid ParticipantId) : LiveNotice(OrganizationId);

/// <summary>A member's role, duties or status changed: his connections are closed and what was remembered of him is forgotten.</summary>
public sealed record StandingNotice(Guid OrganizationId, Guid MemberId) : LiveNotice(OrganizationId);

/// <summary>A sign-in or a token has ended: its connections are closed.</summary>
public sealed record SignInEndedNotice(Guid OrganizationId, Guid SignInId) : LiveNotice(OrganizationId);

/// <summary>Work was put into the outbox: the loop that sends it wakes.</summary>
public sealed record OutboxNotice(Guid OrganizationId) : LiveNotice(OrganizationId);

/// <summary>Events of a bridge were stored: the loop that applies them wakes.</summary>
public sealed record InboxNotice(Guid OrganizationId, Guid BridgeId) : LiveNotice(OrganizationId);

/// <summary>Collects what a request has to tell; it is told after the commit, before the caller gets his answer.</summary>
public interface ILiveNotices
{
    void Add(LiveNotice notice);

    IReadOnlyList<LiveNotice> Take();
}

/// <summary>Hears of committed changes, in this process, before the caller gets his answer.</summary>
public interface IHearsNotices
{
    ValueTask HearAsync(LiveNotice notice, CancellationToken ct);
}

internal sealed class LiveNotices : ILiveNotices
{
    private readonly List<LiveNotice> _notices = [];

    public void Add(LiveNotice notice)
    {
        if (!_notices.Contains(notice)) _notices.Add(notice);
    }

    public IReadOnlyList<LiveNotice> Take()
    {
        var taken = _notices.ToArray();
        _notices.Clear();
        return taken;
    }
}
