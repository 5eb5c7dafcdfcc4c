using System.Text.Json;
using ClientChats.Application.Bridges;
using ClientChats.Domain.Bridges;
using ClientChats.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Infrastructure.Bridges;

internal sealed class BridgeInbox(ClientChatsDb db, TimeProvider time) : IBridgeInbox
{
    public async Task<bool> StoreAsync(Bridge bridge, BridgeEvent happened, CancellationToken ct)
    {
        // The bridge's row lock holds until the commit, so positions are in the order of commits.
        var payload = JsonSerializer.Serialize(happened, ClientChatsDb.Json);
        return await db.Database.ExecuteSqlAsync($"""
            with turn as (
                update bridges set last_event = last_event + 1 where organization_id = {bridge.OrganizationId} and id = {bridge.Id} returning last_event
            )
            insert into bridge_events (organization_id, bridge_id, event_id, position, group_id, message_id, payload, state, attempts, received_at)
            select {bridge.OrganizationId}, {bridge.Id}, {happened.EventId}, last_event, {happened.GroupId}, {happened.Message?.Id}, {payload}::jsonb, 'stored', 0, {time.GetUtcNow()} from turn
            on conflict (organization_id, bridge_id, event_id) do nothing
            """, ct) > 0;
    }

    public async Task<BridgeEvent?> NextAsync(Guid organizationId, Guid bridgeId, CancellationToken ct)
    {
        var payload = await db.Database.SqlQuery<string>($"""
            select payload::text as "Value" from bridge_events
             where organization_id = {organizationId} and bridge_id = {bridgeId} and state = 'stored' order by position limit 1
            """).SingleOrDefaultAsync(ct);
        return payload is null ? null : Read(payload);
    }

    public Task DoneAsync(Guid organizationId, Guid bridgeId, string eventId, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        update bridge_events set state = 'done', done_at = {time.GetUtcNow()} where organization_id = {organizationId} and bridge_id = {bridgeId} and event_id = {eventId}
        """, ct);

    public Task WaitAsync(Guid organizationId, Guid bridgeId, string eventId, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        update bridge_events set state = 'waiting' where organization_id = {organizationId} and bridge_id = {bridgeId} and event_id = {eventId}
        """, ct);

    public async Task<IReadOnlyList<BridgeEvent>> WakeAsync(Guid organizationId, Guid bridgeId, string groupId, string messageId, CancellationToken ct)
    {
        var payloads = await db.Database.SqlQuery<string>($"""
            with woken as (
                update bridge_events set state = 'done', done_at = {time.GetUtcNow()}
                 where organization_id = {organizationId} and bridge_id = {bridgeId} and group_id = {groupId} and message_id = {messageId} and state = 'waiting'
                returning position, payload
            )
            select payload::text as "Value" from woken order by position
            """).ToListAsync(ct);
        return [.. payloads.Select(Read)];
    }

    private static BridgeEvent Read(string payload) => JsonSerializer.Deserialize<BridgeEvent>(payload, ClientChatsDb.Json)!;
}
