using System.Globalization;
using System.Text;
using ClientChats.Application.Conversations;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Conversations;

/// <summary>
/// One statement per page. Each way of seeing conversations gives its own newest ones by the index that it has: rows of
/// one's own are joined and sorted, groups are read in the order of activity. The page is the newest of all of them.
/// </summary>
internal sealed class ConversationList(Databases databases, KnownPeople people) : IConversationList
{
    // A conversation comes once by each way of seeing it; the ways are put together where the rows are read.
    // "offset 0" keeps what only some conversations have from being looked up for the others.
    private const string Shown = """
        select c.id, c.via, c.history_floor, c.kind, c.name, c.access_mode, c.is_client_chat, c.client_count, c.last_activity_at, c.archived_at,
               case when mark.number is null then 0
                    else c.message_count - mark.count
                       - case when c.deleted_count > 0 then (select count(*) from entries d where d.organization_id = $1 and d.conversation_id = c.id and d.number > mark.number and d.deleted_at is not null and d.thread is null) else 0 end
                       - case when mark.is_set_back then (select count(*) from entries o where o.organization_id = $1 and o.conversation_id = c.id and o.number > mark.number and o.author_id = $2 and o.deleted_at is null and o.thread is null) else 0 end
               end as unread,
               c.last_message_number, c.last_message_author_id, c.last_message_text, c.last_message_at, c.last_message_deleted_at, b.id, b.kind, b.name, other.member_id, c.is_public, c.pins,
               case when c.last_mention_number > mark.number
                    then (select count(*) from entries m where m.organization_id = $1 and m.conversation_id = c.id and m.number > mark.number and m.mentions is not null and m.thread is null and calls(m.mentions, $2, c.id) and m.author_id <> $2)
                    else 0 end
               <more>, c.avatar_id
          from (<ways>) c
          left join lateral (
               select r.number, r.count, r.is_set_back from read_marks r
                where c.via <> 'row' and r.organization_id = $1 and r.member_id = $2 and r.conversation_id = c.id offset 0) r on true
         cross join lateral (
               select case c.via when 'row' then c.read_number when 'unlinked' then greatest(r.number, c.unlinked_number) else r.number end as number,
                      case c.via when 'row' then c.read_count when 'unlinked' then greatest(r.count, c.unlinked_count) else r.count end as count,
                      case c.via when 'row' then c.is_set_back else coalesce(r.is_set_back, false) end as is_set_back) mark
          left join bridges b on b.organization_id = $1 and b.id = c.bridge_id
          left join lateral (
               select cm.member_id from conversation_members cm
                where c.kind = 'direct' and cm.organization_id = $1 and cm.conversation_id = c.id and cm.member_id <> $2 offset 0) other on true
         order by c.last_activity_at desc, c.id desc
        """;

    private static readonly string ListShown = Shown.Replace("<more>", "", StringComparison.Ordinal);

    private static readonly string OneShown = Shown
        .Replace("<more>", """
            , c.created_at, c.last_number, c.last_revision, mark.number,
               (select h.owner_id from chats h where h.organization_id = $1 and h.id = c.id),
               (select bc.title from bridged_chats bc where bc.organization_id = $1 and bc.id = c.id)
            """, StringComparison.Ordinal)
        .Replace("<ways>", """
            select c.*, s.via, s.history_floor, own.number as read_number, own.count as read_count, own.is_set_back
              from conversation_sight s
              join conversations c on c.organization_id = s.organization_id and c.id = s.conversation_id
              left join marks own on own.organization_id = s.organization_id and own.member_id = s.member_id and own.conversation_id = s.conversation_id and own.with_access
             where s.organization_id = $1 and s.member_id = $2 and s.conversation_id = $3
            """, StringComparison.Ordinal);

    private const string Managed = """
        select c.id, c.kind, c.name, c.access_mode, c.is_client_chat, c.archived_at, c.created_at, h.owner_id, owner.first_name || ' ' || owner.last_name,
               b.bridge_id, b.kind, b.name, b.title, c.is_public,
               (select coalesce(jsonb_agg(jsonb_build_object('participantId', p.participant_id, 'memberId', p.member_id, 'displayName', p.display_name, 'isClient', p.is_client) order by p.is_client desc, p.display_name), '[]')
                  from (select member_id as id from conversation_members where organization_id = $1 and conversation_id = c.id
                        union select participant_id from bridged_presences where organization_id = $1 and conversation_id = c.id and is_present) i
                 cross join lateral (select * from participants p where p.organization_id = $1 and p.id = i.id) p)::text, c.avatar_id
          from conversations c
          left join chats h on h.organization_id = $1 and h.id = c.id
          left join members owner on owner.organization_id = $1 and owner.id = h.owner_id
          left join lateral (
               select br.id as bridge_id, br.kind, br.name, bc.title
                 from bridged_chats bc join bridges br on br.organization_id = bc.organization_id and br.id = bc.bridge_id
                where c.kind = 'bridged' and bc.organization_id = $1 and bc.id = c.id) b on true
         where c.organization_id = $1 and is_for_managers(c)
        """;

