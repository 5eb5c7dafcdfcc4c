using ClientChats.Application.Conversations;
using ClientChats.Application.Crm;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Crm;

/// <summary>What is unlinked or unclear, narrowed to what the viewer sees, or manages, in the same statement.</summary>
internal sealed class Radar(Databases databases, KnownPeople people) : IRadar
{
    private const string Found = """
        with unclear as materialized (
            select p.conversation_id, max(l.linked_at) as since
              from (select t.participant_id, max(t.linked_at) as linked_at from participant_contacts t where t.organization_id = $1 group by t.participant_id having count(*) > 1) l
              join present_clients p on p.organization_id = $1 and p.participant_id = l.participant_id
             group by p.conversation_id
        ), found as materialized (
            select c.id, u.conversation_id is not null as unexplained, v.id is not null as is_seen, coalesce(v.history_floor, 0) as history_floor,
                   case when u.conversation_id is null then n.since
                        else coalesce((select max(a.at) from access_changes a where a.organization_id = $1 and a.conversation_id = c.id and a.audience = 'unlinked' and a.change = 'gained'), c.created_at)
                   end as since
              from conversations c
              left join unlinked_in($1) u on u.conversation_id = c.id
              left join unclear n on n.conversation_id = c.id
              left join visible_conversations($1, $2) v on v.id = c.id
             where c.organization_id = $1 and (u.conversation_id is not null or n.conversation_id is not null)
               and c.access_mode = 'crm' and c.archived_at is null
               and (v.id is not null or is_for_managers(c) and exists (select from members m where m.organization_id = $1 and m.id = $2 and m.status = 'active' and m.role in ('owner', 'admin')))
        )
        """;

    private const string Items = Found + """

        select c.id, c.kind, c.name, c.avatar_id, b.id, b.kind, b.name, f.unexplained, f.is_seen, f.since,
               (select coalesce(jsonb_agg(jsonb_build_object('participantId', i.participant_id, 'displayName', i.display_name, 'phone', i.phone, 'contacts', i.contacts) order by i.display_name, i.participant_id), '[]')
                  from (select p.participant_id, p.display_name, o.phone,
                               (select count(*) from participant_contacts l where l.organization_id = $1 and l.participant_id = p.participant_id) as contacts
                          from (select n.participant_id as id from present_clients n where n.organization_id = $1 and n.conversation_id = c.id
                                union
                                select c.last_client_id where not exists (select from present_clients n where n.organization_id = $1 and n.conversation_id = c.id)) who
                         cross join lateral (select * from participants x where x.organization_id = $1 and x.id = who.id and x.is_client) p
                          left join outside_participants o on o.organization_id = $1 and o.id = p.id) i)::text,
               array(select o.member_id from bridged_presences r
                       join outside_participants o on o.organization_id = $1 and o.id = r.participant_id and o.member_id is not null
                      where r.organization_id = $1 and r.conversation_id = c.id and r.is_present order by r.presence_at, o.id),
               case when f.is_seen and c.last_message_number > f.history_floor then c.last_message_number end,
               c.last_message_author_id, c.last_message_text, c.last_message_at, c.last_message_deleted_at
          from found f
          join conversations c on c.organization_id = $1 and c.id = f.id
          left join bridged_chats bc on bc.organization_id = $1 and bc.id = c.id
          left join bridges b on b.organization_id = $1 and b.id = bc.bridge_id
         where $3::timestamptz is null or (f.since, f.id) > ($3, $4)
         order by f.since, f.id
         limit $5
        """;

