using System.Text.Json;
using ClientChats.Application.Files;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>Reads logs by one statement each, in which the check whether the reader sees the conversation stands once, before the page.</summary>
internal sealed class History(Databases databases, KnownPeople people, ThreadMarks marks) : IHistory, IThreads
{
    private const string Seen = """
        select s.history_floor, c.last_revision, c.last_number,
               e.number, e.revision, e.id, e.created_at, e.edited_at, e.deleted_at, e.text, e.system::text, e.author_id,
               e.reply_to,
               case when e.reply_to is not null then (
                    select array[case when r.text <> '' then r.text when r.forwarded ->> 'text' <> '' then '↪ ' || (r.forwarded ->> 'text') else '📎 ' || (r.attachments -> 0 ->> 'name') end, r.author_id::text] from entries r
                     where r.organization_id = $1 and r.conversation_id = $3 and r.number = e.reply_to
                       and r.number > s.history_floor and r.deleted_at is null and r.system is null) end as quoted,
               case when e.author_id = $2 then e.client_message_id end, e.reactions::text, e.pinned_at, e.pinned_by, e.attachments::text, e.finals::text, e.forwarded::text,
               case when e.forwarded is not null then
                    (e.forwarded ->> 'authorId')::uuid = e.author_id
                    or exists (select from conversation_members m where m.organization_id = $1 and m.conversation_id = $3 and m.member_id = (e.forwarded ->> 'authorId')::uuid)
                    or exists (select from bridged_presences p where p.organization_id = $1 and p.conversation_id = $3 and p.participant_id = (e.forwarded ->> 'authorId')::uuid and p.is_present) end,
               e.mentions::text,
               e.thread, e.replies::text,
               case when e.replies is not null then (
                    select array[m.number, (select count(*) from entries t
                                             where t.organization_id = $1 and t.conversation_id = $3 and t.thread = e.number and t.number > m.number and t.deleted_at is null and t.author_id <> $2)]
                      from (select coalesce(
                                       (select k.number from thread_marks k where k.organization_id = $1 and k.member_id = $2 and k.conversation_id = $3 and k.root = e.number),
                                       case when e.author_id = $2 then e.number end) as number) m) end as followed,
               e.status::text
          from <sight> s
          join conversations c on c.organization_id = $1 and c.id = $3
          left join lateral (<page>) e on true
        """;

    private const string Sight = "(select history_floor from standing_of($1, $3, $2) where sees)";

    private static readonly string Before = Statement("select * from entries where organization_id = $1 and conversation_id = $3 and number > s.history_floor and number < $4 order by number desc limit $5");
    private static readonly string After = Statement("select * from entries where organization_id = $1 and conversation_id = $3 and number > greatest(s.history_floor, $4) order by number limit $5");

    private const string OneEntry = "select * from entries where organization_id = $1 and conversation_id = $3 and number = $4 and number > s.history_floor";
    private static readonly string One = Statement(OneEntry);

    // A new entry's revision is its number plus the number of other changes before it, so only the last
    // (last_revision - last_number) numbers up to $4 can have appeared after revision $4.
    private static readonly string Changed = Statement("""
        (select * from entries
          where organization_id = $1 and conversation_id = $3 and number > greatest(s.history_floor, $4 - (c.last_revision - c.last_number)) and created_revision > $4 and revision = created_revision
          order by number limit $5)
        union all
        (select * from entries
          where organization_id = $1 and conversation_id = $3 and revision > $4 and revision <> created_revision and number > s.history_floor
          order by revision limit $5)
        order by revision limit $5
        """);

    private static readonly string Pinned = Statement("select * from entries where organization_id = $1 and conversation_id = $3 and number = any (c.pins) and number > s.history_floor")
        + " order by array_position(c.pins, e.number)";

    private static readonly string WithFinals = Statement("select * from entries where organization_id = $1 and conversation_id = $3 and finals is not null and number > s.history_floor")
        + " order by e.number";

