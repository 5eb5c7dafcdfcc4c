using ClientChats.Domain.Jobs;

namespace ClientChats.Application.Jobs;

/// <summary>One run of a job, or work of the outbox that is parked.</summary>
/// <param name="Id">The run's id.</param>
/// <param name="Name">The job's name; for parked work its kind.</param>
/// <param name="State">How far it has come. <c>queued</c> with an error waits for its next try.</param>
/// <param name="QueuedAt">When it became due or was asked for.</param>
/// <param name="StartedAt">When its last try began.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="DurationMs">How long its last try took, once it ended.</param>
/// <param name="Attempt">How many tries were begun.</param>
/// <param name="Result">What it has done: a count, or <c>name=count</c> pairs.</param>
/// <param name="Error">Why the last try failed: its first line in lists, with the stack where one run is asked for.</param>
/// <param name="CanRetry">Whether it can be tried again now.</param>
public sealed record RunView(
    Guid Id, string Name, JobRunState State, DateTimeOffset QueuedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, long? DurationMs, int Attempt,
    string? Result, string? Error, bool CanRetry);

/// <summary>A run that ended, in short.</summary>
/// <param name="Id">The id.</param>
/// <param name="State">How it went.</param>
/// <param name="DurationMs">How long it took, in milliseconds.</param>
public sealed record RecentRun(Guid Id, JobRunState State, long DurationMs);

/// <summary>A job and how it has been going.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Schedule">An ISO 8601 duration, or a cron expression of five fields in UTC.</param>
/// <param name="NextRunAt">When it runs next, a later try included; absent while it is paused.</param>
/// <param name="Running">Whether a run is under way.</param>
/// <param name="Paused">Whether its schedule is held.</param>
/// <param name="Last">The newest run.</param>
/// <param name="Recent">The last 12 runs that ended, oldest first.</param>
public sealed record ScheduleView(string Name, string Schedule, DateTimeOffset? NextRunAt, bool Running, bool Paused, RunView? Last, IReadOnlyList<RecentRun> Recent);

/// <summary>The runs that ended in one half hour.</summary>
/// <param name="At">When the half hour began.</param>
/// <param name="Succeeded">Runs that succeeded.</param>
/// <param name="Failed">Runs that failed for good.</param>
/// <param name="MedianMs">Half of the runs took less; 0 where none ended.</param>
/// <param name="P95Ms">95 of 100 runs took less; 0 where none ended.</param>
public sealed record JobBucket(DateTimeOffset At, int Succeeded, int Failed, double MedianMs, double P95Ms);

/// <summary>How all jobs have been going.</summary>
/// <param name="Running">Runs under way.</param>
/// <param name="Queued">Runs that wait to begin or for their next try.</param>
/// <param name="Succeeded">Runs that succeeded in the last 24 hours.</param>
/// <param name="Failed">Runs that failed for good in the last 24 hours.</param>
/// <param name="Parked">Work of the outbox that failed too often and waits for a person.</param>
/// <param name="OutboxDelaySeconds">The age of the oldest work that the outbox still has to do; 0 where there is none.</param>
/// <param name="Nodes">Nodes of the app that run jobs now.</param>
/// <param name="Buckets">The last 48 half hours, oldest first.</param>
public sealed record JobSummary(int Running, int Queued, int Succeeded, int Failed, int Parked, double OutboxDelaySeconds, int Nodes, IReadOnlyList<JobBucket> Buckets);

/// <summary>What is recorded of the jobs.</summary>
public interface IJobHistory
{
    /// <summary>Runs and parked work, newest first, after a place in the list.</summary>
    Task<IReadOnlyList<RunView>> ListAsync(Guid organizationId, JobRunState? state, string? name, Guid? before, int limit, CancellationToken ct);

    Task<RunView?> FindAsync(Guid organizationId, Guid id, CancellationToken ct);

    Task<IReadOnlyList<ScheduleView>> SchedulesAsync(Guid organizationId, CancellationToken ct);

    Task<JobSummary> SummarizeAsync(Guid organizationId, CancellationToken ct);
}