    private const string Figures = Found + """

        select (select count(*) from found), (select count(*) from found where since <= now() - interval '2 days'),
               (select count(*) from members m where m.organization_id = $1 and m.status = 'active' and m.role <> 'guest' and m.receives_new_clients),
               (select percentile_cont(0.5) within group (order by extract(epoch from lost.at - gained.at))
                  from access_changes lost
                 cross join lateral (
                       select max(a.at) as at from access_changes a
                        where a.organization_id = $1 and a.conversation_id = lost.conversation_id and a.audience = 'unlinked' and a.change = 'gained' and a.at <= lost.at) gained
                 where lost.organization_id = $1 and lost.audience = 'unlinked' and lost.change = 'lost' and lost.at > now() - interval '90 days' and gained.at is not null)
        """;

    public async Task<UnlinkedPage> PageAsync(Viewer viewer, (DateTimeOffset At, Guid Id)? after, int limit, CancellationToken ct)
    {
        var rows = new List<Row>();
        await using (var command = databases.Requests.CreateCommand(Items))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
            command.Parameters.Add(new NpgsqlParameter { Value = after is { } place ? place.At : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after?.Id ?? Guid.Empty });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit + 1 });
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct)) rows.Add(Read(row));
        }

        var known = await people.FindAsync(viewer.OrganizationId, rows.SelectMany(row => row.LetInBy.Select(id => (Guid?)id).Append(row.AuthorId)), ct);
        var page = rows.Take(limit).ToList();
        return new UnlinkedPage(
            [.. page.Select(row => row.Of(known))],
            rows.Count > limit ? Cursor.Of(page[^1].Item.Since, page[^1].Item.Conversation.Id) : null,
            after is null ? await FiguresAsync(viewer, ct) : null);
    }

    private async Task<UnlinkedFigures> FiguresAsync(Viewer viewer, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Figures);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new UnlinkedFigures((int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2), row.IsDBNull(3) ? null : (long)row.GetDouble(3));
    }

    private static Row Read(NpgsqlDataReader row)
    {
        var id = row.GetGuid(0);
        var clients = System.Text.Json.JsonSerializer.Deserialize<List<UnlinkedClient>>(row.GetString(10), ClientChatsDb.Json)!;
        var state = !row.GetBoolean(7) ? UnlinkedState.Unclear : clients.Exists(client => client.Contacts > 0) ? UnlinkedState.NoResponsible : UnlinkedState.Unlinked;
        var conversation = new UnlinkedConversation(
            id, Enum.Parse<ConversationKind>(row.GetString(1), ignoreCase: true), row.GetString(2), AvatarUrl.OfConversation(id, row.IsDBNull(3) ? null : row.GetGuid(3)),
            row.IsDBNull(4) ? null : new BridgeName(row.GetGuid(4), row.GetString(5), row.GetString(6)));
        var item = new UnlinkedChat(conversation, state, clients, row.GetFieldValue<DateTimeOffset>(9), null, [], !row.GetBoolean(8), new UnlinkedAbilities(Link: false, Create: false));
        if (row.IsDBNull(12) || row.IsDBNull(15)) return new Row(item, row.GetFieldValue<Guid[]>(11), null);

        DateTimeOffset? deletedAt = row.IsDBNull(16) ? null : row.GetFieldValue<DateTimeOffset>(16);
        var last = new LastMessage(row.GetInt64(12), "message", null, row.IsDBNull(14) || deletedAt is not null ? null : row.GetString(14), deletedAt, row.GetFieldValue<DateTimeOffset>(15));
        return new Row(item with { LastMessage = last }, row.GetFieldValue<Guid[]>(11), row.IsDBNull(13) ? null : row.GetGuid(13));
    }

    private sealed record Row(UnlinkedChat Item, Guid[] LetInBy, Guid? AuthorId)
    {
        public UnlinkedChat Of(IReadOnlyDictionary<Guid, KnownPerson> known) => Item with
        {
            LastMessage = Item.LastMessage is { } last && AuthorId is { } author && known.TryGetValue(author, out var person) ? last with { Author = person.View } : Item.LastMessage,
            LetInBy = [.. LetInBy.Where(known.ContainsKey).Select(id => known[id].View)],
        };
    }
}
