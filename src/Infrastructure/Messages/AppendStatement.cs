using System.Text.Json;
using ClientChats.Application.Messages;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>
/// Appends a batch of posts in one statement and one commit, and asks, in the same round trip but after that commit,
/// which of the connected members see the conversations.
/// </summary>
internal sealed class AppendStatement(Guid organizationId, IReadOnlyList<WaitingPost> posts, Guid[] connected)
{
    // $1 organization; $2..$4 conversations in lock order, posts in each, version of its access; $5..$12 the posts;
    // $13, $14 authors and the versions of their standing; $15, $16 who wrote last into each conversation, and how that begins.
    // A conversation whose access has moved takes nothing.
    private static readonly string Append = Statement(isRich: false);

    private static readonly string AppendRich = Statement(isRich: true);

    // The rest is taken where a post of the batch needs it.
    // $17 what each post shows of its files, or null; $18..$21 the files, the post that holds each, its place there, and
    // whether it came from another message; $22 what each post passes on, or null; $23 who is called in each post, or null;
    // $24 the place of the last post of each conversation's main stream that calls anybody, or 0.
    // A file that another message holds already, or that is gone, fails the statement by a key.
    private const string Attach = """
        , f as (
            update files f
               set attached_at = now()
              from unnest($18::uuid[], $19::uuid[]) a (file_id, id)
              join p on p.id = a.id
             where f.organization_id = $1 and f.id = a.file_id and f.attached_at is null
        ), h as (
            insert into entry_files (organization_id, conversation_id, number, position, file_id, is_forwarded)
            select $1, p.conversation_id, p.number, a.position, a.file_id, a.is_forwarded
              from unnest($18::uuid[], $19::uuid[], $20::int[], $21::boolean[]) a (file_id, id, position, is_forwarded)
              join p on p.id = a.id
        )
        """;

    private const string LastOfAll = """
        message_count = c.message_count + n.k,
                   last_message_number = c.last_number + n.k, last_message_author_id = n.author_id, last_message_text = n.excerpt,
                   last_message_at = now(), last_message_deleted_at = null
        """;

    private const string LastOfMain = """
        message_count = c.message_count + n.main,
                   last_message_number = case when n.main > 0 then c.last_number + n.last else c.last_message_number end,
                   last_message_author_id = case when n.main > 0 then n.author_id else c.last_message_author_id end,
                   last_message_text = case when n.main > 0 then n.excerpt else c.last_message_text end,
                   last_message_at = case when n.main > 0 then now() else c.last_message_at end,
                   last_message_deleted_at = case when n.main > 0 then null else c.last_message_deleted_at end,
                   last_mention_number = case when n.mention > 0 then c.last_number + n.mention else c.last_mention_number end
        """;

