using ClientChats.Application.Conversations;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Conversations;

internal sealed class HistoryPreview(Databases databases) : IHistoryPreview
{
    private const string Count = """
        with written as (
            select e.author_id, e.created_at from entries e
             where e.organization_id = $1 and e.conversation_id = $2 and e.number > $3 and e.system is null and e.deleted_at is null
        ), first_client as (
            select case when c.is_client_chat then
                        least((select min(m.added_at) from conversation_members m join members p on p.organization_id = m.organization_id and p.id = m.member_id and p.role = 'guest'
                                where m.organization_id = $1 and m.conversation_id = $2),
                              case when c.kind = 'bridged' then '-infinity'::timestamptz end)
                        else now() end as at
              from conversations c where c.organization_id = $1 and c.id = $2
        )
        select a.participant_id, a.display_name, a.is_client, count(*), min(w.created_at),
               count(*) filter (where w.created_at < f.at), min(w.created_at) filter (where w.created_at < f.at), max(w.created_at) filter (where w.created_at < f.at),
               (select count(*) from entry_files h where h.organization_id = $1 and h.conversation_id = $2 and h.number > $3),
               (select count(*) from conversations c cross join unnest(c.pins) pin where c.organization_id = $1 and c.id = $2 and pin > $3)
          from written w
         cross join first_client f
         cross join lateral (select * from participants p where p.organization_id = $1 and p.id = w.author_id) a
         group by a.participant_id, a.display_name, a.is_client
         order by count(*) desc, a.display_name
        """;

    public async Task<MemberPreview> CountAsync(Guid organizationId, Guid conversationId, long floor, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Count);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = floor });

        var authors = new List<PreviewAuthor>();
        var (files, pins) = (0L, 0L);
        var (since, alone, aloneSince, aloneUntil) = ((DateTimeOffset?)null, 0L, (DateTimeOffset?)null, (DateTimeOffset?)null);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            authors.Add(new PreviewAuthor(row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.GetInt64(3)));
            since = Earlier(since, row.GetFieldValue<DateTimeOffset>(4));
            alone += row.GetInt64(5);
            (files, pins) = (row.GetInt64(8), row.GetInt64(9));
            if (row.IsDBNull(6)) continue;
            aloneSince = Earlier(aloneSince, row.GetFieldValue<DateTimeOffset>(6));
            aloneUntil = Later(aloneUntil, row.GetFieldValue<DateTimeOffset>(7));
        }

        return new MemberPreview(
            authors.Sum(a => a.Messages), files, pins, since, authors, aloneSince is { } from && aloneUntil is { } until ? new WithoutClients(from, until, alone) : null);
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one > other ? one.Value : other;

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}
