using ClientChats.Application.Jobs;
using ClientChats.Domain.Jobs;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Jobs;

internal sealed class JobHistory(Databases databases, JobScheduler scheduler, TimeProvider time) : IJobHistory
{
    private const int MostRecent = 12;
    private const int Buckets = 48;

    private static readonly TimeSpan Bucket = TimeSpan.FromMinutes(30);

    private const string FirstLine = "split_part(error, E'\\n', 1)";
    private const string OfRun = "id, name, state, queued_at, started_at, finished_at, attempt, result";

    // What the work is about is nobody's business here: a payload is never read.
    private const string OfParked = "id, kind, 'parked', created_at, null::timestamptz, parked_at, attempts, null::text";

    private const string Schedules = $"""
        select n.name,
               exists (select from jobs.qrtz_paused_trigger_grps p where p.sched_name = $3 and p.trigger_group = n.name),
               (select min(t.next_fire_time) from jobs.qrtz_triggers t
                 where t.sched_name = $3 and t.job_name = n.name and t.next_fire_time > 0 and t.trigger_state in ('WAITING', 'ACQUIRED', 'BLOCKED')),
               recent.ids, recent.states, recent.durations,
               last.*
          from unnest($2::text[]) with ordinality n(name, position)
          left join lateral (select {OfRun}, {FirstLine} from job_runs r where r.organization_id = $1 and r.name = n.name order by r.id desc limit 1) last on true
         cross join lateral (
               select array_agg(e.id order by e.id) as ids, array_agg(e.state order by e.id) as states, array_agg(e.duration order by e.id) as durations
                 from (select r.id, r.state, coalesce(extract(epoch from r.finished_at - r.started_at) * 1000, 0)::bigint as duration
                         from job_runs r where r.organization_id = $1 and r.name = n.name and r.state in ('succeeded', 'failed') order by r.id desc limit $4) e) recent
         order by n.position
        """;

    private const string Counts = """
        select (select count(*) from job_runs where organization_id = $1 and state = 'running'),
               (select count(*) from job_runs where organization_id = $1 and state = 'queued'),
               (select count(*) from job_runs where organization_id = $1 and state = 'succeeded' and finished_at > $2),
               (select count(*) from job_runs where organization_id = $1 and state = 'failed' and finished_at > $2),
               (select count(*) from outbox where organization_id = $1 and parked_at is not null),
               (select min(created_at) from outbox where organization_id = $1 and parked_at is null),
               (select count(*) from jobs.qrtz_scheduler_state where sched_name = $3 and last_checkin_time > $4)
        """;

    private const string InBuckets = """
        select b.at, count(*) filter (where r.state = 'succeeded'), count(*) filter (where r.state = 'failed'),
               coalesce(percentile_cont(0.5) within group (order by r.duration), 0), coalesce(percentile_cont(0.95) within group (order by r.duration), 0)
          from unnest($2::timestamptz[]) b(at)
          left join lateral (
               select state, extract(epoch from finished_at - started_at) * 1000 as duration
                 from job_runs where organization_id = $1 and state in ('succeeded', 'failed') and finished_at >= b.at and finished_at < b.at + $3) r on true
         group by b.at order by b.at
        """;

    public async Task<IReadOnlyList<RunView>> ListAsync(Guid organizationId, JobRunState? state, string? name, Guid? before, int limit, CancellationToken ct)
    {
        var parts = new List<string>();
        if (state != JobRunState.Parked) parts.Add(Part($"select {OfRun}, {FirstLine} from job_runs where organization_id = $1", state is null ? "" : " and state = $2", "name"));
        if (state is null or JobRunState.Parked) parts.Add(Part($"select {OfParked}, {FirstLine} from outbox where organization_id = $1 and parked_at is not null", "", "kind"));

        await using var command = databases.Requests.CreateCommand($"select * from ({string.Join(" union all ", parts)}) r order by id desc limit $3");
        Add(command, organizationId, state?.ToString().ToLowerInvariant() ?? "", limit, before ?? Guid.AllBitsSet, name ?? "");
        return await ReadAsync(command, ct);

        string Part(string select, string which, string called) => $"({select}{which} and id < $4{(name is null ? "" : $" and {called} = $5")} order by id desc limit $3)";
    }

