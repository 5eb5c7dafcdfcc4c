using ClientChats.Bench.Data;
using Npgsql;

namespace ClientChats.Bench.Floor;

/// <summary>The same data without a product: the narrowest tables that one statement could post to and list from.</summary>
internal static class FloorTables
{
    /// <summary>A chat is named by the rank of its conversation and 1.</summary>
    public static async Task FillAsync(NpgsqlConnection connection, Town town)
    {
        await RunAsync(connection, "create schema floor");
        await RunAsync(connection, "create table floor.rank (conversation_id uuid not null, chat_id int not null)");
        await using (var copy = await connection.BeginBinaryImportAsync("copy floor.rank from stdin (format binary)"))
        {
            for (var rank = 0; rank < town.AllConversations; rank++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(town.ConversationId(rank));
                await copy.WriteAsync(rank + 1);
            }

            await copy.CompleteAsync();
        }

        await RunAsync(connection, "create table floor.person (member_id uuid not null, user_id int not null)");
        await using (var copy = await connection.BeginBinaryImportAsync("copy floor.person from stdin (format binary)"))
        {
            for (var member = 0; member < town.Staff; member++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(town.MemberId(member));
                await copy.WriteAsync(member);
            }

            await copy.CompleteAsync();
        }

        foreach (var statement in new[]
        {
            "create table floor.chat (id int not null, last_seq bigint not null, last_activity timestamptz not null, title text not null) with (fillfactor = 80)",
            $"insert into floor.chat select r.chat_id, c.last_number, c.last_activity_at, c.name from conversations c join floor.rank r on r.conversation_id = c.id where c.organization_id = '{town.Id}'",
            "alter table floor.chat add primary key (id)",
            "create table floor.listed_chat (like floor.chat)",
            "insert into floor.listed_chat select * from floor.chat",
            "alter table floor.listed_chat add primary key (id)",
            "create index listed_chat_activity on floor.listed_chat (last_activity desc, id desc)",
            "create table floor.access (user_id int not null, chat_id int not null, last_activity timestamptz not null, read_seq bigint not null)",
            $"""
            insert into floor.access select p.user_id, r.chat_id, c.last_activity, c.last_seq
              from conversation_access a join floor.rank r on r.conversation_id = a.conversation_id join floor.person p on p.member_id = a.member_id join floor.chat c on c.id = r.chat_id
             where a.organization_id = '{town.Id}'
            """,
            "alter table floor.access add primary key (user_id, chat_id)",
            "create index access_page on floor.access (user_id, last_activity desc, chat_id desc)",
            "create table floor.message (chat_id int not null, seq bigint not null, sender_id int not null, created_at timestamptz not null default now(), body text not null)",
            $"""
            insert into floor.message (chat_id, seq, sender_id, created_at, body)
            select r.chat_id, e.number, 1, e.created_at, e.text from entries e join floor.rank r on r.conversation_id = e.conversation_id where e.organization_id = '{town.Id}'
            """,
            "alter table floor.message add primary key (chat_id, seq)",
            "drop table floor.rank, floor.person",
        }) await RunAsync(connection, statement);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
