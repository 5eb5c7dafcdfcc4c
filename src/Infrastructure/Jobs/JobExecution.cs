using System.Collections.Concurrent;
using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace ClientChats.Infrastructure.Jobs;

/// <summary>Runs the job of which a trigger has fired, and writes down how it went.</summary>
[DisallowConcurrentExecution]
internal sealed class JobExecution(JobRuns runs, RunsOfThisNode here, JobNotices notices, IServedOrganization served, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobExecution> log) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        var name = context.JobDetail.Key.Name;
        if (await served.FindAsync(context.CancellationToken) is not { } organizationId) return;

        var begun = await runs.BeginAsync(organizationId, name, isDue: context.Trigger.Key.Name == JobTriggers.Schedule, context.Recovering, context.CancellationToken);
        if (begun is null) return;

        using (here.Holding(begun.Id))
        {
            notices.Changed(organizationId, name);
            await RunAsync(begun, context);
            notices.Changed(organizationId, name);
        }
    }

    private async Task RunAsync(BegunRun run, IJobExecutionContext context)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var job = scope.ServiceProvider.GetServices<IScheduledJob>().First(job => job.Name == run.Name);
            await runs.SucceedAsync(run, await job.RunAsync(context.CancellationToken));
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            await runs.PutBackAsync(run);
        }
        catch (Exception failure) when (failure is not JobFindingException && run.Attempt < JobRun.MostAttempts)
        {
            log.LogWarning(failure, "The job {Job} failed and is tried again.", run.Name);
            await runs.WaitAsync(run, JobErrors.Full(failure));
            await context.Scheduler.SetAsync(JobTriggers.AgainAt(run.Name, time.GetUtcNow() + JobRun.PauseAfter(run.Attempt)));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The job {Job} failed.", run.Name);
            await runs.FailAsync(run, JobErrors.Full(failure));
        }
    }
}

/// <summary>The runs that are under way on this node.</summary>
internal sealed class RunsOfThisNode
{
    private readonly ConcurrentDictionary<Guid, byte> _ids = new();

    public IReadOnlyCollection<Guid> Ids => [.. _ids.Keys];

    public IDisposable Holding(Guid id)
    {
        _ids[id] = 0;
        return new Hold(this, id);
    }

    private sealed class Hold(RunsOfThisNode runs, Guid id) : IDisposable
    {
        public void Dispose() => runs._ids.TryRemove(id, out _);
    }
}
