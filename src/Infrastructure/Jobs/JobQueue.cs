using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClientChats.Infrastructure.Jobs;

internal sealed class JobQueue(ClientChatsDb db, JobScheduler scheduler, JobNotices changes, ILiveNotices notices, IServedOrganization served, TimeProvider time) : IJobQueue
{
    public async Task<RunView> RunAsync(Guid organizationId, string name, CancellationToken ct)
    {
        await RefuseUnknownAsync(organizationId, name, ct);
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var run = await db.Database
            .SqlQuery<OpenRun>($"""
                insert into job_runs as r (organization_id, id, name, state, attempt, queued_at) values ({organizationId}, {id}, {name}, 'queued', 0, {now})
                on conflict (organization_id, name) where state in ('queued', 'running') do update set name = excluded.name
                returning r.id as "Id", r.state as "State", r.attempt as "Attempt", r.queued_at as "QueuedAt", r.started_at as "StartedAt", split_part(r.error, E'\n', 1) as "Error"
                """)
            .ToListAsync(ct) is [var open] ? open : throw new InvalidOperationException("A run was neither queued nor found.");
        var state = Enum.Parse<JobRunState>(run.State, ignoreCase: true);

        // A run that waits for its next try is brought forward.
        Refuse.Unless(run.Id == id || JobRun.CanRetry(state, run.Attempt), JobRefusals.AlreadyRunning);
        notices.Add(new RunQueuedNotice(organizationId, name));
        return new RunView(run.Id, name, state, run.QueuedAt, run.StartedAt, null, null, run.Attempt, null, run.Error, JobRun.CanRetry(state, run.Attempt));
    }

    public async Task RetryAsync(Guid organizationId, Guid runId, CancellationToken ct)
    {
        var run = (await db.Database.SqlQuery<KnownRun>($"""
            select name as "Name", state as "State", attempt as "Attempt" from job_runs where organization_id = {organizationId} and id = {runId} for update
            """).ToListAsync(ct)).SingleOrDefault();
        if (run is null) await PutBackParkedAsync(organizationId, runId, ct);
        else await QueueAgainAsync(organizationId, runId, run, ct);
    }

    public async Task PauseAsync(Guid organizationId, string name, CancellationToken ct)
    {
        await RefuseUnknownAsync(organizationId, name, ct);
        await scheduler.Running.PauseTriggers(JobTriggers.Group(name), ct);
        changes.Changed(organizationId, name);
    }

    public async Task ResumeAsync(Guid organizationId, string name, CancellationToken ct)
    {
        await RefuseUnknownAsync(organizationId, name, ct);
        await scheduler.Running.ResumeTriggers(JobTriggers.Group(name), ct);
        changes.Changed(organizationId, name);
    }

    private bool Knows(string name) => scheduler.Schedules.ContainsKey(name);

    private async Task RefuseUnknownAsync(Guid organizationId, string name, CancellationToken ct) =>
        Refuse.Unless(Knows(name) && await served.FindAsync(ct) == organizationId, JobRefusals.NotFound);

    private async Task QueueAgainAsync(Guid organizationId, Guid runId, KnownRun run, CancellationToken ct)
    {
        var state = Enum.Parse<JobRunState>(run.State, ignoreCase: true);
        Refuse.Unless(JobRun.CanRetry(state, run.Attempt) && Knows(run.Name), JobRefusals.CannotRetry);
        if (state == JobRunState.Failed)
        {
            try
            {
                await db.Database.ExecuteSqlAsync($"""
                    update job_runs set state = 'queued', attempt = 0, queued_at = {time.GetUtcNow()}, started_at = null, finished_at = null, node = null, result = null, error = null
                     where organization_id = {organizationId} and id = {runId}
                    """, ct);
            }
            catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                throw new RefusedException(JobRefusals.AlreadyRunning);
            }
        }

        notices.Add(new RunQueuedNotice(organizationId, run.Name));
    }

    private async Task PutBackParkedAsync(Guid organizationId, Guid id, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var kinds = await db.Database.SqlQuery<string>($"""
            update outbox set parked_at = null, attempts = 0, next_attempt_at = {now}, leased_until = null
             where organization_id = {organizationId} and id = {id} and parked_at is not null returning kind as "Value"
            """).ToListAsync(ct);
        if (kinds is not [var kind]) throw new RefusedException(JobRefusals.RunNotFound);
        notices.Add(new OutboxNotice(organizationId));
        changes.Changed(organizationId, kind);
    }

    private sealed record OpenRun(Guid Id, string State, int Attempt, DateTimeOffset QueuedAt, DateTimeOffset? StartedAt, string? Error);

    private sealed record KnownRun(string Name, string State, int Attempt);
}