    private static readonly string ThreadBefore = Statement("select * from entries where organization_id = $1 and conversation_id = $3 and thread = $6 and number > s.history_floor and number < $4 order by number desc limit $5");
    private static readonly string ThreadAfter = Statement("select * from entries where organization_id = $1 and conversation_id = $3 and thread = $6 and number > greatest(s.history_floor, $4) order by number limit $5");

    private const string Answered = """
        select * from entries r
         where r.organization_id = $1 and r.conversation_id = $3 and r.replies is not null and r.number > s.history_floor
           and (r.replies ->> 'count')::bigint > 0 and (r.replies ->> 'lastNumber')::bigint < $4<unread>
         order by (r.replies ->> 'lastNumber')::bigint desc limit $5
        """;

    private static readonly string Roots = Statement(Answered.Replace("<unread>", "", StringComparison.Ordinal)) + ByLastReply;

    private static readonly string UnreadRoots = Statement(Answered.Replace("<unread>", """
         and exists (
                select from entries t
                 where t.organization_id = $1 and t.conversation_id = $3 and t.thread = r.number and t.deleted_at is null and t.author_id <> $2
                   and t.number > coalesce(
                           (select k.number from thread_marks k where k.organization_id = $1 and k.member_id = $2 and k.conversation_id = $3 and k.root = r.number),
                           case when r.author_id = $2 then r.number end))
        """, StringComparison.Ordinal)) + ByLastReply;

    private const string ByLastReply = " order by (e.replies ->> 'lastNumber')::bigint desc";

    /// <summary>An entry as such, for delivery to people whose sight is checked where it is delivered.</summary>
    private static readonly string Unseen = Statement(OneEntry, "(select 0::bigint as history_floor where $2::uuid is not null)");

    public Task<HistoryPage> PageAsync(Viewer reader, Guid conversationId, PageRequest page, CancellationToken ct) => PageAsync(reader, conversationId, page, null, ct);

    public async Task<ThreadPage> PageAsync(Viewer reader, Guid conversationId, long root, PageRequest page, CancellationToken ct)
    {
        var read = await PageAsync(reader, conversationId, page, root, ct);
        var first = (await ReadAsync(reader, conversationId, One, root, null, ct)).Entries.FirstOrDefault();
        var isRoot = first is { Kind: EntryView.Message, Thread: null };
        Refuse.Unless(isRoot || first is null && (read.Items.Count > 0 || read.HasBefore || read.HasAfter), MessageRefusals.NotFound);

        var mark = await marks.FindAsync(reader, conversationId, root, ct);
        return new ThreadPage(first, read.Items, read.HasBefore, read.HasAfter, read.Revision, mark?.Number, mark?.UnreadCount ?? 0);
    }

    public async Task<IReadOnlyList<EntryView>> RootsAsync(Viewer reader, Guid conversationId, bool onlyUnread, long? before, int limit, CancellationToken ct) =>
        (await ReadAsync(reader, conversationId, onlyUnread ? UnreadRoots : Roots, before ?? long.MaxValue, limit, ct)).Entries;

    public Task<(ThreadMark Mark, bool Moved)> MoveAsync(Viewer reader, Guid conversationId, long root, long number, bool setBack, CancellationToken ct) =>
        marks.MoveAsync(reader, conversationId, root, number, setBack, ct);

