using ClientChats.Domain.Jobs;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Jobs;

/// <summary>One try of a run that has begun on this node.</summary>
internal sealed record BegunRun(Guid OrganizationId, Guid Id, string Name, int Attempt);

/// <summary>
/// Writes down what runs. A job has one open run at most, queued or running, so whoever comes to run it takes the queued
/// one; a trigger that comes too late finds nothing to do, and one that is lost can be set again.
/// </summary>
internal sealed class JobRuns(Databases databases, TimeProvider time)
{
    public const string Died = "The node that ran it stopped without a word.";

    /// <summary>How a node of the app is called while it lives.</summary>
    public string Node { get; } = $"{Environment.MachineName}-{Guid.NewGuid():N}";

    /// <summary>Begins a try; the caller is the only one who runs this job now, so another that is said to run has died. Null where nothing is to be done.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="name">The job.</param>
    /// <param name="isDue">By its schedule, so that a new run begins where none is queued.</param>
    /// <param name="isRecovery">A run died with its node, and it is run again unless it died that way too often.</param>
    /// <param name="ct">Stops it.</param>
    public Task<BegunRun?> BeginAsync(Guid organizationId, string name, bool isDue, bool isRecovery, CancellationToken ct) =>
        InsistAsync(() => BeginOnceAsync(organizationId, name, isDue, isRecovery, ct), ct);

    public Task SucceedAsync(BegunRun run, string? result) =>
        EndAsync("update job_runs set state = 'succeeded', finished_at = $4, result = $5, error = null where organization_id = $1 and id = $2 and state = 'running' and attempt = $3", run, time.GetUtcNow(), (object?)result ?? DBNull.Value);

    public Task FailAsync(BegunRun run, string error) =>
        EndAsync("update job_runs set state = 'failed', finished_at = $4, error = $5 where organization_id = $1 and id = $2 and state = 'running' and attempt = $3", run, time.GetUtcNow(), error);

    /// <summary>The try has failed and another follows.</summary>
    public Task WaitAsync(BegunRun run, string error) =>
        EndAsync("update job_runs set state = 'queued', started_at = null, node = null, error = $4 where organization_id = $1 and id = $2 and state = 'running' and attempt = $3", run, error);

    /// <summary>The node stops before the run is done, which is not the run's fault.</summary>
    public Task PutBackAsync(BegunRun run) =>
        EndAsync("update job_runs set state = 'queued', started_at = null, node = null, attempt = attempt - 1 where organization_id = $1 and id = $2 and state = 'running' and attempt = $3", run);

    /// <summary>Fails the runs whose node is gone, or which this node has forgotten; answers of which jobs.</summary>
    public async Task<IReadOnlyList<(Guid OrganizationId, string Name)>> FailDeadAsync(string scheduler, TimeSpan silence, IReadOnlyCollection<Guid> executing, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = databases.Requests.CreateCommand("""
            update job_runs r set state = 'failed', finished_at = $1, error = case when r.node = $4 then 'How it ended could not be written down.' else $2 end
             where r.state = 'running' and r.started_at <= $3
               and case when r.node = $4 then r.id <> all ($5)
                        else not exists (select from jobs.qrtz_scheduler_state s where s.sched_name = $6 and s.instance_name = r.node and s.last_checkin_time > $7) end
            returning r.organization_id, r.name
            """);
        Add(command, now, Died, now - silence, Node, executing.ToArray(), scheduler, (now - silence).UtcTicks);
        return await NamesAsync(command, ct);
    }

    /// <summary>The jobs with a queued run that no trigger will begin.</summary>
    public async Task<IReadOnlyList<(Guid OrganizationId, string Name)>> FindStrandedAsync(string scheduler, string[] starters, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand("""
            select r.organization_id, r.name
              from job_runs r
             where r.state = 'queued'
               and not exists (select from jobs.qrtz_triggers t where t.sched_name = $1 and t.job_name = r.name and t.trigger_name = any ($2))
            """);
        Add(command, scheduler, starters);
        return await NamesAsync(command, ct);
    }

