using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using ClientChats.Application.Messages;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Files;
using ClientChats.Infrastructure.Messages.Search;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>
/// The one writer of messages of this node. While a batch commits, the next one collects; there is no timer.
/// A post waits in a bounded queue, and an answer is given only after the commit.
/// </summary>
internal sealed partial class MessageWriter(
    Databases databases, PostingRights rights, AttachableFiles attachable, ForwardableMessages forwardable, IMentionables mentionables, NewStatuses statuses, IHistory history, ILive live, IOutboxWaker outbox, WordsLoop words, ILogger<MessageWriter> log) : BackgroundService, IMessageLog
{
    private const int LargestBatch = 256;
    private const int LongestQueue = 10_000;
    private const int MostChecks = 5;

    private readonly Channel<WaitingPost> _queue = Channel.CreateBounded<WaitingPost>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly List<WaitingPost> _batch = new(LargestBatch);
    private readonly List<WaitingPost> _carried = [];
    private NpgsqlConnection? _connection;

    public async Task<PostedMessage> PostAsync(Viewer author, NewMessage message, CancellationToken ct)
    {
        var right = await rights.AskAsync(author, message.ConversationId, ct);
        var (quote, answers, refusal) = message.Thread is null && message.ReplyTo is null ? default : await PlaceAsync(author, message, ct);
        var files = message.AttachmentIds.Count > 0 ? await attachable.FindAsync(author, message, ct) : null;
        MessageToForward? forwarded = null;
        try
        {
            if (message.Forward is { } source) forwarded = await forwardable.FindAsync(author, message.ConversationId, source, ct);
        }
        catch (RefusedException refused)
        {
            // What was passed on before may be gone or out of sight now; the message that holds it is answered all the same.
            var repeat = new WaitingPost(author, message, right, quote, null, null, ContentHash(message));
            await AnswerRepeatAsync(repeat, refusal ?? refused);
            return await AnswerAsync(repeat, ct);
        }

        var mentions = await mentionables.FindAsync(author.OrganizationId, message.ConversationId, author, message.Text, ct);
        var post = new WaitingPost(author, message, right, quote, files?.Items ?? forwarded?.Files, mentions, ContentHash(message), forwarded) { Status = await statuses.MakeAsync(author, message.Status, ct) };
        if (refusal is not null) await AnswerRepeatAsync(post, refusal);
        else if (files is { AreFree: false }) await AnswerRepeatAsync(post);
        else if (!_queue.Writer.TryWrite(post)) throw new RefusedException(MessageRefusals.Busy) { RetryAfter = TimeSpan.FromSeconds(1) };
        var posted = await AnswerAsync(post, ct);
        return answers is null ? posted : posted with { Answers = answers };
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } loop) await loop.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Posts that are waiting when the app stops are still written: the queue is completed, not abandoned.
        while (_carried.Count > 0 || await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            Collect();
            foreach (var organization in _batch.GroupBy(post => post.Author.OrganizationId)) await WriteAsync([.. organization]);
        }

        if (_connection is not null) await _connection.DisposeAsync();
    }

    private void Collect()
    {
        _batch.Clear();
        var keys = new HashSet<(Guid, Guid)>();
        var waiting = _carried.ToArray();
        _carried.Clear();
        foreach (var post in waiting) Take(post, keys);
        while (_batch.Count < LargestBatch && _queue.Reader.TryRead(out var post)) Take(post, keys);
    }

    /// <summary>Of two posts with one id, the second waits for the next batch, where it is found to be a repeat.</summary>
    private void Take(WaitingPost post, HashSet<(Guid, Guid)> keys)
    {
        if (keys.Add((post.Author.MemberId, post.Message.ClientMessageId))) _batch.Add(post);
        else _carried.Add(post);
    }

    private async Task WriteAsync(List<WaitingPost> batch)
    {
        for (var attempt = 1; batch.Count > 0; attempt++)
        {
            try
            {
                await CommitAsync(batch);
                return;
            }
            catch (PostgresException refused) when (IsAboutOnePost(refused) && batch.Count > 1)
            {
                foreach (var post in batch) await WriteAsync([post]);
                return;
            }
            catch (PostgresException refused) when (IsAboutOnePost(refused))
            {
                await AnswerRepeatAsync(batch[0]);
                return;
            }
            catch (PostgresException refused) when (attempt < 3 && refused.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                log.LogWarning("A batch of messages met {State} and is tried again.", refused.SqlState);
            }
            catch (Exception failure)
            {
                log.LogError(failure, "A batch of {Count} messages could not be written.", batch.Count);
                if (_connection is not null) await _connection.DisposeAsync();
                _connection = null;
                foreach (var post in batch) post.Done.TrySetException(failure);
                return;
            }
        }
    }

    /// <summary>Commits posts of one organization.</summary>
    private async Task CommitAsync(List<WaitingPost> posts)
    {
        var organizationId = posts[0].Author.OrganizationId;
        var connection = await ConnectAsync();
        var appended = await new AppendStatement(organizationId, posts, live.ConnectedMembers(organizationId)).ExecuteAsync(connection);

        var refused = new List<WaitingPost>();
        foreach (var post in posts)
        {
            if (appended.TryGetValue(post.Message.ConversationId, out var conversation)) conversation.Place(post);
            else refused.Add(post);
        }

        foreach (var conversation in appended.Values)
        {
            words.Add(organizationId, conversation.Id);
            if (conversation.Viewers.Count > 0) live.Deliver(conversation.ToLive(organizationId));
            if (conversation.IsBridged) outbox.Wake();
        }

        foreach (var post in posts) post.Answer();
        foreach (var post in refused) await CheckAgainAsync(post);
    }

    /// <summary>The conversation's access or the author's standing has changed since it was asked: ask anew, then write or refuse.</summary>
    private async Task CheckAgainAsync(WaitingPost post)
    {
        try
        {
            rights.Forget(post.Author.MemberId, post.Message.ConversationId);
            post.Right = await rights.AskAsync(post.Author, post.Message.ConversationId, CancellationToken.None);
            if (++post.Checks > MostChecks) throw new RefusedException(MessageRefusals.Busy) { RetryAfter = TimeSpan.FromSeconds(1) };
            _carried.Add(post);
        }
        catch (Exception refusal)
        {
            post.Done.TrySetException(refusal);
        }
    }

    /// <summary>An id that was sent before, or a file that a message holds already or that is gone.</summary>
    private static bool IsAboutOnePost(PostgresException refused) => refused.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation;

    /// <summary>Answers with the message that has this id; where none has it, with the refusal, or that a file could not be taken.</summary>
    private async Task AnswerRepeatAsync(WaitingPost post, RefusedException? otherwise = null)
    {
        await using var command = databases.Pages.CreateCommand("select conversation_id, number, content_hash from message_ids where organization_id = $1 and author_id = $2 and client_message_id = $3");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = post.Author.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = post.Author.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = post.Message.ClientMessageId });
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            otherwise ??= post.Forwarded is null ? new RefusedException(FileRefusals.NotAttachable) { Field = "attachmentIds" } : new RefusedException(MessageRefusals.NotFound);
            post.Done.TrySetException(otherwise);
            return;
        }

        var same = reader.GetGuid(0) == post.Message.ConversationId && reader.GetFieldValue<byte[]>(2).AsSpan().SequenceEqual(post.ContentHash);
        if (same) post.AnswerRepeat(reader.GetInt64(1));
        else post.Done.TrySetException(new RefusedException(MessageRefusals.ClientIdReused));
    }

    private async Task<PostedMessage> AnswerAsync(WaitingPost post, CancellationToken ct)
    {
        var posted = await post.Done.Task;
        if (posted is not null) return posted;

        // The id had been sent before; what it names now is read like any other message.
        var repeated = await history.OneAsync(post.Author, post.Message.ConversationId, post.RepeatOf, ct);
        return new PostedMessage(repeated with { ClientMessageId = post.Message.ClientMessageId }, IsRepeat: true);
    }

    private async Task<NpgsqlConnection> ConnectAsync()
    {
        if (_connection is { State: System.Data.ConnectionState.Open }) return _connection;
        if (_connection is not null) await _connection.DisposeAsync();
        return _connection = await databases.Writer.OpenConnectionAsync();
    }

    /// <summary>
    /// What the message answers, as it shows it, or why it cannot stand there: a thread begins under a message of the main
    /// stream. One that is deleted at this very moment keeps the reply.
    /// </summary>
    private async Task<(QuoteView? Quote, IReadOnlyList<long>? Answers, RefusedException? Refusal)> PlaceAsync(Viewer author, NewMessage message, CancellationToken ct)
    {
        var root = message.Thread is { } thread ? await FindAsync(author, message.ConversationId, thread, ct) : null;
        if (message.Thread is not null && root is not { Thread: null }) return (null, null, new RefusedException(MessageRefusals.ThreadNotFound) { Field = "thread" });
        if (message.ReplyTo is not { } number) return (null, AskedOf(author, root), null);
        if (await FindAsync(author, message.ConversationId, number, ct) is not { } quoted) return (null, null, new RefusedException(MessageRefusals.ReplyNotFound) { Field = "replyTo" });
        if (root is not null && quoted.Number != root.Number && quoted.Thread != root.Number) return (null, null, new RefusedException(MessageRefusals.OtherThread) { Field = "replyTo" });
        return (QuoteOf(quoted), AskedOf(author, quoted, root), null);
    }

    /// <summary>The numbers of those that wait for a decision of the author; null where none does.</summary>
    private static List<long>? AskedOf(Viewer author, params EntryView?[] entries)
    {
        var asked = entries.Where(entry => entry?.Status is { Status: StatusKind.NeedsDecision, AnsweredBy: null } status && status.DecisionBy?.ParticipantId == author.MemberId);
        return asked.Select(entry => entry!.Number).Distinct().ToList() is { Count: > 0 } numbers ? numbers : null;
    }

    /// <summary>A message that exists for the author and is not deleted.</summary>
    private async Task<EntryView?> FindAsync(Viewer author, Guid conversationId, long number, CancellationToken ct)
    {
        try
        {
            var entry = await history.OneAsync(author, conversationId, number, ct);
            return entry is { Kind: EntryView.Message, DeletedAt: null } ? entry : null;
        }
        catch (RefusedException refused) when (refused.Refusal == MessageRefusals.NotFound)
        {
            return null;
        }
    }

    private static QuoteView QuoteOf(EntryView quoted) => new(quoted.Number, Available: true, quoted.Author, MessageText.ExcerptOf(quoted.Text!, quoted.Attachments?.Select(file => file.Name), quoted.Forwarded?.Text));

    private static byte[] ContentHash(NewMessage message)
    {
        var files = message.AttachmentIds.Count == 0 ? "" : $"files {string.Join(' ', message.AttachmentIds)}\n";
        var forward = message.Forward is { } source ? $"forward {source.ConversationId} {source.Number}\n" : "";
        var thread = message.Thread is { } root ? $"thread {root}\n" : "";
        var status = message.Status is { } wanted ? $"status {wanted.Status} {wanted.DecisionBy} {wanted.DueAt?.UtcTicks}\n" : "";
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{files}{forward}{thread}{status}{message.ReplyTo}\n{message.Text}"));
    }
}
