namespace ClientChats.Application.Messages;

/// <summary>Somebody who is connected and sees a conversation after a number. Who sees it by duty alone is told only of what he has opened.</summary>
public readonly record struct LiveViewer(Guid MemberId, bool OnlyByDuty, long HistoryFloor);

/// <summary>Entries of one conversation that have just been committed, and who saw it when that was asked, after the commit.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="AccessVersion">The version of its access when the viewers were asked.</param>
/// <param name="Viewers">Those of the connected members who see it.</param>
/// <param name="Entries">The entries, in the order of their revisions.</param>
public sealed record LiveEntries(Guid OrganizationId, Guid ConversationId, long AccessVersion, IReadOnlyList<LiveViewer> Viewers, IReadOnlyList<EntryView> Entries);

/// <summary>The open live connections, seen from the writer of messages.</summary>
public interface ILive
{
    /// <summary>Members of an organization with an open connection.</summary>
    Guid[] ConnectedMembers(Guid organizationId);

    /// <summary>Hands entries over for delivery, in the order of the calls, and does not wait for it.</summary>
    void Deliver(LiveEntries entries);
}