    // $25 the thread of each post, or null; $26 how many posts of the main stream its conversation takes up to it;
    // $27, $28 how many of these it takes in all, and the place of the last one.
    // $29 how the matter of each post stands, or null.
    // Whoever is called in a thread follows it from there, unless he does already.
    // A root may have changed since the statement began: what is added to it is then computed anew, from the row as it is.
    private const string Reply = """
        , t as (
            update entries root
               set replies = jsonb_build_object(
                       'count', coalesce((root.replies ->> 'count')::bigint, 0) + n.k, 'lastNumber', n.number, 'lastAt', now(),
                       'people', (select jsonb_agg(x.id order by x.place)
                                    from (select a.id, min(a.place) as place
                                            from (select u.id, u.place from unnest(n.authors) with ordinality u (id, place)
                                                   union all
                                                  select o.id::uuid, o.place + cardinality(n.authors) from jsonb_array_elements_text(root.replies -> 'people') with ordinality o (id, place)) a
                                           group by a.id order by min(a.place) limit 5) x))
              from (select conversation_id, thread, count(*) as k, max(number) as number, array_agg(author_id order by number desc) as authors
                      from p where thread is not null group by conversation_id, thread) n
             where root.organization_id = $1 and root.conversation_id = n.conversation_id and root.number = n.thread
        ), tm as (
            insert into thread_marks (organization_id, member_id, conversation_id, root, number)
            select $1, author_id, conversation_id, thread, max(number) from p where thread is not null group by author_id, conversation_id, thread
            on conflict (organization_id, member_id, conversation_id, root) do update set number = excluded.number
        ), tc as (
            insert into thread_marks (organization_id, member_id, conversation_id, root, number)
            select $1, called.id, p.conversation_id, p.thread, min(p.number) - 1
              from p
             cross join lateral (
                   select m.id from jsonb_array_elements(p.mentions::jsonb) call join members m on m.organization_id = $1 and m.id = (call ->> 'of')::uuid
                   union
                   select cm.member_id from jsonb_array_elements(p.mentions::jsonb) call
                     join conversation_members cm on cm.organization_id = $1 and cm.conversation_id = p.conversation_id
                    where (call ->> 'of')::uuid = p.conversation_id) called
             where p.thread is not null and p.mentions is not null
               and not exists (select from p own where own.conversation_id = p.conversation_id and own.thread = p.thread and own.author_id = called.id)
               and not exists (select from entries root where root.organization_id = $1 and root.conversation_id = p.conversation_id and root.number = p.thread and root.author_id = called.id)
             group by called.id, p.conversation_id, p.thread
            on conflict (organization_id, member_id, conversation_id, root) do nothing
        )
        """;

    private static string Statement(bool isRich) => $"""
        with fit as (
            select coalesce(bool_and(m.access_version is not distinct from a.version and m.status = 'active'), true) as holds
              from unnest($13::uuid[], $14::bigint[]) a (id, version)
              left join members m on m.organization_id = $1 and m.id = a.id
        ), c as (
            update conversations c
               set last_number = c.last_number + n.k, last_revision = c.last_revision + n.k, {(isRich ? LastOfMain : LastOfAll)}, last_activity_at = greatest(c.last_activity_at, now())
              from unnest($2::uuid[], $3::int[], $4::bigint[], $15::uuid[], $16::text[]{(isRich ? ", $24::int[], $27::int[], $28::int[]" : "")}) n (id, k, version, author_id, excerpt{(isRich ? ", mention, main, last" : "")})
             where c.organization_id = $1 and c.id = n.id and c.access_version = n.version and (select holds from fit)
            returning c.id, c.last_number - n.k as number, c.last_revision - n.k as revision, c.message_count - n.{(isRich ? "main" : "k")} as count, c.kind = 'bridged' as is_bridged
        ), p as (
            select c.number + b.pos as number, c.revision + b.pos as revision, c.count + b.{(isRich ? "nth" : "pos")} as count, c.is_bridged, b.*
              from unnest($5::uuid[], $6::int[], $7::uuid[], $8::text[], $9::uuid[], $10::uuid[], $11::bytea[], $12::bigint[]{(isRich ? ", $17::text[], $22::text[], $23::text[], $25::bigint[], $26::int[], $29::text[]" : "")})
                   b (conversation_id, pos, author_id, text, id, client_message_id, content_hash, reply_to{(isRich ? ", attachments, forwarded, mentions, thread, nth, status" : "")})
              join c on c.id = b.conversation_id
        ), e as (
            insert into entries (organization_id, conversation_id, number, revision, created_revision, count, id, author_id, client_message_id, created_at, reply_to, text{(isRich ? ", attachments, forwarded, mentions, thread, status" : "")})
            select $1, conversation_id, number, revision, revision, count, id, author_id, client_message_id, now(), reply_to, text{(isRich ? ", attachments::jsonb, forwarded::jsonb, mentions::jsonb, thread, status::jsonb" : "")} from p
        ), i as (
            insert into message_ids (organization_id, author_id, client_message_id, conversation_id, number, content_hash)
            select $1, author_id, client_message_id, conversation_id, number, content_hash from p
        ), own as (
            select author_id, conversation_id, max(number) as number, max(count) as count from p{(isRich ? " where thread is null" : "")} group by author_id, conversation_id
        ), r as (
            update conversation_access a
               set read_number = own.number, read_count = own.count, is_set_back = false
              from own
             where a.organization_id = $1 and a.member_id = own.author_id and a.conversation_id = own.conversation_id
            returning a.member_id, a.conversation_id
        ), g as (
            insert into read_marks (organization_id, member_id, conversation_id, number, count, is_set_back)
            select $1, author_id, conversation_id, number, count, false from own
             where not exists (select from r where r.member_id = own.author_id and r.conversation_id = own.conversation_id)
            on conflict (organization_id, member_id, conversation_id)
               do update set number = excluded.number, count = excluded.count, is_set_back = false
        ){(isRich ? Attach + Reply : "")}, o as (
            insert into outbox (organization_id, id, kind, lane, sequence, payload, created_at, next_attempt_at, attempts)
            select $1, id, 'BridgeMessage', conversation_id::text, number,
                   jsonb_build_object('conversationId', conversation_id, 'number', number)::text, now(), now(), 0
              from p where is_bridged
        )
        select id, number, revision, is_bridged, now() from c
        """;

