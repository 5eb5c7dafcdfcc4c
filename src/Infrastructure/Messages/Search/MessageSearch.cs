using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Messages.Search;

/// <summary>
/// Finds messages in one of three ways. Whoever sees few conversations is answered from their part of the key, whatever
/// else there is; who oversees everything, from all messages, the newest first, or by the word where it is rare; and in
/// one conversation it is read backwards. What has no words yet is read itself.
/// </summary>
internal sealed class MessageSearch(Databases databases, KnownPeople people, WordsLoop loop)
{
    /// <summary>Of more conversations than these, with messages that have no words yet, the answer says that it is catching up.</summary>
    private const int MostUnread = 200;

    private const string Asked = "select query::text, marks::text from words_asked($1, $2, $3)";

    // $1 organization, $2 viewer, $3 the words, $4 their marks, $5..$7 author, since, until, $8..$10 the place after which
    // it goes on, $11 how many. "offset 0" keeps the marks in the key from being read together with the words, which lie elsewhere;
    // what is asked for is read from its text once, by a select of its own, and not for every message.
    private const string AmongSeen = """
        select c.conversation_id, c.number, c.at
          from (select s.id as conversation_id, w.number, w.at
                  from visible_conversations($1, $2) s
                 cross join lateral (
                       select number, at from message_words
                        where organization_id = $1 and conversation_id = s.id and number > s.history_floor and marks & (select $4::text::bit(256)) = (select $4::text::bit(256)) offset 0) w
                 where ($6::timestamptz is null or w.at >= $6) and ($7::timestamptz is null or w.at < $7)
                   and ($8::timestamptz is null or (w.at, s.id, w.number) < ($8, $9, $10))
                 order by w.at desc, s.id desc, w.number desc offset 0) c
         cross join lateral (
               select from message_words m
                where m.organization_id = $1 and m.conversation_id = c.conversation_id and m.number = c.number
                  and m.words @@ (select $3::text::tsquery) and ($5::uuid is null or m.author_id = $5) offset 0) m
         order by c.at desc, c.conversation_id desc, c.number desc
         limit $11
        """;

    private const string AmongAll = """
        select m.conversation_id, m.number, m.at
          from (select conversation_id, number, at from message_words m
                 where organization_id = $1 and words @@ $3::text::tsquery
                   and ($5::uuid is null or author_id = $5) and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
                   and ($8::timestamptz is null or (at, conversation_id, number) < ($8, $9, $10))) m
         cross join lateral (select history_floor from standing_of($1, m.conversation_id, $2) where sees offset 0) s
         where m.number > s.history_floor
         order by m.at desc, m.conversation_id desc, m.number desc
         limit $11
        """;

    private const string InOne = """
        select $12::uuid, c.number, c.at
          from (select number, at from message_words
                 where organization_id = $1 and conversation_id = $12 and number > (select history_floor from standing_of($1, $12, $2) where sees)
                   and marks & (select $4::text::bit(256)) = (select $4::text::bit(256)) and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
                   and ($8::timestamptz is null or number < $10)
                 order by number desc offset 0) c
         cross join lateral (
               select from message_words m
                where m.organization_id = $1 and m.conversation_id = $12 and m.number = c.number
                  and m.words @@ (select $3::text::tsquery) and ($5::uuid is null or m.author_id = $5) offset 0) m
         order by c.number desc
         limit $11
        """;

    private const string Unread = """
        select u.id, e.number, e.created_at
          from unnest($12::uuid[]) u (id)
         cross join lateral (select history_floor from standing_of($1, u.id, $2) where sees offset 0) s
          left join word_positions p on p.organization_id = $1 and p.conversation_id = u.id
         cross join lateral (
               select number, created_at from entries e
                where organization_id = $1 and conversation_id = u.id and number > greatest(s.history_floor, coalesce(p.number, 0)) and text is not null
                  and words_of(said_of(text, forwarded)) @@ (select $3::text::tsquery) and ($5::uuid is null or author_id = $5)
                  and ($6::timestamptz is null or created_at >= $6) and ($7::timestamptz is null or created_at < $7)
                  and ($8::timestamptz is null or (created_at, conversation_id, number) < ($8, $9, $10)) offset 0) e
         order by e.created_at desc, u.id desc, e.number desc
         limit $11
        """;

    // What was found is shown only to whom it is still there: a change between the two statements counts.
    private const string Shown = """
        select f.conversation_id, f.number, e.created_at, e.author_id, said_of(e.text, e.forwarded),
               ts_headline('words', searched_text(said_of(e.text, e.forwarded)), $3::text::tsquery, 'HighlightAll=true, StartSel=' || chr(2) || ', StopSel=' || chr(3)),
               c.kind, c.name, c.is_client_chat,
               case when c.kind = 'direct' then (
                    select cm.member_id from conversation_members cm where cm.organization_id = $1 and cm.conversation_id = c.id and cm.member_id <> $2 limit 1) end
          from unnest($4::uuid[], $5::bigint[]) f (conversation_id, number)
         cross join lateral (select history_floor from standing_of($1, f.conversation_id, $2) where sees offset 0) s
          join conversations c on c.organization_id = $1 and c.id = f.conversation_id
          join entries e on e.organization_id = $1 and e.conversation_id = f.conversation_id and e.number = f.number
         where e.number > s.history_floor and e.text is not null and words_of(said_of(e.text, e.forwarded)) @@ (select $3::text::tsquery)
        """;

