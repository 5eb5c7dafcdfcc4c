using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClientChats.Infrastructure.Outbox;

/// <summary>
/// Does the outbox's work as soon as it is committed: lane by lane in order, at least once, again after a failure with
/// growing pauses. What fails too often is parked for an operator and blocks nobody.
/// </summary>
internal sealed class OutboxLoop(Databases databases, ISecrets secrets, IServiceScopeFactory scopes, TimeProvider time, ILogger<OutboxLoop> log)
    : BackgroundService, IOutboxWaker, IHearsNotices
{
    public const int MostAttempts = 8;

    private const int MostAtOnce = 20;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(15);

    private const string Claim = """
        update outbox set leased_until = $1 + $2, attempts = attempts + 1
         where (organization_id, id) in (
               select o.organization_id, o.id from outbox o
                where o.parked_at is null and o.next_attempt_at <= $1 and (o.leased_until is null or o.leased_until <= $1)
                  and not exists (select from outbox e where e.organization_id = o.organization_id and e.lane = o.lane and e.parked_at is null
                                                         and (e.sequence, e.id) < (o.sequence, o.id))
                order by o.next_attempt_at limit $3 for update skip locked)
        returning organization_id, id, kind, payload, attempts
        """;

    private readonly SemaphoreSlim _awake = new(0, 1);

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
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await ClaimAsync(stoppingToken);
                if (claimed.Count > 0) await Task.WhenAll(claimed.Select(work => DoAsync(work, stoppingToken)));
                else await _awake.WaitAsync(await SleepAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The outbox could not be read.");
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<List<Claimed>> ClaimAsync(CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Claim);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = Lease });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostAtOnce });
        var claimed = new List<Claimed>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) claimed.Add(new Claimed(row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInt32(4)));
        return claimed;
    }

    private async Task DoAsync(Claimed claimed, CancellationToken ct)
    {
        var work = OutboxWork.Find(claimed.Kind);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work.DoAsync(scope.ServiceProvider, claimed.OrganizationId, claimed.Id, Read(work, claimed.Payload), ct);
            await RunAsync("delete from outbox where organization_id = $1 and id = $2", claimed);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await RunAsync("update outbox set leased_until = null, attempts = attempts - 1 where organization_id = $1 and id = $2", claimed);
        }
        catch (Exception failure)
        {
            await FailAsync(claimed, work, failure);
        }
    }

    private async Task FailAsync(Claimed claimed, OutboxWork work, Exception failure)
    {
        var error = failure.Message.Length <= 1000 ? failure.Message : failure.Message[..1000];
        var now = time.GetUtcNow();
        if (claimed.Attempts < MostAttempts && failure is not HopelessWorkException)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, claimed.Attempts)));
            log.LogWarning("{Kind} failed ({Error}) and is tried again in {Pause}.", claimed.Kind, error, pause);
            await RunAsync("update outbox set leased_until = null, error = $3, next_attempt_at = $4 where organization_id = $1 and id = $2", claimed, error, now + pause);
            return;
        }

        log.LogError("{Kind} failed at try {Attempts} ({Error}) and waits for an operator.", claimed.Kind, claimed.Attempts, error);
        await RunAsync("update outbox set leased_until = null, error = $3, parked_at = $4 where organization_id = $1 and id = $2", claimed, error, now);
        await using var scope = scopes.CreateAsyncScope();
        if (Unprotected(work, claimed.Payload) is { } payload)
            await work.GiveUpAsync(scope.ServiceProvider, claimed.OrganizationId, JsonSerializer.Deserialize(payload, work.Type, ClientChatsDb.Json)!, error, CancellationToken.None);
    }

    private object Read(OutboxWork work, string payload)
    {
        var text = Unprotected(work, payload) ?? throw new InvalidOperationException("The key by which this work was encrypted is lost.");
        return JsonSerializer.Deserialize(text, work.Type, ClientChatsDb.Json)!;
    }

    private string? Unprotected(OutboxWork work, string payload) => typeof(ICarriesSecret).IsAssignableFrom(work.Type) ? secrets.Unprotect(payload) : payload;

    /// <summary>Sleeps until something is due or somebody wakes it.</summary>
    private async Task<TimeSpan> SleepAsync(CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand("select min(greatest(next_attempt_at, coalesce(leased_until, next_attempt_at))) from outbox where parked_at is null");
        var due = await command.ExecuteScalarAsync(ct) as DateTime?;
        if (due is null) return LongestSleep;
        var wait = due.Value - time.GetUtcNow().UtcDateTime;
        return wait < TimeSpan.FromMilliseconds(50) ? TimeSpan.FromMilliseconds(50) : wait < LongestSleep ? wait : LongestSleep;
    }

    private async Task RunAsync(string statement, Claimed claimed, params object[] values)
    {
        await using var command = databases.Requests.CreateCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claimed.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claimed.Id });
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
    }

    private sealed record Claimed(Guid OrganizationId, Guid Id, string Kind, string Payload, int Attempts);
}
