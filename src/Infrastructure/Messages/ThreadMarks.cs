using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>
/// How far the followers of threads have read. Whoever wrote a message follows the thread under it before he has a mark:
/// for him everything in it is new.
/// </summary>
internal sealed class ThreadMarks(Databases databases)
{
    private const string Had = """
        select coalesce(
                   (select k.number from thread_marks k where k.organization_id = $1 and k.member_id = $2 and k.conversation_id = $3 and k.root = $4),
                   (select e.number from entries e where e.organization_id = $1 and e.conversation_id = $3 and e.number = $4 and e.author_id = $2 and e.number > s.history_floor)) as number
          from seen s
        """;

    private const string Unread = """
        (select count(*) from entries t
          where t.organization_id = $1 and t.conversation_id = $3 and t.thread = $4 and t.number > greatest(mark.number, s.history_floor) and t.deleted_at is null and t.author_id <> $2)
        """;

    private const string Find = $"""
        with seen as (
            select history_floor from standing_of($1, $3, $2) where sees
        )
        select mark.number, {Unread} from seen s cross join ({Had}) mark where mark.number is not null
        """;

    private const string Move = $"""
        with seen as (
            select history_floor from standing_of($1, $3, $2) where sees
        ), target as (
            select $5::bigint as number from seen s
             where exists (
                   select from entries e
                    where e.organization_id = $1 and e.conversation_id = $3 and e.number = $5 and e.number > s.history_floor
                      and (e.thread = $4 or e.number = $4 and e.thread is null and e.system is null))
                or $5 = $4 and exists (
                   select from entries e where e.organization_id = $1 and e.conversation_id = $3 and e.thread = $4 and e.number > s.history_floor)
        ), had as (
            {Had}
        ), moved as (
            insert into thread_marks as k (organization_id, member_id, conversation_id, root, number)
            select $1, $2, $3, $4, t.number from target t, had h where $6 or t.number > coalesce(h.number, 0)
            on conflict (organization_id, member_id, conversation_id, root) do update set number = excluded.number where $6 or excluded.number > k.number
            returning k.number
        )
        select exists (select from target), exists (select from moved), mark.number, {Unread}
          from seen s
         cross join (select coalesce((select number from moved), (select number from had)) as number) mark
        """;

    /// <summary>Null where he does not follow it.</summary>
    public async Task<ThreadMark?> FindAsync(Viewer reader, Guid conversationId, long root, CancellationToken ct)
    {
        await using var command = Command(Find, reader, conversationId, root);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new ThreadMark(row.GetInt64(0), row.GetInt64(1)) : null;
    }

    public async Task<(ThreadMark Mark, bool Moved)> MoveAsync(Viewer reader, Guid conversationId, long root, long number, bool setBack, CancellationToken ct)
    {
        await using var command = Command(Move, reader, conversationId, root);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = setBack });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) throw new RefusedException(ConversationRefusals.NotFound);
        Refuse.Unless(row.GetBoolean(0), MessageRefusals.NotFound);
        return (new ThreadMark(row.GetInt64(2), row.GetInt64(3)), row.GetBoolean(1));
    }

    private NpgsqlCommand Command(string statement, Viewer reader, Guid conversationId, long root)
    {
        var command = databases.Requests.CreateCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = root });
        return command;
    }
}