    public async Task<RunView?> FindAsync(Guid organizationId, Guid id, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand($"""
            select {OfRun}, error from job_runs where organization_id = $1 and id = $2
            union all
            select {OfParked}, error from outbox where organization_id = $1 and id = $2 and parked_at is not null
            """);
        Add(command, organizationId, id);
        return (await ReadAsync(command, ct)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<ScheduleView>> SchedulesAsync(Guid organizationId, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Schedules);
        Add(command, organizationId, scheduler.Schedules.Keys.ToArray(), QuartzStore.Name, MostRecent);
        var schedules = new List<ScheduleView>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var name = row.GetString(0);
            var paused = row.GetBoolean(1);
            var last = row.IsDBNull(6) ? null : Run(row, 6);
            schedules.Add(new ScheduleView(
                name, scheduler.Schedules[name].ToString(), paused || row.IsDBNull(2) ? null : new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero),
                last?.State == JobRunState.Running, paused, last, row.IsDBNull(3) ? [] : Recent(row)));
        }

        return schedules;
    }

    public async Task<JobSummary> SummarizeAsync(Guid organizationId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var buckets = await ReadBucketsAsync(organizationId, now, ct);
        await using var command = databases.Requests.CreateCommand(Counts);
        Add(command, organizationId, now.AddHours(-24), QuartzStore.Name, (now - JobScheduler.Silence).UtcTicks);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        var delay = row.IsDBNull(5) ? TimeSpan.Zero : now - row.GetFieldValue<DateTimeOffset>(5);
        return new JobSummary(
            (int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(3), (int)row.GetInt64(4),
            Math.Max(0, Math.Round(delay.TotalSeconds, 1)), (int)row.GetInt64(6), buckets);
    }

    private async Task<List<JobBucket>> ReadBucketsAsync(Guid organizationId, DateTimeOffset now, CancellationToken ct)
    {
        var newest = new DateTimeOffset(now.UtcTicks - now.UtcTicks % Bucket.Ticks, TimeSpan.Zero);
        await using var command = databases.Requests.CreateCommand(InBuckets);
        Add(command, organizationId, Enumerable.Range(1 - Buckets, Buckets).Select(i => newest + i * Bucket).ToArray(), Bucket);
        var buckets = new List<JobBucket>(Buckets);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            buckets.Add(new JobBucket(row.GetFieldValue<DateTimeOffset>(0), (int)row.GetInt64(1), (int)row.GetInt64(2), Math.Round(row.GetDouble(3), 1), Math.Round(row.GetDouble(4), 1)));
        return buckets;
    }

    private async Task<List<RunView>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var runs = new List<RunView>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) runs.Add(Run(row, 0));
        return runs;
    }

    private RunView Run(NpgsqlDataReader row, int at)
    {
        var (name, state, attempt) = (row.GetString(at + 1), State(row.GetString(at + 2)), row.GetInt32(at + 6));
        var (started, finished) = (Time(row, at + 4), Time(row, at + 5));
        return new RunView(
            row.GetGuid(at), name, state, row.GetFieldValue<DateTimeOffset>(at + 3), started, finished, started is null || finished is null ? null : (long)(finished - started).Value.TotalMilliseconds,
            attempt, Text(row, at + 7), Text(row, at + 8), JobRun.CanRetry(state, attempt) && (state == JobRunState.Parked || scheduler.Schedules.ContainsKey(name)));
    }

    private static RecentRun[] Recent(NpgsqlDataReader row) =>
        [.. row.GetFieldValue<Guid[]>(3).Zip(row.GetFieldValue<string[]>(4), row.GetFieldValue<long[]>(5)).Select(run => new RecentRun(run.First, State(run.Second), run.Third))];

    private static JobRunState State(string text) => Enum.Parse<JobRunState>(text, ignoreCase: true);

    private static DateTimeOffset? Time(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateTimeOffset>(at);

    private static string? Text(NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static void Add(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
    }
}