    /// <summary>A node that stops in order is not to be waited for.</summary>
    public async Task SignOffAsync(string scheduler)
    {
        await using var command = databases.Requests.CreateCommand("delete from jobs.qrtz_scheduler_state where sched_name = $1 and instance_name = $2");
        Add(command, scheduler, Node);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<BegunRun?> BeginOnceAsync(Guid organizationId, string name, bool isDue, bool isRecovery, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var connection = await databases.Requests.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        await ExecuteAsync(connection, "update job_runs set state = 'failed', finished_at = $3, error = $4 where organization_id = $1 and name = $2 and state = 'running'", ct, organizationId, name, now, Died);
        var begun = await ReadAsync(
            connection, "update job_runs set state = 'running', attempt = attempt + 1, started_at = $3, node = $4 where organization_id = $1 and name = $2 and state = 'queued' returning id, attempt",
            organizationId, name, ct, now, Node);
        begun ??= isRecovery ? await BeginAgainAsync(connection, organizationId, name, now, ct) : isDue ? await BeginNewAsync(connection, organizationId, name, 1, now, ct) : null;

        await transaction.CommitAsync(ct);
        return begun;
    }

    private async Task<BegunRun?> BeginAgainAsync(NpgsqlConnection connection, Guid organizationId, string name, DateTimeOffset now, CancellationToken ct)
    {
        await using var newest = new NpgsqlCommand("select state, attempt from job_runs where organization_id = $1 and name = $2 order by id desc limit 1", connection);
        Add(newest, organizationId, name);
        var attempt = 0;
        await using (var row = await newest.ExecuteReaderAsync(ct))
        {
            if (await row.ReadAsync(ct) && (row.GetString(0) != "failed" || (attempt = row.GetInt32(1)) >= JobRun.MostAttempts)) return null;
        }

        return await BeginNewAsync(connection, organizationId, name, attempt + 1, now, ct);
    }

    private Task<BegunRun?> BeginNewAsync(NpgsqlConnection connection, Guid organizationId, string name, int attempt, DateTimeOffset now, CancellationToken ct) => ReadAsync(
        connection, "insert into job_runs (organization_id, id, name, state, attempt, queued_at, started_at, node) values ($1, $5, $2, 'running', $6, $3, $3, $4) on conflict (organization_id, name) where state in ('queued', 'running') do nothing returning id, attempt",
        organizationId, name, ct, now, Node, Guid.CreateVersion7(now), attempt);

    private static async Task<BegunRun?> ReadAsync(NpgsqlConnection connection, string statement, Guid organizationId, string name, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        Add(command, [organizationId, name, .. values]);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? new BegunRun(organizationId, row.GetGuid(0), name, row.GetInt32(1)) : null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        Add(command, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    private Task<int> EndAsync(string statement, BegunRun run, params object[] values) => InsistAsync(async () =>
    {
        await using var command = databases.Requests.CreateCommand(statement);
        Add(command, [run.OrganizationId, run.Id, run.Attempt, .. values]);
        return await command.ExecuteNonQueryAsync();
    }, CancellationToken.None);

    /// <summary>A database that restarts is waited for, half a minute at most, so that nothing is lost or called a failure by that.</summary>
    private async Task<T> InsistAsync<T>(Func<Task<T>> act, CancellationToken ct)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause *= 2)
        {
            try
            {
                return await act();
            }
            catch (NpgsqlException failure) when (failure.IsTransient && pause < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(pause, time, ct);
            }
        }
    }

    private static async Task<IReadOnlyList<(Guid OrganizationId, string Name)>> NamesAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var names = new List<(Guid, string)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) names.Add((row.GetGuid(0), row.GetString(1)));
        return names;
    }

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
    }
}
