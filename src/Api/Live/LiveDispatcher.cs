using System.Threading.Channels;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace ClientChats.Api.Live;

/// <summary>
/// Delivers committed changes to the connections of those who see them. One loop does it in one order, so that nothing of
/// a conversation follows the message by which somebody is told that he lost it.
/// </summary>
internal sealed class LiveDispatcher(LiveConnections connections, ISight sight, IHistory history, TimeProvider time, ILogger<LiveDispatcher> log)
    : BackgroundService, ILive, IHearsNotices
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly Channel<Work> _queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>The newest version of access that somebody was told of, by conversation; older findings of viewers are asked anew.</summary>
    private readonly Dictionary<Guid, (long Version, DateTimeOffset At)> _versions = [];

    public Guid[] ConnectedMembers(Guid organizationId) => connections.Members(organizationId);

    public void Deliver(LiveEntries entries) => _queue.Writer.TryWrite(new Work(() => EntriesAsync(entries)));

    /// <summary>Somebody writes in a conversation.</summary>
    public void Tell(Guid organizationId, Guid conversationId, AuthorView author) => _queue.Writer.TryWrite(new Work(() => TypingAsync(organizationId, conversationId, author)));

    /// <summary>Somebody came into the app, went away from it, or left it.</summary>
    public void Tell(Guid organizationId, Guid memberId, Presence presence) => _queue.Writer.TryWrite(new Work(() => PresenceAsync(organizationId, memberId, presence)));

    public async ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        switch (notice)
        {
            case StandingNotice standing:
                foreach (var connection in connections.Of(standing.OrganizationId, standing.MemberId)) connection.Abort();
                break;
            case SignInEndedNotice ended:
                foreach (var connection in connections.All.Where(connection => connection.SignIn.Id == ended.SignInId)) connection.Abort();
                break;
            case AccessNotice access:
                await InTurnAsync(() => AccessAsync(access));
                break;
            case EntryNotice entry:
                _queue.Writer.TryWrite(new Work(() => EntryAsync(entry)));
                break;
            case ConversationNotice conversation:
                _queue.Writer.TryWrite(new Work(() => ConversationAsync(conversation)));
                break;
            case ReadNotice read:
                _queue.Writer.TryWrite(new Work(() => ReadAsync(read)));
                break;
            case DraftNotice draft:
                Send(connections.Of(draft.OrganizationId, draft.MemberId), Event(LiveEvent.DraftChanged, draft.ConversationId, new { thread = draft.Thread, keptAt = draft.At }));
                break;
            case AdministratorsNotice administrators:
                Send(connections.All.Where(c => c.Viewer.OrganizationId == administrators.OrganizationId && c.Viewer.IsAdministrator), Event(administrators.Type, null, administrators.Data));
                break;
            case ProfileNotice profile:
                Send(connections.Of(profile.OrganizationId, profile.ParticipantId), Event(LiveEvent.ProfileChanged, null, LiveEvent.Nothing));
                _queue.Writer.TryWrite(new Work(() => ProfileAsync(profile)));
                break;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await work.Do();
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A live event could not be delivered; its readers find it in the log.");
            }
            finally
            {
                work.Done.TrySetResult();
            }
        }
    }

    private async Task InTurnAsync(Func<Task> act)
    {
        var work = new Work(act);
        _queue.Writer.TryWrite(work);
        await work.Done.Task;
    }

    private async Task EntriesAsync(LiveEntries entries)
    {
        var viewers = entries.Viewers;
        if (_versions.TryGetValue(entries.ConversationId, out var known) && known.Version > entries.AccessVersion)
            viewers = [.. (await AskAsync(entries.OrganizationId, [entries.ConversationId], [.. viewers.Select(v => v.MemberId)])).Select(s => s.ToViewer())];

        foreach (var entry in entries.Entries) Send(entries.OrganizationId, viewers, entry, EntryNotice.Posted);
    }

    private async Task EntryAsync(EntryNotice notice)
    {
        var connected = connections.Members(notice.OrganizationId);
        if (connected.Length == 0) return;

        var entry = await history.FindAsync(notice.OrganizationId, notice.ConversationId, notice.Number, CancellationToken.None);
        if (entry is null) return;
        var sights = await AskAsync(notice.OrganizationId, [notice.ConversationId], connected);
        Send(notice.OrganizationId, [.. sights.Where(s => notice.Number > s.HistoryFloor).Select(s => s.ToViewer())], entry, notice.Type);
    }

    private async Task ConversationAsync(ConversationNotice notice)
    {
        var connected = connections.Members(notice.OrganizationId);
        if (connected.Length == 0) return;

        var frame = Event(notice.Type, notice.ConversationId, LiveEvent.Nothing);
        foreach (var s in await AskAsync(notice.OrganizationId, [notice.ConversationId], connected)) Send(Listening(notice.OrganizationId, s.MemberId, s.OnlyByDuty, notice.ConversationId), frame);
    }

    private async Task ReadAsync(ReadNotice notice)
    {
        Send(connections.Of(notice.OrganizationId, notice.MemberId), Event(LiveEvent.ReadMoved, notice.ConversationId, new { participantId = notice.MemberId, number = notice.Number, thread = notice.Thread, unreadCount = notice.UnreadCount, mentionCount = notice.MentionCount }));
        var others = connections.Members(notice.OrganizationId).Where(id => id != notice.MemberId).ToArray();
        if (!notice.ShownToOthers || others.Length == 0) return;

        var frame = Event(LiveEvent.ReadMoved, notice.ConversationId, new { participantId = notice.MemberId, number = notice.Number });
        foreach (var s in await AskAsync(notice.OrganizationId, [notice.ConversationId], others)) Send(Listening(notice.OrganizationId, s.MemberId, s.OnlyByDuty, notice.ConversationId), frame);
    }

    private async Task TypingAsync(Guid organizationId, Guid conversationId, AuthorView author)
    {
        var others = connections.Members(organizationId).Where(id => id != author.ParticipantId).ToArray();
        if (others.Length == 0) return;

        var frame = Event(LiveEvent.Typing, conversationId, author);
        foreach (var s in await AskAsync(organizationId, [conversationId], others)) Send(Listening(organizationId, s.MemberId, s.OnlyByDuty, conversationId), frame);
    }

    /// <summary>Only those are told who have a conversation open that he is a member of: nobody needs to know it of the whole company.</summary>
    private async Task PresenceAsync(Guid organizationId, Guid memberId, Presence presence)
    {
        var onlookers = await OnlookersAsync(organizationId, memberId);
        Send(onlookers.Select(onlooker => onlooker.Connection).Distinct(), Event(LiveEvent.PresenceChanged, null, new { participantId = memberId, presence }));
    }

    /// <summary>Whoever looks at a conversation that he is in sees his new name and picture.</summary>
    private async Task ProfileAsync(ProfileNotice profile)
    {
        foreach (var opened in (await OnlookersAsync(profile.OrganizationId, profile.ParticipantId)).GroupBy(onlooker => onlooker.ConversationId))
            Send(opened.Select(onlooker => onlooker.Connection), Event(LiveEvent.ProfileChanged, opened.Key, LiveEvent.Nothing));
    }

    /// <summary>The connections of others that have a conversation open in which he is a member, as far as they see it.</summary>
    private async Task<IReadOnlyList<(LiveConnection Connection, Guid ConversationId)>> OnlookersAsync(Guid organizationId, Guid memberId)
    {
        var others = connections.All.Where(c => c.Viewer.OrganizationId == organizationId && c.Viewer.MemberId != memberId && c.Opened.Any()).ToList();
        if (others.Count == 0) return [];

        var common = await sight.MembershipsAsync(organizationId, memberId, [.. others.SelectMany(c => c.Opened).Distinct()], CancellationToken.None);
        var sights = (await AskAsync(organizationId, common, [.. others.Select(c => c.Viewer.MemberId).Distinct()])).Select(s => (s.ConversationId, s.MemberId)).ToHashSet();
        return [.. others.SelectMany(c => c.Opened.Where(opened => sights.Contains((opened, c.Viewer.MemberId))).Select(opened => (c, opened)))];
    }

    /// <summary>Tells everybody who is connected what he gained and what he lost.</summary>
    private async Task AccessAsync(AccessNotice notice)
    {
        var connected = connections.Members(notice.OrganizationId);
        var conversations = notice.Changes.Select(change => change.ConversationId).Distinct().ToArray();
        var now = (await AskAsync(notice.OrganizationId, conversations, connected)).ToDictionary(s => (s.ConversationId, s.MemberId));

        foreach (var changes in notice.Changes.GroupBy(change => change.ConversationId))
        {
            foreach (var memberId in connected)
            {
                var member = connections.Of(notice.OrganizationId, memberId);
                if (member.Count == 0) continue;
                var sees = now.GetValueOrDefault((changes.Key, memberId));
                var saw = SawBefore(member[0], sees, changes);
                if (sees is not null && !saw) Send(Listening(notice.OrganizationId, memberId, sees.OnlyByDuty, changes.Key), Event(LiveEvent.Appeared, changes.Key, LiveEvent.Nothing));
                if (sees is null && saw) Send(member, Event(LiveEvent.Disappeared, changes.Key, LiveEvent.Nothing));
            }
        }
    }

    private static bool SawBefore(LiveConnection member, Sight? sees, IEnumerable<AccessChange> changes)
    {
        bool Had(string via, AccessChange? change) => change is null ? sees is not null && sees.Via.Contains(via) : !change.Gained;

        var viewer = member.Viewer;
        var all = changes.ToList();
        return Had(Sight.Row, all.Find(change => change.MemberId == viewer.MemberId))
            || viewer is { IsEmployee: true, ReceivesNewClients: true } && Had(Sight.Unlinked, all.Find(change => change.Audience == Sight.Unlinked))
            || viewer.IsEmployee && (viewer.IsSupervisor || viewer.IsQualityControl) && Had(Sight.Overseen, all.Find(change => change.Audience == Sight.Overseen))
            || viewer.IsEmployee && Had(Sight.Public, all.Find(change => change.Audience == Sight.Public));
    }

    private async Task<IReadOnlyList<Sight>> AskAsync(Guid organizationId, IReadOnlyCollection<Guid> conversationIds, IReadOnlyCollection<Guid> memberIds)
    {
        var (versions, sights) = await sight.AskAsync(organizationId, conversationIds, memberIds, CancellationToken.None);
        var now = time.GetUtcNow();
        foreach (var (conversation, version) in versions) _versions[conversation] = (version, now);
        if (_versions.Count > 10_000)
        {
            foreach (var old in _versions.Where(v => now - v.Value.At > Remembered).Select(v => v.Key).ToList()) _versions.Remove(old);
        }

        return sights;
    }

    private void Send(Guid organizationId, IReadOnlyList<LiveViewer> viewers, EntryView entry, string type)
    {
        var author = entry.Author?.MemberId;
        var forAll = entry.ForAll();
        var forGuests = forAll.ForGuests();
        var frames = new SerializedHubMessage?[8];
        foreach (var viewer in viewers)
        {
            var own = viewer.MemberId == author && entry.ClientMessageId is not null ? Entry(type, entry) : null;
            var withoutQuote = entry.ReplyTo is { Available: true } quote && quote.Number <= viewer.HistoryFloor;
            var withoutNewer = entry.IsSupersededBelow(viewer.HistoryFloor);
            foreach (var connection in Listening(organizationId, viewer.MemberId, viewer.OnlyByDuty, entry.ConversationId))
                connection.Send(own ?? For(connection.Viewer.IsGuest && !ReferenceEquals(forGuests, forAll), withoutQuote, withoutNewer));
        }

        // What is the same for many is serialized once.
        SerializedHubMessage For(bool isGuest, bool withoutQuote, bool withoutNewer)
        {
            var told = isGuest ? forGuests : forAll;
            if (withoutQuote) told = told.WithoutQuote();
            return frames[(isGuest ? 1 : 0) + (withoutQuote ? 2 : 0) + (withoutNewer ? 4 : 0)] ??= Entry(type, withoutNewer ? told.WithoutNewerVersions() : told);
        }
    }

    /// <summary>Who sees a conversation by duty alone hears of it on the connections that have opened it.</summary>
    private IEnumerable<LiveConnection> Listening(Guid organizationId, Guid memberId, bool onlyByDuty, Guid conversationId)
    {
        var all = connections.Of(organizationId, memberId);
        return onlyByDuty ? all.Where(connection => connection.HasOpened(conversationId)) : all;
    }

    private static void Send(IEnumerable<LiveConnection> to, SerializedHubMessage frame)
    {
        foreach (var connection in to) connection.Send(frame);
    }

    private SerializedHubMessage Entry(string type, EntryView entry) =>
        Frame(new LiveEvent(type, entry.ConversationId, entry.Number, entry.Revision, time.GetUtcNow(), new { entry }));

    private SerializedHubMessage Event(string type, Guid? conversationId, object data) => Frame(new LiveEvent(type, conversationId, null, null, time.GetUtcNow(), data));

    /// <summary>A frame is serialized once, whoever gets it.</summary>
    private static SerializedHubMessage Frame(LiveEvent happened) => new(new InvocationMessage("event", [happened]));

    private sealed record Work(Func<Task> Do)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
