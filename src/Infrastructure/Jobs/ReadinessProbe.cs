using ClientChats.Application.Jobs;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Jobs;

internal sealed class ReadinessProbe(Databases databases, JobScheduler scheduler, TimeProvider time) : IReadinessProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostLag = TimeSpan.FromMinutes(1);

    // Work that waits for a later try, or behind such work, is not late: the other side is at fault, not this node.
    private const string OldestDue = """
        select o.next_attempt_at
          from outbox o
         where o.parked_at is null and o.next_attempt_at <= $1 and (o.leased_until is null or o.leased_until <= $1)
           and not exists (select from outbox e where e.organization_id = o.organization_id and e.lane = o.lane and e.parked_at is null and (e.sequence, e.id) < (o.sequence, o.id))
         order by o.next_attempt_at limit 1
        """;

    public async Task<Readiness> AskAsync(CancellationToken ct)
    {
        var jobs = scheduler.IsStarted ? new ReadinessPart(true) : new ReadinessPart(false, "The job scheduler has not started.");
        try
        {
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limited.CancelAfter(Patience);
            var now = time.GetUtcNow();
            await using var command = databases.Requests.CreateCommand(OldestDue);
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
            var due = await command.ExecuteScalarAsync(limited.Token) as DateTime?;
            var late = due is not null && now.UtcDateTime - due > MostLag;
            return new Readiness(new ReadinessPart(true), late ? new ReadinessPart(false, "Work has been due for more than a minute.") : new ReadinessPart(true), jobs);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is NpgsqlException or OperationCanceledException or TimeoutException or System.Net.Sockets.SocketException)
        {
            return new Readiness(new ReadinessPart(false, "The database does not answer."), new ReadinessPart(false, "Not known while the database does not answer."), jobs);
        }
    }
}
