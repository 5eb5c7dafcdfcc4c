using System.Collections.Concurrent;
using System.Text.Json;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>
/// Each read and write asks the predicate in its own statement. Where somebody has drafts is remembered, so that a message
/// costs those who keep none nothing; a draft that came in by another node is taken away by its owner's app.
/// </summary>
internal sealed class Drafts(Databases databases, PostingRights rights, IHistory history, INoticeBoard board, TimeProvider time) : IDrafts
{
    private const int MostRemembered = 50_000;

    private const string Seen = "exists (select from standing_of($1, d.conversation_id, $2) s where s.sees)";

    private const string All = $"""
        select d.conversation_id, d.thread, d.text, d.reply_to, d.at from drafts d
         where d.organization_id = $1 and d.member_id = $2 and {Seen} order by d.at desc
        """;

    private const string One = """
        select d.text, d.reply_to, d.at,
               (select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size, 'contentType', f.content_type, 'width', f.width, 'height', f.height) order by a.place)
                  from unnest(d.attachment_ids) with ordinality a (id, place)
                  join files f on f.organization_id = $1 and f.id = a.id and f.uploader_id = $2 and f.state = 'ready' and f.attached_at is null)::text
          from standing_of($1, $3, $2) s
          left join drafts d on d.organization_id = $1 and d.member_id = $2 and d.conversation_id = $3 and d.thread = $4
         where s.sees
        """;

    // It takes nothing where the conversation's access has moved since the right was asked.
    private const string Keep = """
        insert into drafts as d (organization_id, member_id, conversation_id, thread, text, reply_to, attachment_ids, at)
        select $1, $2, $3, $4, $5, $6,
               array(select f.id from unnest($7::uuid[]) with ordinality a (id, place)
                       join files f on f.organization_id = $1 and f.id = a.id and f.uploader_id = $2 and f.state = 'ready' and f.attached_at is null order by a.place),
               $8
          from standing_of($1, $3, $2) s
         where s.sees and s.access_version = $9
           and ((select count(*) from drafts o where o.organization_id = $1 and o.member_id = $2) < $10
                or exists (select from drafts o where o.organization_id = $1 and o.member_id = $2 and o.conversation_id = $3 and o.thread = $4))
        on conflict (organization_id, member_id, conversation_id, thread)
           do update set text = excluded.text, reply_to = excluded.reply_to, attachment_ids = excluded.attachment_ids, lost_since = null,
                         at = greatest(excluded.at, d.at + interval '1 microsecond')
        returning at
        """;

    private const string Drop = "delete from drafts where organization_id = $1 and member_id = $2 and conversation_id = $3 and thread = $4";

    private const string Lost = """
        update drafts d set lost_since = case when d.lost_since is null then $2::timestamptz end
         where d.organization_id = $1 and (d.lost_since is null) = not exists (select from standing_of($1, d.conversation_id, d.member_id) s where s.sees)
        """;

    private const string Unseen = "delete from drafts where organization_id = $1 and lost_since <= $2";

    private readonly ConcurrentDictionary<(Guid OrganizationId, Guid MemberId), ConcurrentDictionary<(Guid ConversationId, long Thread), bool>> _places = new();

    public async Task<IReadOnlyList<DraftItem>> ListAsync(Viewer owner, CancellationToken ct)
    {
        await using var command = Command(All, owner.OrganizationId, owner.MemberId);
        var drafts = new List<DraftItem>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) drafts.Add(new DraftItem(row.GetGuid(0), row.GetInt64(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.GetFieldValue<DateTimeOffset>(4)));
        return drafts;
    }