    /// <summary>A page of the log, or of one thread.</summary>
    private async Task<HistoryPage> PageAsync(Viewer reader, Guid conversationId, PageRequest page, long? thread, CancellationToken ct)
    {
        var (before, after) = thread is null ? (Before, After) : (ThreadBefore, ThreadAfter);
        if (page.Around is { } around)
        {
            var older = await ReadPageAsync(reader, conversationId, before, around + 1, page.Limit / 2 + 2, thread, ct);
            var newer = await ReadPageAsync(reader, conversationId, after, around, page.Limit / 2 + 1, thread, ct);
            var (hasOlder, hasNewer) = (older.Entries.Count > page.Limit / 2 + 1, newer.Entries.Count > page.Limit / 2);
            return new HistoryPage(
                [.. older.Entries.TakeLast(page.Limit / 2 + 1), .. newer.Entries.Take(page.Limit / 2)],
                hasOlder, hasNewer, Math.Min(older.Revision, newer.Revision));
        }

        if (page.After is { } from)
        {
            var read = await ReadPageAsync(reader, conversationId, after, from, page.Limit + 1, thread, ct);
            return new HistoryPage([.. read.Entries.Take(page.Limit)], HasBefore: from > Math.Max(read.Floor, thread ?? 0), read.Entries.Count > page.Limit, read.Revision);
        }

        var newest = await ReadPageAsync(reader, conversationId, before, page.Before ?? long.MaxValue, page.Limit + 1, thread, ct);
        return new HistoryPage(
            [.. newest.Entries.TakeLast(page.Limit)], newest.Entries.Count > page.Limit, HasAfter: page.Before is { } end && end <= newest.LastNumber, newest.Revision);
    }

    public async Task<ChangesPage> ChangesAsync(Viewer reader, Guid conversationId, long after, int limit, CancellationToken ct)
    {
        var read = await ReadAsync(reader, conversationId, Changed, after, limit + 1, ct);
        if (after > read.Revision) return new ChangesPage([], read.Revision, More: false, Reset: true);

        var items = read.Entries.OrderBy(entry => entry.Revision).Take(limit).Select(entry => new ChangedEntry(entry.Revision, entry.Number, entry)).ToList();
        var more = read.Entries.Count > limit;
        return new ChangesPage(items, more ? items[^1].Revision : read.Revision, more, Reset: false);
    }

    public async Task<EntryView> OneAsync(Viewer reader, Guid conversationId, long number, CancellationToken ct)
    {
        var read = await ReadAsync(reader, conversationId, One, number, null, ct);
        return read.Entries.Count == 1 ? read.Entries[0] : throw new RefusedException(MessageRefusals.NotFound);
    }

    public async Task<IReadOnlyList<EntryView>> PinsAsync(Viewer reader, Guid conversationId, CancellationToken ct) =>
        (await ReadAsync(reader, conversationId, Pinned, null, null, ct)).Entries;

    public async Task<IReadOnlyList<EntryView>> FinalsAsync(Viewer reader, Guid conversationId, CancellationToken ct) =>
        (await ReadAsync(reader, conversationId, WithFinals, null, null, ct)).Entries;

