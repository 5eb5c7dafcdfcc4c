using System.Globalization;
using System.Text;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Conversations;

/// <summary>
/// One statement per page. Each way of seeing conversations gives its own newest ones by the index that it has: rows of
/// one's own are joined and sorted, groups are read in the order of activity. The page is the newest of all of them.
/// </summary>
internal sealed class ConversationList(Databases databases) : IConversationList
{
    // "offset 0" keeps what only some conversations have from being looked up for the others.
    private const string Details = """
        select c.id, c.kind, c.name, c.access_mode, c.is_client_chat, c.client_count, page.only_unlinked, c.last_activity_at, c.archived_at,
               case when mark.number is null then 0
                    else c.message_count - mark.count
                       - case when c.deleted_count > 0 then (select count(*) from entries d where d.organization_id = $1 and d.conversation_id = c.id and d.number > mark.number and d.deleted_at is not null) else 0 end
                       - case when mark.is_set_back then (select count(*) from entries o where o.organization_id = $1 and o.conversation_id = c.id and o.number > mark.number and o.author_id = $2 and o.deleted_at is null) else 0 end
               end as unread,
               last.number, last.text, last.deleted_at, last.created_at, author.participant_id, author.member_id, author.display_name, author.is_client,
               person.id, person.display_name, person.is_client, person.role,
               b.bridge_id, b.kind, b.name, b.title, c.created_at, c.last_number, c.last_revision, page.history_floor, mark.number, owner.id, owner.display_name
          from page
          join conversations c on c.organization_id = $1 and c.id = page.id
          left join read_marks r on r.organization_id = $1 and r.member_id = $2 and r.conversation_id = c.id
         cross join lateral (
               select case when page.only_unlinked then greatest(r.number, c.unlinked_number) else r.number end as number,
                      case when page.only_unlinked then greatest(r.count, c.unlinked_count) else r.count end as count, coalesce(r.is_set_back, false) as is_set_back) mark
          left join lateral (
               select e.number, left(e.text, 200) as text, e.deleted_at, e.created_at, e.author_id from entries e
                where e.organization_id = $1 and e.conversation_id = c.id and e.number = c.last_message_number and e.number > page.history_floor) last on true
          left join lateral (select * from participants p where p.organization_id = $1 and p.id = last.author_id) author on true
          left join lateral (
               select m.id, m.first_name || ' ' || m.last_name as display_name, m.role = 'guest' as is_client, m.role
                 from conversation_members cm join members m on m.organization_id = cm.organization_id and m.id = cm.member_id
                where c.kind = 'direct' and cm.organization_id = $1 and cm.conversation_id = c.id and cm.member_id <> $2 offset 0) person on true
          left join lateral (
               select br.id as bridge_id, br.kind, br.name, bc.title
                 from bridged_chats bc join bridges br on br.organization_id = bc.organization_id and br.id = bc.bridge_id
                where c.kind = 'bridged' and bc.organization_id = $1 and bc.id = c.id offset 0) b on true
          left join lateral (
               select m.id, m.first_name || ' ' || m.last_name as display_name
                 from chats h join members m on m.organization_id = h.organization_id and m.id = h.owner_id
                where <with owner> and h.organization_id = $1 and h.id = c.id offset 0) owner on true
         order by c.last_activity_at desc, c.id desc
        """;

    private static readonly string FullDetails = Details.Replace("<with owner>", "true", StringComparison.Ordinal);
    private static readonly string ListDetails = Details.Replace("<with owner>", "false", StringComparison.Ordinal);

