using System.Text.Json;
using ClientChats.Application.Bridges;
using ClientChats.Domain.Bridges;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Bridges;

/// <summary>A messenger of our own, for development and tests: what it would send out can be read, in order.</summary>
internal sealed class DevelopmentBridge(Databases databases, TimeProvider time) : IMessengerBridge, IDevelopmentOutgoing
{
    public string Kind => Bridge.Development;

    public async Task<string> SendAsync(OutgoingMessage message, CancellationToken ct)
    {
        var sent = new SentMessage(
            message.MessageId, message.Number, message.ConversationId, message.GroupId, message.Text, message.Author, message.ReplyToOutsideId, message.At);
        await using var command = databases.Requests.CreateCommand("""
            with turn as (
                update bridges set last_outgoing = last_outgoing + 1
                 where organization_id = $1 and id = $2
                   and not exists (select from development_outgoing where organization_id = $1 and bridge_id = $2 and conversation_id = $3 and number = $4)
                returning last_outgoing
            )
            insert into development_outgoing (organization_id, bridge_id, position, conversation_id, number, payload, at)
            select $1, $2, last_outgoing, $3, $4, $5::jsonb, $6 from turn
            on conflict (organization_id, bridge_id, conversation_id, number) do nothing
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = message.Bridge.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = message.Bridge.Id });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = message.ConversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = message.Number });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = JsonSerializer.Serialize(sent, ClientChatsDb.Json) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(ct);
        return message.MessageId.ToString();
    }

    public async Task<IReadOnlyList<(long Position, SentMessage Message)>> ReadAsync(Guid organizationId, Guid bridgeId, long after, int limit, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(
            "select position, payload::text from development_outgoing where organization_id = $1 and bridge_id = $2 and position > $3 order by position limit $4");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = bridgeId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var sent = new List<(long, SentMessage)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) sent.Add((row.GetInt64(0), JsonSerializer.Deserialize<SentMessage>(row.GetString(1), ClientChatsDb.Json)!));
        return sent;
    }
}
