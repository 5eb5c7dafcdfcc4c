using System.Threading.Channels;
using ClientChats.Application.Bridges;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure.Database;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClientChats.Infrastructure.Bridges;

/// <summary>
/// Lets stored events take effect, one after the other, as soon as they are committed. One that fails again and again
/// is set aside, so that it stops nobody; what a crash left is taken up at the start.
/// </summary>
internal sealed class InboxLoop(Databases databases, IServiceScopeFactory scopes, TimeProvider time, ILogger<InboxLoop> log) : BackgroundService, IHearsNotices
{
    private const int MostAttempts = 5;

    private static readonly TimeSpan LooksAgainEvery = TimeSpan.FromSeconds(15);

    private readonly Channel<bool> _awake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        if (notice is InboxNotice) _awake.Writer.TryWrite(true);
        return ValueTask.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (organizationId, bridgeId) in await WaitingAsync(stoppingToken)) await DrainAsync(organizationId, bridgeId, stoppingToken);
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                pause.CancelAfter(LooksAgainEvery);
                await ((Task)_awake.Reader.ReadAsync(pause.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The inbox of bridges could not be read.");
                await Task.Delay(TimeSpan.FromSeconds(1), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task DrainAsync(Guid organizationId, Guid bridgeId, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ApplyNextBridgeEvent(organizationId, bridgeId), ct)) return;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                if (!await CountFailureAsync(organizationId, bridgeId, failure)) return;
            }
        }
    }

    /// <summary>Counts a failed try of the event at the head; answers whether to go on with the next.</summary>
    private async Task<bool> CountFailureAsync(Guid organizationId, Guid bridgeId, Exception failure)
    {
        await using var command = databases.Requests.CreateCommand("""
            update bridge_events set attempts = attempts + 1, error = $3, state = case when attempts + 1 >= $4 then 'failed' else state end
             where (organization_id, bridge_id, event_id) = (
                   select organization_id, bridge_id, event_id from bridge_events where organization_id = $1 and bridge_id = $2 and state = 'stored' order by position limit 1)
            returning event_id, state
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = bridgeId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = failure.Message });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostAttempts });
        await using var row = await command.ExecuteReaderAsync();
        var setAside = await row.ReadAsync() && row.GetString(1) == "failed";
        log.LogError(failure, "An event of bridge {Bridge} could not take effect{SetAside}.", bridgeId, setAside ? " and is set aside" : "");
        if (!setAside) await Task.Delay(TimeSpan.FromMilliseconds(200), time);
        return true;
    }

    private async Task<List<(Guid OrganizationId, Guid BridgeId)>> WaitingAsync(CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand("select distinct organization_id, bridge_id from bridge_events where state = 'stored'");
        var waiting = new List<(Guid, Guid)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) waiting.Add((row.GetGuid(0), row.GetGuid(1)));
        return waiting;
    }
}
