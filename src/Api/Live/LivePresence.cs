using System.Collections.Concurrent;
using ClientChats.Application.Conversations;

namespace ClientChats.Api.Live;

/// <summary>Who is in the app, by his open connections. Whoever only loads the page again was never gone.</summary>
internal sealed class LivePresence(LiveConnections connections, LiveDispatcher dispatcher, TimeProvider time) : IPresence
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(Guid OrganizationId, Guid MemberId), Presence> _told = new();

    public Presence PresenceOf(Guid organizationId, Guid memberId) => connections.Of(organizationId, memberId) switch
    {
        [] => Presence.Offline,
        var open when open.All(connection => connection.IsAway) => Presence.Away,
        _ => Presence.Online,
    };

    /// <summary>A connection of the member is there, or looks away.</summary>
    public void Look(Guid organizationId, Guid memberId)
    {
        var (key, now) = ((organizationId, memberId), PresenceOf(organizationId, memberId));
        var before = _told.GetValueOrDefault(key, Presence.Offline);
        if (before == now) return;

        if (now == Presence.Offline) _told.TryRemove(key, out _);
        else _told[key] = now;
        dispatcher.Tell(organizationId, memberId, now);
    }

    /// <summary>A connection of the member is about to go.</summary>
    public async Task LookLaterAsync(Guid organizationId, Guid memberId)
    {
        await Task.Delay(Grace, time);
        Look(organizationId, memberId);
    }
}
