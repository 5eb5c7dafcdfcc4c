using ClientChats.Application.Conversations;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Conversations;

internal sealed class ReadMarks(Databases databases) : IReadMarks
{
    // The mark's count comes from the entry itself, so unread stays a difference of two counts.
    private const string Move = """
        with seen as (
            select s.history_floor, s.is_member, s.by_unlinked, c.message_count, c.deleted_count, c.last_number, c.last_mention_number, c.unlinked_number, c.unlinked_count
              from (select conversation_id, min(history_floor) as history_floor, bool_or(via = 'row') as has_row, bool_and(via <> 'row') and bool_or(via = 'unlinked') as by_unlinked,
                           exists (select from conversation_members m where m.organization_id = $1 and m.conversation_id = $3 and m.member_id = $2) as is_member
                      from conversation_sight where organization_id = $1 and member_id = $2 and conversation_id = $3 group by conversation_id) s
              join conversations c on c.organization_id = $1 and c.id = s.conversation_id
        ), target as (
            select e.number, e.count from seen s join entries e on e.organization_id = $1 and e.conversation_id = $3 and e.number = $4 and e.number > s.history_floor
            union all
            select s.history_floor, coalesce((select e.count from entries e where e.organization_id = $1 and e.conversation_id = $3 and e.number = s.history_floor), 0)
              from seen s where $5 and $4 = s.history_floor
        ), had as (
            select m.number, m.count, m.is_set_back, m.with_access from marks m where m.organization_id = $1 and m.member_id = $2 and m.conversation_id = $3
        ), wanted as (
            select t.number, t.count, exists (select from had h where h.with_access) as with_access
              from target t, seen s
             where $5 or t.number > coalesce((select greatest(h.number, case when s.by_unlinked then s.unlinked_number end) from had h), case when s.by_unlinked then s.unlinked_number end, -1)
        ), moved_with_access as (
            update conversation_access a
               set read_number = w.number, read_count = w.count, is_set_back = $5
              from wanted w
             where w.with_access and a.organization_id = $1 and a.member_id = $2 and a.conversation_id = $3 and ($5 or w.number > a.read_number)
            returning a.read_number as number, a.read_count as count, a.is_set_back
        ), moved_of_group as (
            insert into read_marks as r (organization_id, member_id, conversation_id, number, count, is_set_back)
            select $1, $2, $3, w.number, w.count, $5 from wanted w where not w.with_access
            on conflict (organization_id, member_id, conversation_id)
               do update set number = excluded.number, count = excluded.count, is_set_back = excluded.is_set_back where $5 or excluded.number > r.number
            returning r.number, r.count, r.is_set_back
        ), moved as (
            table moved_with_access union all table moved_of_group
        )
        select s.is_member, exists (select from target), exists (select from moved), mark.number,
               s.message_count - mark.count
                 - case when s.deleted_count > 0 then (select count(*) from entries d where d.organization_id = $1 and d.conversation_id = $3 and d.number > mark.number and d.deleted_at is not null and d.thread is null) else 0 end
                 - case when mark.is_set_back then (select count(*) from entries o where o.organization_id = $1 and o.conversation_id = $3 and o.number > mark.number and o.author_id = $2 and o.deleted_at is null and o.thread is null) else 0 end,
               case when s.last_mention_number > mark.number
                    then (select count(*) from entries m where m.organization_id = $1 and m.conversation_id = $3 and m.number > mark.number and m.mentions is not null and m.thread is null and calls(m.mentions, $2, $3) and m.author_id <> $2)
                    else 0 end
          from seen s
          left join lateral (
               select number, count, is_set_back from moved
               union all select h.number, h.count, h.is_set_back from had h where not exists (select from moved)
               union all select s.unlinked_number, s.unlinked_count, false where s.by_unlinked and not exists (select from moved) and not exists (select from had)
               limit 1) mark on true
        """;

    private const string OfMembers = """
        select m.member_id, mark.number
          from conversation_members m
          join marks mark on mark.organization_id = m.organization_id and mark.member_id = m.member_id and mark.conversation_id = m.conversation_id
         where m.organization_id = $1 and m.conversation_id = $2
        """;

    public async Task<(ReadMark Mark, bool Moved, bool IsMember)> MoveAsync(Viewer reader, Guid conversationId, long number, bool setBack, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Move);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = setBack });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) throw new RefusedException(ConversationRefusals.NotFound);
        Refuse.Unless(row.GetBoolean(1), MessageRefusals.NotFound);
        return (new ReadMark(row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)), row.GetBoolean(2), row.GetBoolean(0));
    }

    public async Task<IReadOnlyList<(Guid MemberId, long Number)>> OfMembersAsync(Viewer viewer, Guid conversationId, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(OfMembers);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        var marks = new List<(Guid, long)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) marks.Add((row.GetGuid(0), row.GetInt64(1)));
        return marks;
    }
}