    public async Task<Page<ConversationItem>> PageAsync(Viewer viewer, ConversationFilter filter, string? cursor, int limit, CancellationToken ct)
    {
        var after = Cursor.ReadTimeAndId(cursor);
        await using var command = new NpgsqlCommand();
        var parameters = new Parameters(command, viewer);
        var where = Where(filter, after, parameters);
        var most = parameters.Add(limit + 1);

        var ways = string.Join(" union all ", WaysOf(viewer, filter).Select(way => $"""
            (select c.* from ({way}) c
              where true{where}
              order by c.last_activity_at desc, c.id desc limit {most})
            """));
        command.CommandText = ListShown.Replace("<ways>", ways, StringComparison.Ordinal);

        // What is searched for, unlike the page without a filter, decides about the plan.
        await using var connection = await (filter.IsEmpty ? databases.Pages : databases.Requests).OpenConnectionAsync(ct);
        command.Connection = connection;
        List<Seen> page;
        await using (var row = await command.ExecuteReaderAsync(ct)) page = await ReadAsync(row, limit + 1, ct);
        await connection.CloseAsync();

        var known = await people.FindAsync(viewer.OrganizationId, page.SelectMany(seen => seen.People), ct);
        return PageOf(page.ConvertAll(seen => seen.Of(viewer, known)), limit, item => Cursor.Of(item.LastActivityAt!.Value, item.Id));
    }

    public async Task<ConversationDetails?> FindAsync(Viewer viewer, Guid conversationId, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(OneShown);
        var parameters = new Parameters(command, viewer);
        parameters.Add(conversationId);
        Seen seen;
        DateTimeOffset createdAt;
        long lastNumber, revision;
        Guid? ownerId;
        string? outsideTitle;
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            if (!await row.ReadAsync(ct)) return null;
            createdAt = row.GetFieldValue<DateTimeOffset>(23);
            (lastNumber, revision) = (row.GetInt64(24), row.GetInt64(25));
            (ownerId, outsideTitle) = (row.IsDBNull(27) ? null : row.GetGuid(27), row.IsDBNull(28) ? null : row.GetString(28));
            seen = new Seen(row, ReadNumber());
            while (await row.ReadAsync(ct)) seen.AlsoBy(new Seen(row, ReadNumber()));

            long? ReadNumber() => row.IsDBNull(26) ? null : row.GetInt64(26);
        }

