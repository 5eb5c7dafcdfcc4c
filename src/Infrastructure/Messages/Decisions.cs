using System.Text.Json;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>Lists decisions by one statement, in which the check what the reader sees stands.</summary>
internal sealed class Decisions(Databases databases, KnownPeople people) : IDecisions
{
    // $1 organization, $2 viewer, $3 a conversation or null, $4 whether clients decide or null, $5 whether only what the viewer decides,
    // $6..$9 the place after which it goes on, $10 how many. A place is: not one's own, when it is due, conversation, number.
    private const string Listed = """
        select * from (
            select case when p.participant_id = $2 then 0 else 1 end::bigint as rank, <order> as place, c.id, e.number,
                   e.created_at, e.author_id, said_of(e.text, e.forwarded), e.attachments -> 0 ->> 'name', e.status::text, c.kind, c.name, c.is_client_chat,
                   case when c.kind = 'direct' then (
                        select cm.member_id from conversation_members cm where cm.organization_id = $1 and cm.conversation_id = c.id and cm.member_id <> $2 limit 1) end
              from entries e
              join visible_conversations($1, $2) s on s.id = e.conversation_id and e.number > s.history_floor
              join conversations c on c.organization_id = $1 and c.id = e.conversation_id
             cross join lateral (
                   select p.participant_id, p.is_client from participants p where p.organization_id = $1 and p.id = (e.status ->> 'decisionBy')::uuid offset 0) p
             where e.organization_id = $1 and <kind> and ($3::uuid is null or e.conversation_id = $3)
               and ($4::boolean is null or p.is_client = $4) and (not $5 or p.participant_id = $2)) d
         where $6::bigint is null or (d.rank, d.place, d.id, d.number) > ($6, $7, $8, $9)
         order by d.rank, d.place, d.id, d.number
         limit $10
        """;

    private static readonly string Open = Listed
        .Replace("<kind>", "e.status ->> 'status' = 'needsDecision'", StringComparison.Ordinal)
        .Replace("<order>", "coalesce((extract(epoch from (e.status ->> 'dueAt')::timestamptz) * 1000000)::bigint, 9000000000000000000)", StringComparison.Ordinal);

    private static readonly string Decided = Listed
        .Replace("<kind>", "e.status ->> 'status' = 'done' and e.status ->> 'decisionBy' is not null", StringComparison.Ordinal)
        .Replace("case when p.participant_id = $2 then 0 else 1 end::bigint", "0::bigint", StringComparison.Ordinal)
        .Replace("<order>", "9000000000000000000 - (extract(epoch from (e.status ->> 'at')::timestamptz) * 1000000)::bigint", StringComparison.Ordinal);

    public async Task<IReadOnlyList<ListedDecision>> ListAsync(Viewer viewer, DecisionFilter filter, DecisionPlace? after, int limit, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(filter.Decided ? Decided : Open);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = filter.ConversationId });
        command.Parameters.Add(new NpgsqlParameter<bool?> { TypedValue = filter.ByClients });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = filter.OnlyOwn });
        command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = after?.Rank });
        command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = after?.Place });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = after?.ConversationId });
        command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = after?.Number });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });

        var rows = new List<Row>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct)) rows.Add(new Row(row));
        }

        var known = await people.FindAsync(viewer.OrganizationId, rows.SelectMany(row => row.People), ct);
        return rows.ConvertAll(row => row.Of(known));
    }

    private sealed class Row(NpgsqlDataReader row)
    {
        private readonly DecisionPlace _place = new(row.GetInt64(0), row.GetInt64(1), row.GetGuid(2), row.GetInt64(3));
        private readonly DateTimeOffset _createdAt = row.GetFieldValue<DateTimeOffset>(4);
        private readonly Guid? _authorId = Id(row, 5);
        private readonly string _text = row.GetString(6);
        private readonly string? _file = row.IsDBNull(7) ? null : row.GetString(7);
        private readonly MessageStatus _status = JsonSerializer.Deserialize<MessageStatus>(row.GetString(8), ClientChatsDb.Json)!;
        private readonly ConversationKind _kind = Enum.Parse<ConversationKind>(row.GetString(9), ignoreCase: true);
        private readonly string _name = row.GetString(10);
        private readonly bool _isClientChat = row.GetBoolean(11);
        private readonly Guid? _otherId = Id(row, 12);

        public IEnumerable<Guid?> People => [_authorId, _otherId, _status.By, _status.DecisionBy];

        public ListedDecision Of(IReadOnlyDictionary<Guid, KnownPerson> known) => new(_place, new DecisionView
        {
            ConversationId = _place.ConversationId, Number = _place.Number, Kind = _kind, IsClientChat = _isClientChat, CreatedAt = _createdAt,
            ConversationName = _kind == ConversationKind.Direct ? Named(_otherId, known)?.DisplayName ?? "" : _name, Author = Named(_authorId, known),
            Text = MessageText.ExcerptOf(_text, _file is null ? null : [_file]), Status = StatusViews.Of(_status, known),
        });

        private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

        private static AuthorView? Named(Guid? id, IReadOnlyDictionary<Guid, KnownPerson> known) => id is { } person && known.TryGetValue(person, out var found) ? found.View : null;
    }
}