    // "offset 0" keeps the look-up as it is written, once per conversation by the keys; joined, it would read all that the connected see.
    private const string Viewers = """
        select c.id, c.access_version, s.member_id, bool_and(s.via = 'overseen'), min(s.history_floor)
          from conversations c
          left join lateral (
               select member_id, via, history_floor from conversation_sight
                where organization_id = $1 and conversation_id = c.id and member_id = any ($3::uuid[]) offset 0) s on true
         where c.organization_id = $1 and c.id = any ($2::uuid[])
         group by c.id, c.access_version, s.member_id
        """;

    public async Task<Dictionary<Guid, Appended>> ExecuteAsync(NpgsqlConnection connection)
    {
        var conversations = posts.GroupBy(post => post.Message.ConversationId).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).ToArray();
        foreach (var conversation in conversations)
        {
            var (position, mainPosition) = (0, 0);
            foreach (var post in conversation) (post.Position, post.MainPosition) = (++position, post.Message.Thread is null ? ++mainPosition : mainPosition);
        }

        var ids = conversations.Select(group => group.Key).ToArray();
        var lasts = conversations.Select(group => group.LastOrDefault(post => post.Message.Thread is null)).ToArray();
        var authors = posts.Select(post => post.Right).DistinctBy(right => (right.MemberId, right.MemberVersion)).ToArray();

