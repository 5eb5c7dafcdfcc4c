using System.Text.Json;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>Reads logs by one statement each, in which the check whether the reader sees the conversation stands once, before the page.</summary>
internal sealed class History(Databases databases) : IHistory
{
    private const string Seen = """
        with seen as (
            select v.history_floor, c.last_revision, c.last_number
              from visible_conversations($1, $2) v
              join conversations c on c.organization_id = v.organization_id and c.id = v.id
             where v.id = $3
        ), page as materialized (
            <page>
        ), people as (
            select p.*
              from (select author_id as id from page
                    union select unnest(array[(system->>'by')::uuid, (system->>'person')::uuid, (system->>'to')::uuid]) from page where system is not null
                    union select f::uuid from page, jsonb_array_elements_text(system->'from') f where jsonb_typeof(system->'from') = 'array') named
             cross join lateral (select * from participants p where p.organization_id = $1 and p.id = named.id) p
        )
        select s.history_floor, s.last_revision, s.last_number,
               e.number, e.revision, e.id, e.created_at, e.edited_at, e.deleted_at, e.text, e.system::text,
               a.participant_id, a.member_id, a.display_name, a.is_client,
               e.reply_to, q.text, qa.participant_id, qa.member_id, qa.display_name, qa.is_client,
               case when e.author_id = $2 then e.client_message_id end,
               case when e.system is not null then (select jsonb_object_agg(p.id, jsonb_build_object('participantId', p.participant_id, 'memberId', p.member_id, 'displayName', p.display_name, 'isClient', p.is_client)) from people p)::text end
          from seen s
          left join page e on true
          left join people a on a.id = e.author_id
          left join lateral (
               select r.text, r.author_id from entries r
                where e.reply_to is not null and r.organization_id = $1 and r.conversation_id = $3 and r.number = e.reply_to
                  and r.number > s.history_floor and r.deleted_at is null and r.system is null) q on true
          left join lateral (select * from participants p where p.organization_id = $1 and p.id = q.author_id) qa on true
         order by <order>
        """;

    private static readonly string Before = Statement("select e.* from seen s cross join lateral (select * from entries where organization_id = $1 and conversation_id = $3 and number > s.history_floor and number < $4 order by number desc limit $5) e", "e.number desc");
    private static readonly string After = Statement("select e.* from seen s cross join lateral (select * from entries where organization_id = $1 and conversation_id = $3 and number > greatest(s.history_floor, $4) order by number limit $5) e", "e.number");
    private static readonly string One = Statement("select e.* from seen s join entries e on e.organization_id = $1 and e.conversation_id = $3 and e.number = $4 and e.number > s.history_floor", "e.number");

    // A new entry's revision is its number plus the number of other changes before it, so only the last
    // (last_revision - last_number) numbers up to $4 can have appeared after revision $4.
    private static readonly string Changed = Statement("""
        select e.* from seen s cross join lateral (
            (select * from entries
              where organization_id = $1 and conversation_id = $3 and number > greatest(s.history_floor, $4 - (s.last_revision - s.last_number)) and created_revision > $4 and revision = created_revision
              order by number limit $5)
            union all
            (select * from entries
              where organization_id = $1 and conversation_id = $3 and revision > $4 and revision <> created_revision and number > s.history_floor
              order by revision limit $5)
            order by revision limit $5) e
        """, "e.revision");

    /// <summary>An entry as such, for delivery to people whose sight is checked where it is delivered.</summary>
    private static readonly string Unseen = One.Replace("visible_conversations($1, $2) v", "(select organization_id, id, 0::bigint as history_floor from conversations where organization_id = $1) v", StringComparison.Ordinal);

    public async Task<HistoryPage> PageAsync(Viewer reader, Guid conversationId, PageRequest page, CancellationToken ct)
    {
        if (page.Around is { } around)
        {
            var older = await ReadAsync(reader, conversationId, Before, around + 1, page.Limit / 2 + 2, ct);
            var newer = await ReadAsync(reader, conversationId, After, around, page.Limit / 2 + 1, ct);
            var (hasOlder, hasNewer) = (older.Entries.Count > page.Limit / 2 + 1, newer.Entries.Count > page.Limit / 2);
            return new HistoryPage(
                [.. older.Entries.Take(page.Limit / 2 + 1).Reverse(), .. newer.Entries.Take(page.Limit / 2)],
                hasOlder, hasNewer, Math.Min(older.Revision, newer.Revision));
        }

        if (page.After is { } after)
        {
            var read = await ReadAsync(reader, conversationId, After, after, page.Limit + 1, ct);
            return new HistoryPage([.. read.Entries.Take(page.Limit)], HasBefore: after > read.Floor, read.Entries.Count > page.Limit, read.Revision);
        }

        var newest = await ReadAsync(reader, conversationId, Before, page.Before ?? long.MaxValue, page.Limit + 1, ct);
        return new HistoryPage(
            [.. newest.Entries.Take(page.Limit).Reverse()], newest.Entries.Count > page.Limit, HasAfter: page.Before is { } before && before <= newest.LastNumber, newest.Revision);
    }

