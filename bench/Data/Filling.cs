using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using ClientChats.Bench.Floor;
using Npgsql;

namespace ClientChats.Bench.Data;

/// <summary>
/// Fills a migrated database. The facts are copied in; who sees what is then stored by the product's own predicate, and
/// checked by the function with which the product checks it every night.
/// </summary>
internal sealed class Filling(string connectionString, Town big, Town little, Action<string> say)
{
    private static readonly string[] Scopes = ["conversations:read", "messages:write"];

    /// <summary>Tables that nothing refers to: their keys, too, are built after the rows.</summary>
    private static readonly string[] Bare = ["entries", "message_ids", "conversation_names", "message_words", "word_positions"];
    private static readonly string[] BareAccess = ["conversation_access"];

    /// <summary>Tables that keep their keys and lose their other indexes while they are filled.</summary>
    private static readonly string[] Referred = ["members", "conversations", "conversation_members", "crm_contacts", "participant_contacts", "outside_participants", "bridged_presences"];

    public static async Task<bool> IsDoneAsync(string connectionString, Town big)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var known = source.CreateCommand("select to_regclass('floor.filled') is not null");
        if (!(bool)(await known.ExecuteScalarAsync())!) return false;
        await using var same = source.CreateCommand("select count(*) from floor.filled where conversations = $1 and messages = $2");
        same.Parameters.AddWithValue(big.Conversations);
        same.Parameters.AddWithValue(big.Messages);
        return (long)(await same.ExecuteScalarAsync())! == 1;
    }

    public async Task RunAsync()
    {
        var clock = Stopwatch.StartNew();
        await using var source = NpgsqlDataSource.Create(connectionString + ";Command Timeout=0;Options=-c maintenance_work_mem=1GB -c work_mem=256MB -c session_replication_role=replica -c synchronous_commit=off");
        await using var connection = await source.OpenConnectionAsync();

        await WithoutIndexesAsync(connection, [.. Bare, .. Referred], async () =>
        {
            foreach (var town in new[] { big, little }) await FillAsync(connection, town, clock);
            Tell(clock, "ids of messages");
            await RunAsync(connection, """
                insert into message_ids (organization_id, author_id, client_message_id, conversation_id, number, content_hash)
                select organization_id, author_id, client_message_id, conversation_id, number, sha256(convert_to(E'\n' || text, 'UTF8'))
                  from entries where client_message_id is not null
                """);
            Tell(clock, "words");
            await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(part => KeepWordsAsync(source, part)));
            Tell(clock, "names");
            await RunAsync(connection, "insert into conversation_names (organization_id, conversation_id, name) select organization_id, id, name from conversations");
            Tell(clock, "indexes");
        });

        await RunAsync(connection, "analyze");
        await WithoutIndexesAsync(connection, BareAccess, async () =>
        {
            Tell(clock, "who sees what");
            await Task.WhenAll(Parts(big).Select(part => StoreAccessAsync(source, part)));
            await StoreAccessAsync(source, (little.Id, Guid.Empty, Guid.AllBitsSet));
        });

        Tell(clock, "the floor's tables");
        await FloorTables.FillAsync(connection, big);
        await CheckAsync(connection);

        Tell(clock, "vacuum");
        await RunAsync(connection, "vacuum analyze");
        await RunAsync(connection, $"create table floor.filled as select {big.Conversations} as conversations, {big.Messages}::bigint as messages");
        await RunAsync(connection, "checkpoint");
        say($"The database is filled after {clock.Elapsed.TotalMinutes:0.0} minutes.");
    }

    private async Task FillAsync(NpgsqlConnection connection, Town town, Stopwatch clock)
    {
        Tell(clock, $"{town.Name}: people");
        var now = DateTimeOffset.UtcNow;
        var longAgo = town.CreatedAt(0).AddDays(-60);
        await CopyAsync(connection, "organizations (id, name, locale, time_zone, country, invitation_lifetime_days, responsibility, oversee_client_directs, version, created_at)",
            [[town.Id, town.Name, "ru", "Europe/Moscow", "RU", 7, "contact", false, 1, longAgo]]);
        await CopyAsync(connection, "members (organization_id, id, email, email_key, first_name, last_name, role, status, is_supervisor, is_quality_control, receives_new_clients, company, locale, time_zone, access_version, created_at)",
            Enumerable.Range(0, town.Staff).Select(i => Member(town, town.MemberId(i), $"m{i}", i == Town.Owner ? "owner" : "employee", i == Town.Supervisor, null, longAgo))
                .Concat(Enumerable.Range(0, town.Groups).Where(Town.HasGuest).Select(g => Member(town, town.GuestId(g), $"g{g}", "guest", false, $"Компания {g % 50_000}", longAgo))));
        await CopyAsync(connection, "access_tokens (organization_id, id, member_id, token_hash, name, scopes, created_at)",
            Enumerable.Range(0, town.Staff).Select(i => new object?[] { town.Id, Guid.CreateVersion7(), town.MemberId(i), SHA256.HashData(Encoding.UTF8.GetBytes(town.Token(i))), "bench", Scopes, now }));
        await CopyAsync(connection, "bridges (organization_id, id, kind, name, key_hash, key_protected, secret_protected, is_enabled, last_event, last_outgoing, created_at)",
            [[town.Id, town.BridgeId, "development", "Bench", SHA256.HashData(town.Id.ToByteArray()), "", "", true, 0L, 0L, longAgo]]);
        await CopyAsync(connection, "outside_participants (organization_id, id, bridge_id, outside_id, display_name, phone, created_at)",
            Enumerable.Range(0, town.Groups).Select(b => new object?[] { town.Id, town.ClientId(b), town.BridgeId, $"p{b}", $"Клиент {b}", $"+7{9_000_000_000L + b}", longAgo }));
        await CopyAsync(connection, "crm_contacts (organization_id, external_id, name, responsible_member_id, updated_at)",
            Enumerable.Range(0, town.Groups).Select(b => new object?[] { town.Id, $"c{b}", $"Клиент {b}", town.ResponsibleFor(b) is { } member ? town.MemberId(member) : null, longAgo }));
        await CopyAsync(connection, "participant_contacts (organization_id, participant_id, external_id, linked_by, linked_at)",
            Enumerable.Range(0, town.Groups).Select(b => new object?[] { town.Id, town.ClientId(b), $"c{b}", "phone", longAgo }));

        Tell(clock, $"{town.Name}: conversations");
        var counts = new long[town.AllConversations];
        var newest = new long[town.AllConversations];
        var message = 0L;
        foreach (var rank in town.RanksOfMessages())
        {
            counts[rank]++;
            newest[rank] = message++;
        }

        await CopyAsync(connection, "conversations (organization_id, id, kind, name, access_mode, is_public, is_client_chat, is_overseen, is_unlinked, client_count, last_number, last_revision, message_count, deleted_count, last_message_number, unlinked_number, unlinked_count, access_version, last_activity_at, created_by, created_at, bridge_id, last_message_author_id, last_message_text, last_message_at)",
            Enumerable.Range(0, town.AllConversations).OrderBy(town.CreatedAt).Select(rank => Conversation(town, rank, counts[rank], counts[rank] > 0 ? newest[rank] : null)));
        await CopyAsync(connection, "chats (organization_id, id, owner_id)",
            Chats(town).Select(chat => new object?[] { town.Id, town.ConversationId(chat.Rank), town.MemberId(chat.Owner) }));
        await CopyAsync(connection, "conversation_members (organization_id, conversation_id, member_id, history_floor, is_by_crm, added_at)",
            Members(town).Select(place => new object?[] { town.Id, town.ConversationId(place.Rank), place.Member, 0L, false, town.CreatedAt(place.Rank) }));
        await CopyAsync(connection, "bridged_chats (organization_id, id, bridge_id, group_id, title, title_at, is_named_here)",
            Enumerable.Range(0, town.Groups).Select(b => new object?[] { town.Id, town.ConversationId(2 * b + 1), town.BridgeId, $"group{b}", $"Проект {b}", longAgo, false }));
        await CopyAsync(connection, "bridged_presences (organization_id, conversation_id, participant_id, is_present, presence_at)",
            Enumerable.Range(0, town.Groups).Select(b => new object?[] { town.Id, town.ConversationId(2 * b + 1), town.ClientId(b), true, longAgo }));

        Tell(clock, $"{town.Name}: {town.Messages:N0} messages");
        await CopyEntriesAsync(connection, town);
    }

    /// <summary>What the app would do by and by: the words of every message, and that there is nothing left to take up.</summary>
    private static async Task KeepWordsAsync(NpgsqlDataSource source, int part)
    {
        await using var connection = await source.OpenConnectionAsync();
        var mine = $"mod(abs(hashtextextended(conversation_id::text, 0)), {Environment.ProcessorCount}) = {part}";
        await RunAsync(connection, $"""
            insert into message_words (organization_id, conversation_id, number, at, author_id, marks, words)
            select organization_id, conversation_id, number, created_at, author_id, marks_of(words), words
              from (select *, words_of(text) as words from entries where text is not null and {mine} offset 0) e
            """);
        await RunAsync(connection, $"insert into word_positions (organization_id, conversation_id, number) select organization_id, id, last_number from (select organization_id, id, id as conversation_id, last_number from conversations) c where last_number > 0 and {mine}");
    }

    private static object?[] Member(Town town, Guid id, string name, string role, bool supervises, string? company, DateTimeOffset at) =>
        [town.Id, id, $"{name}@bench.example", $"{name}@bench.example", "Имя", $"Фамилия {name}", role, "active", supervises, false, false, company, "ru", "Europe/Moscow", 1L, at];

    private static object?[] Conversation(Town town, int rank, long count, long? last)
    {
        var isRoom = rank >= town.Conversations;
        var isGroup = isRoom || Town.IsGroup(rank);
        var isClientChat = !isRoom && (!isGroup || Town.HasGuest(rank / 2));
        var isUnlinked = !isGroup && town.ResponsibleFor(rank / 2) is null;
        return
        [
            town.Id, town.ConversationId(rank), isGroup ? "group" : "bridged", $"Проект {rank} | Клиент {rank % 50_000}", isGroup ? "members" : "crm", false, isClientChat, isClientChat, isUnlinked,
            isClientChat ? 1 : 0, count, count, count, 0L, count, 0L, 0L, 1L, last is { } newest ? town.MessageAt(newest) : town.CreatedAt(rank), null, town.CreatedAt(rank),
            isGroup ? null : town.BridgeId, last is { } written ? AuthorOf(town, rank, written).Author : null, last is { } said ? Texts.Of(said) : null, last is { } at ? town.MessageAt(at) : null,
        ];
    }

    private static IEnumerable<(int Rank, int Owner)> Chats(Town town)
    {
        for (var group = 0; group < town.Groups; group++) yield return (2 * group, town.OwnerOf(group));
        yield return (town.Hall, town.HallMember(0));
        for (var room = 0; room < Town.Rooms; room++) yield return (town.FirstRoom + room, town.RoomMember(room, 0));
    }

    private static IEnumerable<(int Rank, Guid Member)> Members(Town town)
    {
        for (var group = 0; group < town.Groups; group++)
        {
            for (var i = 0; i < Town.CrowdInGroup; i++) yield return (2 * group, town.MemberId(town.CrowdMemberOf(group, i)));
            if (town.CrewMemberOf(group) is { } viewer) yield return (2 * group, town.MemberId(viewer));
            if (Town.HasGuest(group)) yield return (2 * group, town.GuestId(group));
        }

        for (var i = 0; i < Town.HallMembers; i++) yield return (town.Hall, town.MemberId(town.HallMember(i)));
        for (var room = 0; room < Town.Rooms; room++)
        {
            for (var i = 0; i < Town.RoomMembers; i++) yield return (town.FirstRoom + room, town.MemberId(town.RoomMember(room, i)));
        }
    }

    private static async Task CopyEntriesAsync(NpgsqlConnection connection, Town town)
    {
        var numbers = new long[town.Conversations];
        var ids = new Guid[town.Conversations];
        for (var rank = 0; rank < ids.Length; rank++) ids[rank] = town.ConversationId(rank);

        await using var copy = await connection.BeginBinaryImportAsync(
            "copy entries (organization_id, conversation_id, number, revision, created_revision, count, id, author_id, client_message_id, created_at, text) from stdin (format binary)");
        var message = 0L;
        foreach (var rank in town.RanksOfMessages())
        {
            var number = ++numbers[rank];
            var (author, isMember) = AuthorOf(town, rank, message);
            await copy.StartRowAsync();
            await copy.WriteAsync(town.Id);
            await copy.WriteAsync(ids[rank]);
            await copy.WriteAsync(number);
            await copy.WriteAsync(number);
            await copy.WriteAsync(number);
            await copy.WriteAsync(number);
            await copy.WriteAsync(town.MessageId(message));
            await copy.WriteAsync(author);
            if (isMember) await copy.WriteAsync(town.ClientMessageId(message));
            else await copy.WriteNullAsync();
            await copy.WriteAsync(town.MessageAt(message));
            await copy.WriteAsync(Texts.Of(message));
            message++;
        }

        await copy.CompleteAsync();
    }

    private static (Guid Author, bool IsMember) AuthorOf(Town town, int rank, long message)
    {
        var position = rank / 2;
        if (Town.IsGroup(rank))
            return message % 3 == 0 && Town.HasGuest(position) ? (town.GuestId(position), true) : (town.MemberId(town.CrowdMemberOf(position, (int)(message % Town.CrowdInGroup))), true);
        return message % 2 == 1 && town.ResponsibleFor(position) is { } member ? (town.MemberId(member), true) : (town.ClientId(position), false);
    }

    private static IEnumerable<(Guid Organization, Guid From, Guid To)> Parts(Town town)
    {
        var middle = town.ConversationId(Enumerable.Range(0, town.Conversations).OrderBy(town.CreatedAt).ElementAt(town.Conversations / 2));
        yield return (town.Id, Guid.Empty, middle);
        yield return (town.Id, middle, Guid.AllBitsSet);
    }

    private static async Task StoreAccessAsync(NpgsqlDataSource source, (Guid Organization, Guid From, Guid To) part)
    {
        await using var command = source.CreateCommand("""
            insert into conversation_access (organization_id, member_id, conversation_id, by_membership, by_responsibility, history_floor, read_number, read_count, is_set_back)
            select $1, a.member_id, c.id, bool_or(a.rule = 'member'), bool_or(a.rule = 'responsible'), min(a.history_floor), min(seen.number), min(seen.number), false
              from conversations c
             cross join lateral audience_of($1, c.id) a
             cross join lateral (select greatest(c.last_number - abs(hashtext(a.member_id::text || c.id::text)) % 6, 0) as number) seen
             where c.organization_id = $1 and c.id > $2 and c.id <= $3 and a.member_id is not null
             group by c.id, a.member_id
            """);
        command.Parameters.AddWithValue(part.Organization);
        command.Parameters.AddWithValue(part.From);
        command.Parameters.AddWithValue(part.To);
        await command.ExecuteNonQueryAsync();
    }

    private async Task CheckAsync(NpgsqlConnection connection)
    {
        foreach (var town in new[] { big, little })
        {
            var every = Math.Max(1, town.AllConversations / 2_000);
            await using var command = new NpgsqlCommand("select count(*) from differing_audiences($1, $2)", connection);
            command.Parameters.AddWithValue(town.Id);
            command.Parameters.AddWithValue(Enumerable.Range(0, town.AllConversations).Where(rank => rank % every == 0).Select(town.ConversationId).ToArray());
            if ((long)(await command.ExecuteScalarAsync())! is var differing and > 0)
                throw new InvalidOperationException($"{differing} of the conversations made up are stored otherwise than the predicate says.");
        }
    }

    private static async Task WithoutIndexesAsync(NpgsqlConnection connection, string[] tables, Func<Task> fill)
    {
        var again = new List<string>();
        foreach (var table in tables)
        {
            foreach (var (drop, create) in await IndexesAsync(connection, table))
            {
                await RunAsync(connection, drop);
                again.Add(create);
            }
        }

        await fill();
        foreach (var create in again) await RunAsync(connection, create);
    }

    private static async Task<List<(string Drop, string Create)>> IndexesAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand("""
            select format('alter table %I drop constraint %I', $1, conname), format('alter table %I add constraint %I %s', $1, conname, pg_get_constraintdef(oid))
              from pg_constraint where conrelid = $1::regclass and contype = 'p' and $2
            union all
            select format('drop index %I', c.relname), pg_get_indexdef(i.indexrelid)
              from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = $1::regclass and not i.indisprimary
            """, connection);
        command.Parameters.AddWithValue(table);
        command.Parameters.AddWithValue(!Referred.Contains(table));
        var indexes = new List<(string, string)>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync()) indexes.Add((row.GetString(0), row.GetString(1)));
        return indexes;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string target, IEnumerable<object?[]> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)");
        foreach (var row in rows) await copy.WriteRowAsync(CancellationToken.None, row);
        await copy.CompleteAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }

    private void Tell(Stopwatch clock, string what) => say($"  {clock.Elapsed.TotalSeconds,5:0} s  {what} …");
}