    public async Task<DraftView> FindAsync(Viewer owner, Guid conversationId, long thread, CancellationToken ct)
    {
        string text;
        long? replyTo;
        DateTimeOffset at;
        AttachedFile[]? files;
        await using (var command = Command(One, owner.OrganizationId, owner.MemberId, conversationId, thread))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            if (!await row.ReadAsync(ct)) throw new RefusedException(ConversationRefusals.NotFound);
            Refuse.If(row.IsDBNull(0), DraftRefusals.NotFound);
            (text, replyTo, at) = (row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1), row.GetFieldValue<DateTimeOffset>(2));
            files = row.IsDBNull(3) ? null : JsonSerializer.Deserialize<AttachedFile[]>(row.GetString(3), ClientChatsDb.Json);
        }

        var quote = replyTo is { } number ? await QuoteAsync(owner, conversationId, number, ct) : null;
        return new DraftView(conversationId, thread, text, quote, files is null ? null : [.. files.Select(FileView.Of)], at);
    }

    public async Task<KeptDraft> KeepAsync(Viewer owner, NewDraft draft, CancellationToken ct)
    {
        var places = await PlacesAsync(owner, ct);
        for (var attempt = 1; ; attempt++)
        {
            var right = await rights.AskAsync(owner, draft.ConversationId, ct);
            await using var command = Command(
                Keep, owner.OrganizationId, owner.MemberId, draft.ConversationId, draft.Thread, draft.Text, draft.ReplyTo, draft.AttachmentIds.ToArray(), Now(), right.AccessVersion, Draft.MostOfOne);
            if (await command.ExecuteScalarAsync(ct) is DateTime kept)
            {
                places[(draft.ConversationId, draft.Thread)] = true;
                var at = new DateTimeOffset(kept, TimeSpan.Zero);
                await TellAsync(owner, draft.ConversationId, draft.Thread, at);
                return new KeptDraft(at);
            }

            Refuse.If(attempt > 1, DraftRefusals.TooMany);
            rights.Forget(owner.MemberId, draft.ConversationId);
        }
    }

    public async Task DropAsync(Viewer owner, Guid conversationId, long thread, CancellationToken ct)
    {
        await using (var command = Command("select from standing_of($1, $3, $2) s where s.sees", owner.OrganizationId, owner.MemberId, conversationId))
        await using (var row = await command.ExecuteReaderAsync(ct))
            Refuse.Unless(await row.ReadAsync(ct), ConversationRefusals.NotFound);
        await ForgetAsync(owner, conversationId, thread, ct);
    }

    public async Task SentAsync(Viewer owner, Guid conversationId, long thread)
    {
        if ((await PlacesAsync(owner, CancellationToken.None)).ContainsKey((conversationId, thread))) await ForgetAsync(owner, conversationId, thread, CancellationToken.None);
    }

    public async Task<int> SweepAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct)
    {
        await using (var losing = Command(Lost, organizationId, Now())) await losing.ExecuteNonQueryAsync(ct);
        await using var sweeping = Command(Unseen, organizationId, before.ToUniversalTime());
        return await sweeping.ExecuteNonQueryAsync(ct);
    }

    private async Task ForgetAsync(Viewer owner, Guid conversationId, long thread, CancellationToken ct)
    {
        await using var command = Command(Drop, owner.OrganizationId, owner.MemberId, conversationId, thread);
        var dropped = await command.ExecuteNonQueryAsync(ct);
        (await PlacesAsync(owner, ct)).TryRemove((conversationId, thread), out _);
        if (dropped > 0) await TellAsync(owner, conversationId, thread, null);
    }

    private async ValueTask<ConcurrentDictionary<(Guid ConversationId, long Thread), bool>> PlacesAsync(Viewer owner, CancellationToken ct)
    {
        if (_places.TryGetValue((owner.OrganizationId, owner.MemberId), out var known)) return known;
        if (_places.Count >= MostRemembered) _places.Clear();
        var places = _places.GetOrAdd((owner.OrganizationId, owner.MemberId), _ => new());
        await using var command = Command("select conversation_id, thread from drafts where organization_id = $1 and member_id = $2", owner.OrganizationId, owner.MemberId);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) places[(row.GetGuid(0), row.GetInt64(1))] = true;
        return places;
    }

    private Task TellAsync(Viewer owner, Guid conversationId, long thread, DateTimeOffset? at) =>
        board.PostAsync([new DraftNotice(owner.OrganizationId, owner.MemberId, conversationId, thread, at)]);

    private async Task<QuoteView> QuoteAsync(Viewer owner, Guid conversationId, long number, CancellationToken ct)
    {
        try
        {
            var quoted = await history.OneAsync(owner, conversationId, number, ct);
            if (quoted is { Kind: EntryView.Message, DeletedAt: null })
                return new QuoteView(number, Available: true, quoted.Author, MessageText.ExcerptOf(quoted.Text!, quoted.Attachments?.Select(file => file.Name)));
        }
        catch (RefusedException refused) when (refused.Refusal == MessageRefusals.NotFound)
        {
            // What it answers does not exist for him any more.
        }

        return new QuoteView(number, Available: false, null, null);
    }

    private DateTimeOffset Now() => time.GetUtcNow().ToUniversalTime();

    private NpgsqlCommand Command(string statement, params object?[] values)
    {
        var command = databases.Requests.CreateCommand(statement);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        return command;
    }
}
