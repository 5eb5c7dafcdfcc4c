using System.Collections.Concurrent;
using System.Diagnostics;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure.Database;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClientChats.Infrastructure.Messages.Search;

/// <summary>
/// Takes up the words of new messages after their commit. What this node has appended it knows; what a crash or another
/// node has left is looked for at the start and now and then. Until words are taken up, a search reads the messages themselves.
/// </summary>
internal sealed class WordsLoop(Databases databases, TimeProvider time, ILogger<WordsLoop> log) : BackgroundService, IHearsNotices
{
    /// <summary>Conversations of one transaction, and messages of each: a change of one of them waits no longer than that takes.</summary>
    private const int MostTogether = 64;
    private const int MostOfOne = 200;
    private const int SweptTogether = 1_000;

    /// <summary>Taking up waits three times as long as it works, so that posts keep the processors.</summary>
    private const int Rest = 3;

    private static readonly TimeSpan Collects = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SweepsEvery = TimeSpan.FromMinutes(10);

    private const string TakeUp = "select conversation_id from take_up_words($1, $2, $3)";

    // In the order of the key, of which it reads a thousand at a time.
    private const string Sweep = """
        select c.organization_id, c.id, c.last_number > coalesce(p.number, 0)
          from (select organization_id, id, last_number from conversations where (organization_id, id) > ($1, $2) order by organization_id, id limit $3) c
          left join lateral (select number from word_positions p where p.organization_id = c.organization_id and p.conversation_id = c.id offset 0) p on true
         order by c.organization_id, c.id
        """;

    private readonly ConcurrentDictionary<(Guid OrganizationId, Guid ConversationId), long> _waiting = new();
    private readonly SemaphoreSlim _awake = new(0, 1);
    private long _heard;
    private volatile bool _isSweeping = true;

    /// <summary>Whether messages may have been left behind that are being looked for.</summary>
    public bool IsSweeping => _isSweeping;

    /// <summary>Conversations that have something new.</summary>
    public IReadOnlyList<Guid> WaitingIn(Guid organizationId) =>
        _waiting.IsEmpty ? [] : [.. _waiting.Keys.Where(key => key.OrganizationId == organizationId).Select(key => key.ConversationId)];

    public void Add(Guid organizationId, Guid conversationId)
    {
        _waiting[(organizationId, conversationId)] = Interlocked.Increment(ref _heard);
        Wake();
    }

    public ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        if (notice is EntryNotice { Type: EntryNotice.Posted } entry) Add(entry.OrganizationId, entry.ConversationId);
        return ValueTask.CompletedTask;
    }

    public override void Dispose()
    {
        _awake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sweepAt = time.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (time.GetElapsedTime(sweepAt) >= TimeSpan.Zero)
                {
                    await SweepAsync(stoppingToken);
                    sweepAt = time.GetTimestamp() + (long)(SweepsEvery.TotalSeconds * time.TimestampFrequency);
                }

                if (await _awake.WaitAsync(SweepsEvery, stoppingToken)) await Task.Delay(Collects, time, stoppingToken);
                while (!_waiting.IsEmpty) await TakeUpNextAsync(stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Words of messages could not be taken up; it is tried again.");
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Wake();
            }
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        var (organizationId, conversationId) = (Guid.Empty, Guid.Empty);
        for (var read = SweptTogether; read == SweptTogether;)
        {
            read = 0;
            await using (var command = databases.Pages.CreateCommand(Sweep))
            {
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = SweptTogether });
                await using var row = await command.ExecuteReaderAsync(ct);
                for (; await row.ReadAsync(ct); read++)
                {
                    (organizationId, conversationId) = (row.GetGuid(0), row.GetGuid(1));
                    if (row.GetBoolean(2)) _waiting.TryAdd((organizationId, conversationId), 0);
                }
            }

            while (!_waiting.IsEmpty) await TakeUpNextAsync(ct);
        }

        _isSweeping = false;
    }

    private async Task TakeUpNextAsync(CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        var together = _waiting.OrderBy(waiting => waiting.Value).Take(MostTogether).ToArray();
        if (together.Length == 0) return;
        foreach (var organization in together.GroupBy(waiting => waiting.Key.OrganizationId))
        {
            var more = await TakeUpAsync(organization.Key, [.. organization.Select(waiting => waiting.Key.ConversationId)], ct);

            // What came in meanwhile is another wait: it is kept.
            foreach (var waiting in organization.Where(waiting => !more.Contains(waiting.Key.ConversationId))) _waiting.TryRemove(waiting);
        }

        await Task.Delay(Stopwatch.GetElapsedTime(begun) * Rest, time, ct);
    }

    private async Task<HashSet<Guid>> TakeUpAsync(Guid organizationId, Guid[] conversations, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(TakeUp);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = conversations });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostOfOne });
        var more = new HashSet<Guid>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) more.Add(row.GetGuid(0));
        return more;
    }

    private void Wake()
    {
        try
        {
            if (_awake.CurrentCount == 0) _awake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }
}