        var known = await people.FindAsync(viewer.OrganizationId, [.. seen.People, ownerId], ct);
        return new ConversationDetails(
            seen.Of(viewer, known), createdAt, lastNumber, revision, seen.HistoryFloor, seen.ReadNumber, ownerId,
            ownerId is { } owner && known.TryGetValue(owner, out var person) ? person.View.DisplayName : null, outsideTitle);
    }

    public async Task<Page<ConversationItem>> ManagedAsync(Viewer administrator, string? query, string? cursor, int limit, CancellationToken ct)
    {
        var after = Cursor.ReadTimeAndId(cursor);
        await using var command = databases.Requests.CreateCommand();
        var parameters = new Parameters(command, administrator);
        var text = new StringBuilder(Managed);
        if (!string.IsNullOrWhiteSpace(query)) text.Append(CultureInfo.InvariantCulture, $" and {Named(parameters.Add(Like(query)))}");
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
    private static IEnumerable<string> WaysOf(Viewer viewer, ConversationFilter filter)
    {
        static string Way(string function, string via) =>
            $"select (s.conversation).*, s.history_floor, null::bigint as read_number, null::bigint as read_count, null::boolean as is_set_back, '{via}' as via from {function}($1, $2) s";

        yield return $"select (s.conversation).*, s.history_floor, s.read_number, s.read_count, s.is_set_back, '{Sight.Row}' as via from rows_of($1, $2) s";
        if (viewer.IsGuest) yield break;
        if (filter.Joined is not true) yield return Way("public_for", Sight.Public);
        if (viewer.IsSupervisor || viewer.IsQualityControl) yield return Way("overseen_by", Sight.Overseen);
        if (viewer.ReceivesNewClients) yield return Way("unlinked_for", Sight.Unlinked);
    }

    /// <summary>Puts the ways of seeing one conversation, which follow each other, together.</summary>
    private static async Task<List<Seen>> ReadAsync(NpgsqlDataReader row, int most, CancellationToken ct)
    {
        var page = new List<Seen>(most);
        while (await row.ReadAsync(ct))
        {
            var seen = new Seen(row);
            if (page.Count > 0 && page[^1].Id == seen.Id) page[^1].AlsoBy(seen);
            else if (page.Count == most) break;
            else page.Add(seen);
        }

        return page;
    }

    private static string Where(ConversationFilter filter, (DateTimeOffset At, Guid Id)? after, Parameters parameters)
    {
        var text = new StringBuilder();
        if (after is { } last) text.Append(CultureInfo.InvariantCulture, $" and (c.last_activity_at, c.id) < ({parameters.Add(last.At)}, {parameters.Add(last.Id)})");
        if (filter.Kind is { } kind) text.Append(CultureInfo.InvariantCulture, $" and c.kind = {parameters.Add(kind.ToString().ToLowerInvariant())}");
        if (filter.Client is { } client) text.Append(client ? " and c.is_client_chat" : " and not c.is_client_chat");
        text.Append(filter.Archived ? " and c.archived_at is not null" : " and c.archived_at is null");
        if (filter.Joined is false) text.Append(" and (select bool_and(s.via = 'public') from conversation_sight s where s.organization_id = $1 and s.member_id = $2 and s.conversation_id = c.id)");
        if (!string.IsNullOrWhiteSpace(filter.Query))
        {
            var like = parameters.Add(Like(filter.Query));
            text.Append(CultureInfo.InvariantCulture, $"""
                 and ({Named(like)} or c.kind = 'direct' and exists (
                        select from conversation_members cm join members m on m.organization_id = cm.organization_id and m.id = cm.member_id
                         where cm.organization_id = $1 and cm.conversation_id = c.id and cm.member_id <> $2 and m.first_name || ' ' || m.last_name ilike {like}))
                """);
        }

        if (filter.Unread is true)
        {
            text.Append("""
                 and case c.via
                     when 'row' then c.message_count > c.read_count and exists (
                          select from entries e where e.organization_id = $1 and e.conversation_id = c.id and e.number > c.read_number
                                                  and e.system is null and e.deleted_at is null and e.thread is null and e.author_id <> $2)
                     else not exists (select from marks own where own.organization_id = $1 and own.member_id = $2 and own.conversation_id = c.id and own.with_access) and (
                          exists (
                          select from read_marks r where r.organization_id = $1 and r.member_id = $2 and r.conversation_id = c.id and c.message_count > r.count
                             and exists (select from entries e where e.organization_id = $1 and e.conversation_id = c.id and e.number > r.number
                                                                 and e.system is null and e.deleted_at is null and e.thread is null and e.author_id <> $2))
                          or c.via = 'unlinked' and c.message_count > c.unlinked_count
                             and not exists (select from read_marks r where r.organization_id = $1 and r.member_id = $2 and r.conversation_id = c.id and r.number > c.unlinked_number))
                     end
                """);
        }

        return text.ToString();
    }

    private static ConversationDetails ReadManaged(NpgsqlDataReader row)
    {
        var item = new ConversationItem
        {
            Id = row.GetGuid(0), Kind = Enum.Parse<ConversationKind>(row.GetString(1), ignoreCase: true), Name = row.GetString(2),
            Access = Enum.Parse<AccessMode>(row.GetString(3), ignoreCase: true), IsClientChat = row.GetBoolean(4),
            ArchivedAt = row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
            Bridge = row.IsDBNull(9) ? null : new BridgeName(row.GetGuid(9), row.GetString(10), row.GetString(11)),
            Visibility = row.GetString(1) == "channel" ? row.GetBoolean(13) ? ChannelVisibility.Public : ChannelVisibility.Private : null,
            AvatarUrl = AvatarUrl.OfConversation(row.GetGuid(0), row.IsDBNull(15) ? null : row.GetGuid(15)),
            Members = System.Text.Json.JsonSerializer.Deserialize<List<AuthorView>>(row.GetString(14), ClientChatsDb.Json),
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

    private static string Named(string pattern) => $"c.id in (select n.conversation_id from conversation_names n where n.organization_id = $1 and n.name ilike {pattern})";

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
    /// <summary>A conversation as the statement gives it by one way of seeing it, and then by all of them.</summary>
    private sealed class Seen
    {
        private readonly ConversationItem _item;
        private readonly Guid? _otherId;
        private readonly Guid? _avatarId;
        private readonly long[] _pins;
        private readonly (long Number, Guid? AuthorId, string? Text, DateTimeOffset? DeletedAt, DateTimeOffset At)? _last;
        private string _via;
        private bool _onlyAsPublic;
        private (long Unread, long Mentions) _new;

        public Seen(NpgsqlDataReader row, long? readNumber = null)
        {
            ReadNumber = readNumber;
            _via = row.GetString(1);
            _onlyAsPublic = _via == Sight.Public;
            HistoryFloor = row.GetInt64(2);
            _item = new ConversationItem
            {
                Id = row.GetGuid(0), Kind = KindOf(row.GetString(3)), Name = row.GetString(4), Access = AccessOf(row.GetString(5)), IsClientChat = row.GetBoolean(6),
                ClientCount = row.GetInt32(7), LastActivityAt = row.GetFieldValue<DateTimeOffset>(8), ArchivedAt = row.IsDBNull(9) ? null : row.GetFieldValue<DateTimeOffset>(9),
                Visibility = row.GetString(3) == "channel" ? row.GetBoolean(20) ? ChannelVisibility.Public : ChannelVisibility.Private : null,
                Bridge = row.IsDBNull(16) ? null : new BridgeName(row.GetGuid(16), row.GetString(17), row.GetString(18)),
            };
            _new = (row.GetInt64(10), row.GetInt64(22));
            if (!row.IsDBNull(14))
            {
                _last = (row.GetInt64(11), row.IsDBNull(12) ? null : row.GetGuid(12), row.IsDBNull(13) ? null : row.GetString(13),
                    row.IsDBNull(15) ? null : row.GetFieldValue<DateTimeOffset>(15), row.GetFieldValue<DateTimeOffset>(14));
            }

            _otherId = row.IsDBNull(19) ? null : row.GetGuid(19);
            _pins = row.GetFieldValue<long[]>(21);
            _avatarId = row.IsDBNull(row.FieldCount - 1) ? null : row.GetGuid(row.FieldCount - 1);
        }

        public Guid Id => _item.Id;

        public long HistoryFloor { get; private set; }

        public long? ReadNumber { get; private set; }

        public IEnumerable<Guid?> People => [_last?.AuthorId, _otherId];

        /// <summary>What is seen by any way is seen. Marks are one's own before they are those of the group that the chat is new to.</summary>
        public void AlsoBy(Seen other)
        {
            HistoryFloor = Math.Min(HistoryFloor, other.HistoryFloor);
            _onlyAsPublic &= other._onlyAsPublic;
            if (_via == Sight.Row || other._via != Sight.Row && _via == Sight.Unlinked) return;
            (_via, _new, ReadNumber) = (other._via, other._new, other.ReadNumber);
        }

        public ConversationItem Of(Viewer viewer, IReadOnlyDictionary<Guid, KnownPerson> known)
        {
            var person = _otherId is { } id && known.TryGetValue(id, out var other)
                ? new OtherPerson(id, id, other.View.DisplayName, other.View.IsClient, viewer.IsGuest ? null : other.Role)
                : null;
            var face = person is null ? null : known[person.ParticipantId].View.AvatarUrl;
            return _item with
            {
                Name = _item.Kind == ConversationKind.Direct ? person?.DisplayName ?? "" : _item.Name,
                AvatarUrl = _item.Kind == ConversationKind.Direct ? face : AvatarUrl.OfConversation(_item.Id, _avatarId),
                Joined = _item.Visibility == ChannelVisibility.Public ? !_onlyAsPublic : null,
                Unlinked = !viewer.IsGuest && _via == Sight.Unlinked ? true : null, UnreadCount = _new.Unread, MentionCount = _new.Mentions, Person = person,
                PinnedCount = _pins.Count(number => number > HistoryFloor),
                LastMessage = _last is { } last && last.Number > HistoryFloor
                    ? new LastMessage(last.Number, EntryView.Message, last.AuthorId is { } author && known.TryGetValue(author, out var writer) ? writer.View : null, last.Text, last.DeletedAt, last.At)
                    : null,
            };
        }

        private static ConversationKind KindOf(string kind) => Enum.Parse<ConversationKind>(kind, ignoreCase: true);

        private static AccessMode AccessOf(string mode) => Enum.Parse<AccessMode>(mode, ignoreCase: true);
    }
}