    private const string Managed = """
        select c.id, c.kind, c.name, c.access_mode, c.is_client_chat, c.archived_at, c.created_at, h.owner_id, owner.first_name || ' ' || owner.last_name,
               b.bridge_id, b.kind, b.name, b.title,
               (select coalesce(jsonb_agg(jsonb_build_object('participantId', p.participant_id, 'memberId', p.member_id, 'displayName', p.display_name, 'isClient', p.is_client) order by p.is_client desc, p.display_name), '[]')
                  from (select member_id as id from conversation_members where organization_id = $1 and conversation_id = c.id
                        union select participant_id from bridged_presences where organization_id = $1 and conversation_id = c.id and is_present) i
                 cross join lateral (select * from participants p where p.organization_id = $1 and p.id = i.id) p)::text
          from conversations c
          left join chats h on h.organization_id = $1 and h.id = c.id
          left join members owner on owner.organization_id = $1 and owner.id = h.owner_id
          left join lateral (
               select br.id as bridge_id, br.kind, br.name, bc.title
                 from bridged_chats bc join bridges br on br.organization_id = bc.organization_id and br.id = bc.bridge_id
                where c.kind = 'bridged' and bc.organization_id = $1 and bc.id = c.id) b on true
         where c.organization_id = $1 and (c.is_client_chat and c.kind <> 'direct' or c.kind in ('group', 'channel') and h.owner_id is null)
        """;

