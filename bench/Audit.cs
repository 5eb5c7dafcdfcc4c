using ClientChats.Bench.Data;
using ClientChats.Bench.Load;
using Npgsql;

namespace ClientChats.Bench;

/// <summary>What the database holds of what the product has acknowledged.</summary>
/// <param name="Acknowledged">Messages that were answered with 201.</param>
/// <param name="Missing">Of these, those that are not in the log under the number that was answered.</param>
/// <param name="Irregular">Conversations whose numbers have a gap or that hold more messages than were acknowledged.</param>
internal sealed record Audit(long Acknowledged, long Missing, long Irregular)
{
    public bool HasFailed => Missing > 0 || Irregular > 0;

    public static async Task<Audit> RunAsync(string connectionString, Town town, PostLoad posts)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Command Timeout=0");
        await using var connection = await source.OpenConnectionAsync();
        await using (var create = new NpgsqlCommand("create temp table acknowledged (conversation_id uuid not null, number bigint not null, client_message_id uuid not null)", connection)) await create.ExecuteNonQueryAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("copy acknowledged from stdin (format binary)"))
        {
            foreach (var message in posts.Acknowledged)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(message.ConversationId);
                await copy.WriteAsync(message.Number);
                await copy.WriteAsync(message.ClientMessageId);
            }

            await copy.CompleteAsync();
        }

        var missing = await CountAsync(connection, town, """
            select count(*) from acknowledged a
              left join entries e on e.organization_id = $1 and e.conversation_id = a.conversation_id and e.number = a.number
             where e.client_message_id is distinct from a.client_message_id
            """);

        // From the first acknowledged number on, a conversation holds these messages and no others.
        var irregular = await CountAsync(connection, town, """
            select count(*)
              from (select conversation_id, min(number) as first, count(*) as n from acknowledged group by conversation_id) a
              join conversations c on c.organization_id = $1 and c.id = a.conversation_id
             cross join lateral (select count(*) as n, max(number) as last from entries e where e.organization_id = $1 and e.conversation_id = a.conversation_id and e.number >= a.first) e
             where e.last <> c.last_number or e.n <> e.last - a.first + 1 or e.n <> a.n
            """);
        return new Audit(posts.Count, missing, irregular);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, Town town, string question)
    {
        await using var command = new NpgsqlCommand(question, connection);
        command.Parameters.AddWithValue(town.Id);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
