using System.Collections.Concurrent;
using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Jobs;
using ClientChats.Infrastructure.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClientChats.Infrastructure.Outbox;

/// <summary>
/// Does the outbox's work as soon as it is committed: lane by lane in order, at least once, again after a failure with
/// growing pauses. What fails too often is parked for an operator and blocks nobody; neither does what is slow.
/// </summary>
internal sealed class OutboxLoop(Databases databases, OutboxKinds kinds, ISecrets secrets, IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxLoop> log)
    : BackgroundService, IOutboxWaker, IHearsNotices
{
    public const int MostAttempts = 8;

    /// <summary>Work whose worker is gone is free again after this time. Whoever lives renews it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    private const int MostAtOnce = 20;

    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(50);

    private const string Claim = """
        with due as materialized (
            select o.organization_id, o.id
              from outbox o
             where o.parked_at is null and o.next_attempt_at <= $1 and (o.leased_until is null or o.leased_until <= $1)
               and not exists (select from outbox e where e.organization_id = o.organization_id and e.lane = o.lane and e.parked_at is null and (e.sequence, e.id) < (o.sequence, o.id))
             order by o.next_attempt_at limit $3 for update of o skip locked
        )
        update outbox o set leased_until = $1 + $2, attempts = o.attempts + 1
          from due
         where o.organization_id = due.organization_id and o.id = due.id
        returning o.organization_id, o.id, o.kind, o.payload, o.attempts
        """;

    // What was due and could not be claimed stands behind work of its lane that waits for its next try, or for a lease to end.
    private const string NextDue = """
        select least((select min(next_attempt_at) from outbox where parked_at is null and next_attempt_at > $1),
                     (select min(leased_until) from outbox where parked_at is null and leased_until > $1))
        """;

    // The number of the attempt tells a worker that was taken for dead from the one that has the work now.
    private const string IsStillOurs = "organization_id = $1 and id = $2 and attempts = $3 and parked_at is null";

    private const string Renew = """
        update outbox o set leased_until = $1
          from unnest($2::uuid[], $3::uuid[], $4::integer[]) as w(organization_id, id, attempts)
         where o.organization_id = w.organization_id and o.id = w.id and o.attempts = w.attempts and o.parked_at is null
        """;

    private readonly SemaphoreSlim _awake = new(0, 1);
    private readonly ConcurrentDictionary<Guid, (Claimed Work, Task Task)> _running = new();

    public void Wake()
    {
        try
        {
            _awake.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    public ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        if (notice is OutboxNotice) Wake();
        return ValueTask.CompletedTask;
    }

    public override void Dispose()
    {
        _awake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var renewal = RenewAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var free = MostAtOnce - _running.Count;
                var now = time.GetUtcNow();
                var claimed = free > 0 ? await ClaimAsync(now, free, stoppingToken) : [];
                foreach (var work in claimed) Begin(work, stoppingToken);
                if (claimed.Count == 0) await _awake.WaitAsync(free > 0 ? await SleepAsync(now, stoppingToken) : LongestSleep, stoppingToken);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The outbox could not be read.");
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Task.WhenAll([renewal, .. _running.Values.Select(running => running.Task)]);
    }

    private async Task<List<Claimed>> ClaimAsync(DateTimeOffset now, int most, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Claim);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = Lease });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        var claimed = new List<Claimed>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) claimed.Add(new Claimed(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInt32(4)));
        return claimed;
    }

    private void Begin(Claimed work, CancellationToken ct)
    {
        if (_running.ContainsKey(work.Id)) return;
        var task = Task.Run(() => DoAsync(work, ct), CancellationToken.None);
        _running[work.Id] = (work, task);
        _ = task.ContinueWith(_ => End(work), TaskScheduler.Default);
    }

    private void End(Claimed work)
    {
        _running.TryRemove(work.Id, out _);
        Wake();
    }

    /// <summary>Never throws: what cannot be written down is done again when the lease is over.</summary>
    private async Task DoAsync(Claimed claimed, CancellationToken ct)
    {
        try
        {
            try
            {
                await WorkAsync(claimed, ct);
                await RunAsync("delete from outbox where organization_id = $1 and id = $2", claimed.OrganizationId, claimed.Id);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                await RunAsync($"update outbox set leased_until = null, attempts = attempts - 1 where {IsStillOurs}", claimed.OrganizationId, claimed.Id, claimed.Attempts);
            }
            catch (Exception failure)
            {
                await FailAsync(claimed, failure);
            }
        }
        catch (Exception failure)
        {
            log.LogError(failure, "How {Kind} went could not be written down; it is done again.", claimed.Kind);
        }
    }

    private async Task WorkAsync(Claimed claimed, CancellationToken ct)
    {
        if (claimed.Attempts > MostAttempts) throw new HopelessWorkException($"It was begun {MostAttempts} times and never came to an end.");
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(LongestWork);
        await using var scope = scopes.CreateAsyncScope();
        var work = kinds.Find(claimed.Kind) ?? throw new InvalidOperationException($"This version of the app does not know how to do {claimed.Kind}.");
        var payload = Unprotected(work, claimed.Payload) ?? throw new HopelessWorkException("The key by which this work was encrypted is lost.");
        try
        {
            await work.DoAsync(scope.ServiceProvider, claimed.OrganizationId, claimed.Id, Read(work, payload), limited.Token);
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new TimeoutException($"{claimed.Kind} was not done within {LongestWork.TotalMinutes:0} minutes.");
        }
    }

    private async Task FailAsync(Claimed claimed, Exception failure)
    {
        var error = JobErrors.Short(failure);
        var now = time.GetUtcNow();
        if (claimed.Attempts < MostAttempts && failure is not HopelessWorkException)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, claimed.Attempts)));
            log.LogWarning("{Kind} failed ({Error}) and is tried again in {Pause}.", claimed.Kind, error, pause);
            await RunAsync($"update outbox set leased_until = null, error = $4, next_attempt_at = $5 where {IsStillOurs}", claimed.OrganizationId, claimed.Id, claimed.Attempts, error, now + pause);
            return;
        }

        log.LogError("{Kind} failed at try {Attempts} ({Error}) and waits for an operator.", claimed.Kind, claimed.Attempts, error);
        await using var scope = scopes.CreateAsyncScope();
        await GiveUpAsync(claimed, error, scope.ServiceProvider);
        await RunAsync($"update outbox set leased_until = null, error = $4, parked_at = $5 where {IsStillOurs}", claimed.OrganizationId, claimed.Id, claimed.Attempts, error, now);
        scope.ServiceProvider.GetRequiredService<JobNotices>().Changed(claimed.OrganizationId, claimed.Kind);
    }

    private async Task GiveUpAsync(Claimed claimed, string error, IServiceProvider services)
    {
        try
        {
            if (kinds.Find(claimed.Kind) is { } work && Unprotected(work, claimed.Payload) is { } payload)
                await work.GiveUpAsync(services, claimed.OrganizationId, Read(work, payload), error, CancellationToken.None);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Kind} could not be told that it is given up.", claimed.Kind);
        }
    }

    private static object Read(OutboxWork work, string payload) => JsonSerializer.Deserialize(payload, work.Type, ClientChatsDb.Json)!;

    private string? Unprotected(OutboxWork work, string payload) => typeof(ICarriesSecret).IsAssignableFrom(work.Type) ? secrets.Unprotect(payload) : payload;

    /// <summary>How long there is nothing to do, if nobody wakes it.</summary>
    private async Task<TimeSpan> SleepAsync(DateTimeOffset claimed, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(NextDue);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = claimed });
        if (await command.ExecuteScalarAsync(ct) is not DateTime due) return LongestSleep;
        var wait = due - time.GetUtcNow().UtcDateTime;
        return wait < ShortestSleep ? ShortestSleep : wait < LongestSleep ? wait : LongestSleep;
    }

    private async Task RenewAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(RenewEvery, time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var running = _running.Values.Select(r => r.Work).ToArray();
            if (running.Length == 0) continue;
            try
            {
                await RunAsync(Renew, time.GetUtcNow() + Lease, running.Select(work => work.OrganizationId).ToArray(), running.Select(work => work.Id).ToArray(), running.Select(work => work.Attempts).ToArray());
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The outbox's leases could not be renewed.");
            }
        }
    }

    private async Task RunAsync(string statement, params object[] values)
    {
        await using var command = databases.Requests.CreateCommand(statement);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Claimed(Guid OrganizationId, Guid Id, string Kind, string Payload, int Attempts);
}