    public async Task<Page<ConversationItem>> PageAsync(Viewer viewer, ConversationFilter filter, string? cursor, int limit, CancellationToken ct)
    {
        var after = Cursor.ReadTimeAndId(cursor);
        await using var command = new NpgsqlCommand();
        var parameters = new Parameters(command, viewer);
        var where = Where(filter, after, parameters);
        var most = parameters.Add(limit + 1);

        var arms = new StringBuilder();
        foreach (var way in WaysOf(viewer))
        {
            if (arms.Length > 0) arms.Append(" union all ");
            arms.Append(CultureInfo.InvariantCulture, $"""
                (select s.conversation_id as id, s.history_floor, s.via, s.last_activity_at
                   from ({way}) s{(where.NeedsConversation ? " join conversations c on c.organization_id = $1 and c.id = s.conversation_id" : "")}
                  where true{where.Text}
                  order by s.last_activity_at desc, s.conversation_id desc limit {most})
                """);
        }

        command.CommandText = $"""
            with page as (
                select id, min(history_floor) as history_floor, bool_and(via in ('unlinked', 'overseen', 'public')) and bool_or(via = 'unlinked') as only_unlinked, last_activity_at
                  from ({arms}) ways
                 group by id, last_activity_at order by last_activity_at desc, id desc limit {most}
            )
            {ListDetails}
            """;

        // What is searched for, unlike the page without a filter, decides about the plan.
        await using var connection = await (where.NeedsConversation ? databases.Requests : databases.Pages).OpenConnectionAsync(ct);
        command.Connection = connection;
        var items = new List<ConversationItem>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) items.Add(Read(row, viewer).Item);
        return PageOf(items, limit, item => Cursor.Of(item.LastActivityAt!.Value, item.Id));
    }

    public async Task<ConversationDetails?> FindAsync(Viewer viewer, Guid conversationId, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand($"""
            with page as (
                select conversation_id as id, min(history_floor) as history_floor,
                       bool_and(via in ('unlinked', 'overseen', 'public')) and bool_or(via = 'unlinked') as only_unlinked
                  from conversation_sight where organization_id = $1 and member_id = $2 and conversation_id = $3
                 group by conversation_id
            )
            {FullDetails}
            """);
        var parameters = new Parameters(command, viewer);
        parameters.Add(conversationId);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? Read(row, viewer) : null;
    }

    public async Task<Page<ConversationItem>> ManagedAsync(Viewer administrator, string? query, string? cursor, int limit, CancellationToken ct)
    {
        var after = Cursor.ReadTimeAndId(cursor);
        await using var command = databases.Requests.CreateCommand();
        var parameters = new Parameters(command, administrator);
        var text = new StringBuilder(Managed);
        if (!string.IsNullOrWhiteSpace(query)) text.Append(CultureInfo.InvariantCulture, $" and c.name ilike {parameters.Add(Like(query))}");
        if (after is { } last) text.Append(CultureInfo.InvariantCulture, $" and (c.created_at, c.id) < ({parameters.Add(last.At)}, {parameters.Add(last.Id)})");
        text.Append(CultureInfo.InvariantCulture, $" and $2::uuid is not null order by c.created_at desc, c.id desc limit {parameters.Add(limit + 1)}");
        command.CommandText = text.ToString();

        var details = new List<ConversationDetails>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) details.Add(ReadManaged(row));
        var page = PageOf(details, limit, item => Cursor.Of(item.CreatedAt, item.Item.Id));
        return new Page<ConversationItem>([.. page.Items.Select(item => item.Item)], page.NextCursor);
    }

    public async Task<ConversationDetails?> FindManagedAsync(Viewer administrator, Guid conversationId, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand($"{Managed} and $2::uuid is not null and c.id = $3");
        var parameters = new Parameters(command, administrator);
        parameters.Add(conversationId);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? ReadManaged(row) : null;
    }

    /// <summary>The ways by which this member can see conversations at all; each asks his standing again.</summary>
    private static IEnumerable<string> WaysOf(Viewer viewer)
    {
        yield return $"select * from conversation_sight where organization_id = $1 and member_id = $2 and via = '{Sight.Row}'";
        if (viewer.IsGuest) yield break;
        yield return $"select *, '{Sight.Public}' as via from public_for($1, $2)";
        if (viewer.IsSupervisor || viewer.IsQualityControl) yield return $"select *, '{Sight.Overseen}' as via from overseen_by($1, $2)";
        if (viewer.ReceivesNewClients) yield return $"select *, '{Sight.Unlinked}' as via from unlinked_for($1, $2)";
    }

    private static (string Text, bool NeedsConversation) Where(ConversationFilter filter, (DateTimeOffset At, Guid Id)? after, Parameters parameters)
    {
        var text = new StringBuilder();
        if (after is { } last) text.Append(CultureInfo.InvariantCulture, $" and (s.last_activity_at, s.conversation_id) < ({parameters.Add(last.At)}, {parameters.Add(last.Id)})");
        var conditions = text.Length;

        if (filter.Kind is { } kind) text.Append(CultureInfo.InvariantCulture, $" and c.kind = {parameters.Add(kind.ToString().ToLowerInvariant())}");
        if (filter.Client is { } client) text.Append(client ? " and c.is_client_chat" : " and not c.is_client_chat");
        if (filter.Archived is { } archived) text.Append(archived ? " and c.archived_at is not null" : " and c.archived_at is null");
        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var like = parameters.Add(Like(filter.Query));
            text.Append(CultureInfo.InvariantCulture, $"""
                 and (c.name ilike {like} or c.kind = 'direct' and exists (
                        select from conversation_members cm join members m on m.organization_id = cm.organization_id and m.id = cm.member_id
                         where cm.organization_id = $1 and cm.conversation_id = c.id and cm.member_id <> $2 and m.first_name || ' ' || m.last_name ilike {like}))
                """);
        }

        if (filter.Unread is true)
        {
            text.Append("""
                 and exists (select from read_marks r where r.organization_id = $1 and r.member_id = $2 and r.conversation_id = c.id and c.message_count > r.count
                                and exists (select from entries e where e.organization_id = $1 and e.conversation_id = c.id and e.number > r.number
                                                                    and e.system is null and e.deleted_at is null and e.author_id <> $2)
                             union all
                             select where s.via = 'unlinked' and c.message_count > c.unlinked_count
                                and not exists (select from read_marks r where r.organization_id = $1 and r.member_id = $2 and r.conversation_id = c.id and r.number > c.unlinked_number))
                """);
        }

        return (text.ToString(), text.Length > conditions);
    }

    private static ConversationDetails Read(NpgsqlDataReader row, Viewer viewer)
    {
        var kind = Enum.Parse<ConversationKind>(row.GetString(1), ignoreCase: true);
        var person = row.IsDBNull(18) ? null : new OtherPerson(
            row.GetGuid(18), row.GetGuid(18), row.GetString(19), row.GetBoolean(20), viewer.IsGuest ? null : Enum.Parse<Role>(row.GetString(21), ignoreCase: true));
        var item = new ConversationItem
        {
            Id = row.GetGuid(0), Kind = kind, Name = kind == ConversationKind.Direct ? person?.DisplayName ?? "" : row.GetString(2),
            Access = Enum.Parse<AccessMode>(row.GetString(3), ignoreCase: true), IsClientChat = row.GetBoolean(4),
            ClientCount = row.GetInt32(5), Unlinked = !viewer.IsGuest && row.GetBoolean(6) ? true : null,
            LastActivityAt = row.GetFieldValue<DateTimeOffset>(7), ArchivedAt = row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8),
            UnreadCount = row.GetInt64(9), MentionCount = 0, PinnedCount = 0, LastMessage = Last(row), Person = person,
            Bridge = row.IsDBNull(22) ? null : new BridgeName(row.GetGuid(22), row.GetString(23), row.GetString(24)),
        };
        return new ConversationDetails(
            item, row.GetFieldValue<DateTimeOffset>(26), row.GetInt64(27), row.GetInt64(28), row.GetInt64(29), row.IsDBNull(30) ? null : row.GetInt64(30),
            row.IsDBNull(31) ? null : row.GetGuid(31), row.IsDBNull(32) ? null : row.GetString(32), row.IsDBNull(25) ? null : row.GetString(25));
    }

    private static LastMessage? Last(NpgsqlDataReader row)
    {
        if (row.IsDBNull(10)) return null;
        var author = row.IsDBNull(14) ? null : new AuthorView(row.GetGuid(14), row.IsDBNull(15) ? null : row.GetGuid(15), row.GetString(16), row.GetBoolean(17));
        return new LastMessage(
            row.GetInt64(10), EntryView.Message, author, row.IsDBNull(11) ? null : row.GetString(11),
            row.IsDBNull(12) ? null : row.GetFieldValue<DateTimeOffset>(12), row.GetFieldValue<DateTimeOffset>(13));
    }

    private static ConversationDetails ReadManaged(NpgsqlDataReader row)
    {
        var item = new ConversationItem
        {
            Id = row.GetGuid(0), Kind = Enum.Parse<ConversationKind>(row.GetString(1), ignoreCase: true), Name = row.GetString(2),
            Access = Enum.Parse<AccessMode>(row.GetString(3), ignoreCase: true), IsClientChat = row.GetBoolean(4),
            ArchivedAt = row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
            Bridge = row.IsDBNull(9) ? null : new BridgeName(row.GetGuid(9), row.GetString(10), row.GetString(11)),
            Members = System.Text.Json.JsonSerializer.Deserialize<List<AuthorView>>(row.GetString(13), ClientChatsDb.Json),
        };
        return new ConversationDetails(
            item, row.GetFieldValue<DateTimeOffset>(6), 0, 0, 0, null, row.IsDBNull(7) ? null : row.GetGuid(7), row.IsDBNull(8) ? null : row.GetString(8),
            row.IsDBNull(12) ? null : row.GetString(12));
    }

    private static Page<T> PageOf<T>(List<T> items, int limit, Func<T, string> cursor)
    {
        if (items.Count <= limit) return new Page<T>(items, null);
        items.RemoveAt(limit);
        return new Page<T>(items, cursor(items[^1]));
    }

    private static string Like(string query) => "%" + query.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal) + "%";

    /// <summary>Numbers parameters as they are added; the organization and the viewer are the first two.</summary>
    private sealed class Parameters
    {
        private readonly NpgsqlCommand _command;

        public Parameters(NpgsqlCommand command, Viewer viewer)
        {
            _command = command;
            Add(viewer.OrganizationId);
            Add(viewer.MemberId);
        }

        public string Add<T>(T value)
        {
            _command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
            return $"${_command.Parameters.Count}";
        }
    }
}
