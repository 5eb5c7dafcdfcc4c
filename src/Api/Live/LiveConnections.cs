using System.Collections.Concurrent;
using ClientChats.Application.Organizations;
using Microsoft.AspNetCore.SignalR;

namespace ClientChats.Api.Live;

/// <summary>The open connections of this node, by member.</summary>
internal sealed class LiveConnections(ILogger<DefaultHubLifetimeManager<LiveHub>> log) : DefaultHubLifetimeManager<LiveHub>(log)
{
    private readonly ConcurrentDictionary<string, LiveConnection> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(Guid OrganizationId, Guid MemberId), LiveConnection[]> _byMember = new();
    private readonly ConcurrentDictionary<Guid, Guid[]> _members = new();

    public IEnumerable<LiveConnection> All => _byId.Values;

    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        if (connection.GetHttpContext()?.Features.Get<SignIn>() is not { } signIn)
        {
            connection.Abort();
            return;
        }

        var live = new LiveConnection(connection, signIn);
        _byId[live.Id] = live;
        _byMember.AddOrUpdate(KeyOf(live), [live], (_, others) => [.. others, live]);
        _members.TryRemove(live.Viewer.OrganizationId, out _);
    }

    public override async Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        await base.OnDisconnectedAsync(connection);
        if (!_byId.TryRemove(connection.ConnectionId, out var live)) return;

        var left = _byMember.AddOrUpdate(KeyOf(live), [], (_, others) => [.. others.Where(other => other != live)]);
        if (left.Length == 0) _byMember.TryRemove(KeyValuePair.Create(KeyOf(live), left));
        _members.TryRemove(live.Viewer.OrganizationId, out _);
    }

    public LiveConnection? Find(string connectionId) => _byId.GetValueOrDefault(connectionId);

    /// <summary>The connections of one member.</summary>
    public IReadOnlyList<LiveConnection> Of(Guid organizationId, Guid memberId) => _byMember.GetValueOrDefault((organizationId, memberId), []);

    /// <summary>Members with an open connection.</summary>
    public Guid[] Members(Guid organizationId) =>
        _members.GetOrAdd(organizationId, id => [.. _byMember.Keys.Where(key => key.OrganizationId == id).Select(key => key.MemberId)]);

    private static (Guid OrganizationId, Guid MemberId) KeyOf(LiveConnection live) => (live.Viewer.OrganizationId, live.Viewer.MemberId);
}