    public async Task<ChangesPage> ChangesAsync(Viewer reader, Guid conversationId, long after, int limit, CancellationToken ct)
    {
        var read = await ReadAsync(reader, conversationId, Changed, after, limit + 1, ct);
        if (after > read.Revision) return new ChangesPage([], read.Revision, More: false, Reset: true);

        var items = read.Entries.Take(limit).Select(entry => new ChangedEntry(entry.Revision, entry.Number, entry)).ToList();
        var more = read.Entries.Count > limit;
        return new ChangesPage(items, more ? items[^1].Revision : read.Revision, more, Reset: false);
    }

    public async Task<EntryView> OneAsync(Viewer reader, Guid conversationId, long number, CancellationToken ct)
    {
        var read = await ReadAsync(reader, conversationId, One, number, null, ct);
        return read.Entries.Count == 1 ? read.Entries[0] : throw new RefusedException(MessageRefusals.NotFound);
    }

    public async Task<EntryView?> FindAsync(Guid organizationId, Guid conversationId, long number, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Unseen);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) && !reader.IsDBNull(3) ? Entry(reader, conversationId) : null;
    }

    private async Task<Read> ReadAsync(Viewer viewer, Guid conversationId, string statement, long number, int? limit, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        if (limit is { } most) command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });

        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) throw new RefusedException(ConversationRefusals.NotFound);

        var read = new Read(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), []);
        if (reader.IsDBNull(3)) return read;
        do
        {
            var entry = Entry(reader, conversationId);
            read.Entries.Add(viewer.IsGuest ? entry.ForGuests() : entry);
        }
        while (await reader.ReadAsync(ct));
        return read;
    }

    private static EntryView Entry(NpgsqlDataReader row, Guid conversationId)
    {
        var deletedAt = row.IsDBNull(8) ? (DateTimeOffset?)null : row.GetFieldValue<DateTimeOffset>(8);
        var system = row.IsDBNull(10) ? null : JsonSerializer.Deserialize<SystemFact>(row.GetString(10), ClientChatsDb.Json);
        return new EntryView
        {
            Id = row.GetGuid(5), Number = row.GetInt64(3), Revision = row.GetInt64(4), ConversationId = conversationId,
            Kind = system is null ? EntryView.Message : EntryView.SystemKind,
            Author = Person(row, 11), Text = row.IsDBNull(9) ? null : row.GetString(9),
            CreatedAt = row.GetFieldValue<DateTimeOffset>(6), EditedAt = row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), DeletedAt = deletedAt,
            ReplyTo = row.IsDBNull(15) ? null : Quote(row),
            ClientMessageId = deletedAt is not null || row.IsDBNull(21) ? null : row.GetGuid(21),
            System = system is null ? null : Tell(system, row.IsDBNull(22) ? [] : JsonSerializer.Deserialize<Dictionary<Guid, AuthorView>>(row.GetString(22), ClientChatsDb.Json)!),
        };
    }

    private static AuthorView? Person(NpgsqlDataReader row, int first) => row.IsDBNull(first)
        ? null
        : new AuthorView(row.GetGuid(first), row.IsDBNull(first + 1) ? null : row.GetGuid(first + 1), row.GetString(first + 2), row.GetBoolean(first + 3));

    private static QuoteView Quote(NpgsqlDataReader row) => row.IsDBNull(16)
        ? new QuoteView(row.GetInt64(15), Available: false, null, null)
        : new QuoteView(row.GetInt64(15), Available: true, Person(row, 17), Excerpt.Of(row.GetString(16)));

    private static SystemView Tell(SystemFact fact, Dictionary<Guid, AuthorView> people)
    {
        AuthorView? Named(Guid? id) => id is { } known ? people.GetValueOrDefault(known) : null;
        MemberName? Member(Guid? id) => Named(id) is { MemberId: { } memberId } person ? new MemberName(memberId, person.DisplayName) : null;
        return new SystemView(
            fact.Type, Named(fact.By), Named(fact.Person), fact.Name, fact.PreviousName, fact.History, Member(fact.To),
            fact.From?.Select(id => Member(id)).OfType<MemberName>().ToList());
    }

    private static string Statement(string page, string order) => Seen.Replace("<page>", page, StringComparison.Ordinal).Replace("<order>", order, StringComparison.Ordinal);

    private sealed record Read(long Floor, long Revision, long LastNumber, List<EntryView> Entries);
}