    public async Task<EntryView?> FindAsync(Guid organizationId, Guid conversationId, long number, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Unseen);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Empty });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        var read = await ReadAsync(command, organizationId, conversationId, ct);
        return read?.Entries.Count > 0 ? read.Entries[0].ForAll() : null;
    }

    private async Task<Read> ReadPageAsync(Viewer viewer, Guid conversationId, string statement, long number, int limit, long? thread, CancellationToken ct)
    {
        var read = await ReadAsync(viewer, conversationId, statement, number, limit, ct, thread);
        read.Entries.Sort((one, other) => one.Number.CompareTo(other.Number));
        return read;
    }

    private async Task<Read> ReadAsync(Viewer viewer, Guid conversationId, string statement, long? number, int? limit, CancellationToken ct, long? thread = null)
    {
        await using var command = databases.Pages.CreateCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        if (number is { } place) command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = place });
        if (limit is { } most) command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        if (thread is { } root) command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = root });

        var read = await ReadAsync(command, viewer.OrganizationId, conversationId, ct) ?? throw new RefusedException(ConversationRefusals.NotFound);
        return viewer.IsGuest ? read with { Entries = read.Entries.ConvertAll(entry => entry.ForGuests()) } : read;
    }

    /// <summary>Null where the conversation does not exist for the reader.</summary>
    private async Task<Read?> ReadAsync(NpgsqlCommand command, Guid organizationId, Guid conversationId, CancellationToken ct)
    {
        var rows = new List<Row>();
        long floor, revision, lastNumber;
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct)) return null;
            (floor, revision, lastNumber) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
            if (!reader.IsDBNull(3))
            {
                do rows.Add(new Row(reader));
                while (await reader.ReadAsync(ct));
            }
        }

        var known = await people.FindAsync(organizationId, rows.SelectMany(row => row.People), ct);
        return new Read(floor, revision, lastNumber, rows.ConvertAll(row => row.Of(conversationId, floor, known)));
    }

    private static string Statement(string page, string sight = Sight) => Seen.Replace("<page>", page, StringComparison.Ordinal).Replace("<sight>", sight, StringComparison.Ordinal);

    /// <summary>What was read, in the order of the statement.</summary>
    private sealed record Read(long Floor, long Revision, long LastNumber, List<EntryView> Entries);

    /// <summary>An entry as it is stored; people are still ids.</summary>
    private sealed class Row(NpgsqlDataReader row)
    {
        private readonly (long Number, long Revision, Guid Id) _name = (row.GetInt64(3), row.GetInt64(4), row.GetGuid(5));
        private readonly (DateTimeOffset Created, DateTimeOffset? Edited, DateTimeOffset? Deleted) _at = (row.GetFieldValue<DateTimeOffset>(6), At(row, 7), At(row, 8));
        private readonly string? _text = row.IsDBNull(9) ? null : row.GetString(9);
        private readonly SystemFact? _fact = row.IsDBNull(10) ? null : JsonSerializer.Deserialize<SystemFact>(row.GetString(10), ClientChatsDb.Json);
        private readonly Guid? _authorId = Id(row, 11);
        private readonly long? _replyTo = row.IsDBNull(12) ? null : row.GetInt64(12);
        private readonly (string Text, Guid? AuthorId)? _quoted = Quoted(row, 13);
        private readonly Guid? _clientMessageId = Id(row, 14);
        private readonly IReadOnlyList<Reaction>? _reactions = row.IsDBNull(15) ? null : JsonSerializer.Deserialize<List<Reaction>>(row.GetString(15), ClientChatsDb.Json);
        private readonly (DateTimeOffset? At, Guid? By) _pinned = (At(row, 16), Id(row, 17));
        private readonly long? _thread = row.IsDBNull(23) ? null : row.GetInt64(23);
        private readonly Replies? _replies = row.IsDBNull(24) ? null : JsonSerializer.Deserialize<Replies>(row.GetString(24), ClientChatsDb.Json);
        private readonly long?[] _followed = row.IsDBNull(25) ? [] : row.GetFieldValue<long?[]>(25);
        private readonly AttachedFile[]? _files = row.IsDBNull(18) ? null : JsonSerializer.Deserialize<AttachedFile[]>(row.GetString(18), ClientChatsDb.Json);

        private readonly FinalVersion[]? _finals = row.IsDBNull(19) ? null : JsonSerializer.Deserialize<FinalVersion[]>(row.GetString(19), ClientChatsDb.Json);

        private readonly (ForwardedMessage Message, bool IsAuthorHere)? _forwarded = row.IsDBNull(20)
            ? null
            : (JsonSerializer.Deserialize<ForwardedMessage>(row.GetString(20), ClientChatsDb.Json)!, !row.IsDBNull(21) && row.GetBoolean(21));

        private readonly Mention[]? _mentions = row.IsDBNull(22) ? null : JsonSerializer.Deserialize<Mention[]>(row.GetString(22), ClientChatsDb.Json);

        private readonly MessageStatus? _status = row.IsDBNull(26) ? null : JsonSerializer.Deserialize<MessageStatus>(row.GetString(26), ClientChatsDb.Json);

        public long Number => _name.Number;

        public IEnumerable<Guid?> People => _fact is { } fact ? [_authorId, fact.By, fact.Person, fact.To, .. fact.From ?? []] : [_authorId, _quoted?.AuthorId, _forwarded?.Message.AuthorId, _pinned.By, _status?.By, _status?.DecisionBy, .. (_finals ?? []).Select(version => version.By), .. (_reactions ?? []).SelectMany(reaction => reaction.People), .. (_replies?.People ?? []).Select(id => (Guid?)id)];

        public EntryView Of(Guid conversationId, long floor, IReadOnlyDictionary<Guid, KnownPerson> known) => new()
        {
            Id = _name.Id, Number = _name.Number, Revision = _name.Revision, ConversationId = conversationId,
            Kind = _fact is null ? EntryView.Message : EntryView.SystemKind, Author = Named(_authorId, known), Text = _text,
            CreatedAt = _at.Created, EditedAt = _at.Edited, DeletedAt = _at.Deleted, ReplyTo = QuoteOf(known), Forwarded = Forwarded(known),
            Reactions = _reactions?.Select(reaction => new ReactionView(reaction.Emoji, [.. reaction.People.Select(id => Named(id, known)).OfType<AuthorView>()])).ToList(),
            Pinned = _pinned.At is { } since ? new PinView(since, Named(_pinned.By, known)) : null,
            ClientMessageId = _at.Deleted is null ? _clientMessageId : null, System = _fact is null ? null : Tell(_fact, known),
            Attachments = _files is null ? null : [.. _files.Select(file => FileView.Of(file) with { Final = FinalViews.Of(_finals, file.Id, floor, known) })],
            Mentions = MentionView.Of(_mentions, conversationId), Thread = _thread, Replies = RepliesOf(known),
            Status = _status is null ? null : StatusViews.Of(_status, known),
        };

        private ForwardedView? Forwarded(IReadOnlyDictionary<Guid, KnownPerson> known) => _forwarded is not { } forwarded
            ? null
            : new ForwardedView(Named(forwarded.Message.AuthorId, known), forwarded.Message.At, forwarded.Message.Text) { IsAuthorHere = forwarded.IsAuthorHere };

        private QuoteView? QuoteOf(IReadOnlyDictionary<Guid, KnownPerson> known) => _replyTo is not { } number
            ? null
            : _quoted is { } quoted ? new QuoteView(number, Available: true, Named(quoted.AuthorId, known), MessageText.ExcerptOf(quoted.Text)) : new QuoteView(number, Available: false, null, null);

        private RepliesView? RepliesOf(IReadOnlyDictionary<Guid, KnownPerson> known) => _replies is not { Count: > 0 } replies
            ? null
            : new RepliesView(
                replies.Count, replies.LastNumber, replies.LastAt, [.. replies.People.Select(id => Named(id, known)).OfType<AuthorView>()],
                Following: _followed is [{ }, _], UnreadCount: _followed is [{ }, { } unread] ? unread : 0);

        private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

        private static (string Text, Guid? AuthorId)? Quoted(NpgsqlDataReader row, int column) =>
            row.IsDBNull(column) || row.GetFieldValue<string?[]>(column) is not [{ } text, var author] ? null : (text, author is null ? null : Guid.Parse(author));

        private static DateTimeOffset? At(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

        private static AuthorView? Named(Guid? id, IReadOnlyDictionary<Guid, KnownPerson> known) => id is { } person && known.TryGetValue(person, out var found) ? found.View : null;

        private static SystemView Tell(SystemFact fact, IReadOnlyDictionary<Guid, KnownPerson> known)
        {
            MemberName? Member(Guid? id) => Named(id, known) is { MemberId: { } memberId } person ? new MemberName(memberId, person.DisplayName) : null;
            return new SystemView(
                fact.Type, Named(fact.By, known), Named(fact.Person, known), fact.Name, fact.PreviousName, fact.History, Member(fact.To),
                fact.From?.Select(id => Member(id)).OfType<MemberName>().ToList(), fact.Kind);
        }
    }
}