        // Error barriers end each command's implicit transaction, so the second one begins after the first has committed.
        await using var batch = new NpgsqlBatch(connection) { EnableErrorBarriers = true };
        var isRich = posts.Any(post => post.IsRich);
        var append = new NpgsqlBatchCommand(isRich ? AppendRich : Append)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = organizationId },
                new NpgsqlParameter<Guid[]> { TypedValue = ids },
                new NpgsqlParameter<int[]> { TypedValue = [.. conversations.Select(group => group.Count())] },
                new NpgsqlParameter<long[]> { TypedValue = [.. conversations.Select(CommonVersion)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. posts.Select(post => post.Message.ConversationId)] },
                new NpgsqlParameter<int[]> { TypedValue = [.. posts.Select(post => post.Position)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. posts.Select(post => post.Author.MemberId)] },
                new NpgsqlParameter<string[]> { TypedValue = [.. posts.Select(post => post.Message.Text)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. posts.Select(post => post.Id)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. posts.Select(post => post.Message.ClientMessageId)] },
                new NpgsqlParameter<byte[][]> { TypedValue = [.. posts.Select(post => post.ContentHash)] },
                new NpgsqlParameter<long?[]> { TypedValue = [.. posts.Select(post => post.Message.ReplyTo)] },
                new NpgsqlParameter<Guid[]> { TypedValue = [.. authors.Select(right => right.MemberId)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. authors.Select(right => right.MemberVersion)] },
                new NpgsqlParameter<Guid?[]> { TypedValue = [.. lasts.Select(last => last?.Author.MemberId)] },
                new NpgsqlParameter<string?[]> { TypedValue = [.. lasts.Select(last => last is null ? null : MessageText.ExcerptOf(last.Message.Text, last.Files?.Select(file => file.Name), last.Forwarded?.Kept.Text))] },
            },
        };
        if (isRich) AddRich(append, conversations, lasts);
        batch.BatchCommands.Add(append);
        if (connected.Length > 0)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Viewers)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = organizationId },
                    new NpgsqlParameter<Guid[]> { TypedValue = ids },
                    new NpgsqlParameter<Guid[]> { TypedValue = connected },
                },
            });
        }

        return await ReadAsync(batch);
    }

    private void AddRich(NpgsqlBatchCommand append, IGrouping<Guid, WaitingPost>[] conversations, WaitingPost?[] lasts)
    {
        var held = posts.SelectMany(post => (post.Files ?? []).Select((file, i) => (File: file.Id, Post: post.Id, Position: i + 1, IsForwarded: post.Forwarded is not null))).ToArray();
        append.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. posts.Select(post => InJson(post.Files))] });
        append.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. held.Select(one => one.File)] });
        append.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. held.Select(one => one.Post)] });
        append.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. held.Select(one => one.Position)] });
        append.Parameters.Add(new NpgsqlParameter<bool[]> { TypedValue = [.. held.Select(one => one.IsForwarded)] });
        append.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. posts.Select(post => InJson(post.Forwarded?.Kept))] });
        append.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. posts.Select(post => InJson(post.Mentions))] });
        append.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. conversations.Select(group => group.LastOrDefault(post => post.Mentions is not null && post.Message.Thread is null)?.Position ?? 0)] });
        append.Parameters.Add(new NpgsqlParameter<long?[]> { TypedValue = [.. posts.Select(post => post.Message.Thread)] });
        append.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. posts.Select(post => post.MainPosition)] });
        append.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. lasts.Select(last => last?.MainPosition ?? 0)] });
        append.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. lasts.Select(last => last?.Position ?? 0)] });
        append.Parameters.Add(new NpgsqlParameter<string?[]> { TypedValue = [.. posts.Select(post => InJson(post.Status?.Kept))] });
    }

    private static string? InJson<T>(T? value) where T : class => value is null ? null : JsonSerializer.Serialize(value, ClientChatsDb.Json);

    /// <summary>Posts of one conversation go together only when their rights were found at the same version.</summary>
    private static long CommonVersion(IGrouping<Guid, WaitingPost> conversation)
    {
        var version = conversation.First().Right.AccessVersion;
        return conversation.All(post => post.Right.AccessVersion == version) ? version : -1;
    }

    private static async Task<Dictionary<Guid, Appended>> ReadAsync(NpgsqlBatch batch)
    {
        var appended = new Dictionary<Guid, Appended>();
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var id = reader.GetGuid(0);
            appended[id] = new Appended(id, reader.GetInt64(1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetFieldValue<DateTimeOffset>(4));
        }

        if (!await reader.NextResultAsync()) return appended;
        while (await reader.ReadAsync())
        {
            if (!appended.TryGetValue(reader.GetGuid(0), out var conversation)) continue;
            conversation.AccessVersion = reader.GetInt64(1);
            if (!reader.IsDBNull(2)) conversation.Viewers.Add(new LiveViewer(reader.GetGuid(2), reader.GetBoolean(3), reader.GetInt64(4)));
        }

        return appended;
    }
}

/// <summary>What the batch appended to one conversation: the number and revision before it, and who sees it.</summary>
internal sealed class Appended(Guid conversationId, long number, long revision, bool isBridged, DateTimeOffset at)
{
    private readonly List<EntryView> _entries = [];

    public Guid Id { get; } = conversationId;
    public bool IsBridged { get; } = isBridged;
    public long AccessVersion { get; set; }
    public List<LiveViewer> Viewers { get; } = [];

    public void Place(WaitingPost post) => _entries.Add(post.Placed(number + post.Position, revision + post.Position, at));

    public LiveEntries ToLive(Guid organizationId) => new(organizationId, Id, AccessVersion, Viewers, _entries);
}