    public async Task<FoundMessages> FindAsync(Viewer viewer, SoughtWords words, MessageFilter filter, FoundPlace? after, int limit, CancellationToken ct)
    {
        var asked = await AskAsync(words, ct);
        if (asked.Words.Length == 0) return new FoundMessages([], null, IsCatchingUp: false);

        var waiting = filter.ConversationId is { } only ? [.. loop.WaitingIn(viewer.OrganizationId).Where(id => id == only)] : loop.WaitingIn(viewer.OrganizationId);
        List<FoundPlace> places = [];
        if (waiting.Count > 0) places.AddRange(await PlacesAsync(databases.Pages, Unread, viewer, asked, filter, after, limit + 1, waiting.Take(MostUnread).ToArray(), ct));

        // The plan of a search through everything follows from how frequent the words are; the others are the same for everybody.
        var (pool, statement) = filter.ConversationId is not null ? (databases.Pages, InOne)
            : viewer.IsSupervisor || viewer.IsQualityControl ? (databases.Searches, AmongAll) : (databases.Pages, AmongSeen);
        places.AddRange(await PlacesAsync(pool, statement, viewer, asked, filter, after, limit + 1, filter.ConversationId, ct));

        var ordered = places.Distinct();
        var page = (filter.ConversationId is null
            ? ordered.OrderByDescending(place => place.At).ThenByDescending(place => place.ConversationId.ToString(), StringComparer.Ordinal).ThenByDescending(place => place.Number)
            : ordered.OrderByDescending(place => place.Number)).ToList();
        var shown = page.Take(limit).ToList();
        return new FoundMessages(
            await ShowAsync(viewer, asked, shown, ct), page.Count > limit ? shown[^1] : null, IsCatchingUp: loop.IsSweeping || waiting.Count > MostUnread);
    }

    private async Task<WordsAsked> AskAsync(SoughtWords words, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Asked);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. words.Said] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = words.Begun ?? "" });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. words.Unsaid] });
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new WordsAsked(row.GetString(0), row.GetString(1));
    }

    private static async Task<List<FoundPlace>> PlacesAsync(
        NpgsqlDataSource pool, string statement, Viewer viewer, WordsAsked asked, MessageFilter filter, FoundPlace? after, int limit, object? conversations, CancellationToken ct)
    {
        await using var command = pool.CreateCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = asked.Words });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = asked.Marks });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = filter.AuthorId });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = filter.Since?.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = filter.Until?.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = after?.At });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = after?.ConversationId });
        command.Parameters.Add(new NpgsqlParameter<long?> { TypedValue = after?.Number });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        if (conversations is not null) command.Parameters.Add(new NpgsqlParameter { Value = conversations });

        var places = new List<FoundPlace>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) places.Add(new FoundPlace(row.GetFieldValue<DateTimeOffset>(2), row.GetGuid(0), row.GetInt64(1)));
        return places;
    }

    private async Task<IReadOnlyList<Found>> ShowAsync(Viewer viewer, WordsAsked asked, List<FoundPlace> places, CancellationToken ct)
    {
        if (places.Count == 0) return [];
        await using var command = databases.Pages.CreateCommand(Shown);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = asked.Words });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. places.Select(place => place.ConversationId)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. places.Select(place => place.Number)] });

        var rows = new Dictionary<(Guid, long), Row>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct)) rows[(row.GetGuid(0), row.GetInt64(1))] = new Row(row);
        }

        var known = await people.FindAsync(viewer.OrganizationId, rows.Values.SelectMany(row => row.People), ct);
        return [.. places.Select(place => rows.GetValueOrDefault((place.ConversationId, place.Number))).OfType<Row>().Select(row => row.Of(known))];
    }

    /// <summary>The words as the database compares them, and the marks of every message that has them.</summary>
    private sealed record WordsAsked(string Words, string Marks);

    private sealed class Row(NpgsqlDataReader row)
    {
        private readonly (Guid ConversationId, long Number, DateTimeOffset At) _place = (row.GetGuid(0), row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2));
        private readonly Guid? _authorId = row.IsDBNull(3) ? null : row.GetGuid(3);
        private readonly (string Text, IReadOnlyList<Highlight> Highlights) _excerpt = Excerpt.Of(row.GetString(4), row.GetString(5));
        private readonly ConversationKind _kind = Enum.Parse<ConversationKind>(row.GetString(6), ignoreCase: true);
        private readonly string _name = row.GetString(7);
        private readonly Guid? _otherId = row.IsDBNull(9) ? null : row.GetGuid(9);
        private readonly bool _isClientChat = row.GetBoolean(8);

        public IEnumerable<Guid?> People => [_authorId, _otherId];

        public Found Of(IReadOnlyDictionary<Guid, KnownPerson> known) => new()
        {
            Type = FoundType.Message, ConversationId = _place.ConversationId, Number = _place.Number, At = _place.At, Kind = _kind, IsClientChat = _isClientChat,
            ConversationName = _kind == ConversationKind.Direct ? Named(_otherId, known)?.DisplayName ?? "" : _name,
            Person = Named(_otherId, known) is { } other ? new FoundPerson(other.ParticipantId, other.MemberId, other.DisplayName, other.IsClient, null, null, other.AvatarUrl) : null, Author = Named(_authorId, known), Text = _excerpt.Text, Highlights = _excerpt.Highlights,
        };

        private static AuthorView? Named(Guid? id, IReadOnlyDictionary<Guid, KnownPerson> known) => id is { } person && known.TryGetValue(person, out var found) ? found.View : null;
    }
}
