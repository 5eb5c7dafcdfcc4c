using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Database;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;
using Quartz.Impl.Matchers;
using Quartz.Listener;
using Quartz.Spi;

namespace ClientChats.Infrastructure.Jobs;

/// <summary>
/// Starts Quartz.NET once the app answers, sets the jobs that this version has, and then watches: runs whose node died are
/// failed, and queued runs that nothing would begin are begun.
/// </summary>
internal sealed class JobScheduler(
    Databases databases, JobRuns runs, RunsOfThisNode here, JobNotices notices, IServiceScopeFactory scopes, IServiceProvider services, IHostApplicationLifetime app, TimeProvider time,
    ILogger<JobScheduler> log) : BackgroundService, IHearsNotices
{
    /// <summary>A node that has not checked in for so long counts as gone. It checks in every 5 seconds.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(10);

    private readonly Lazy<Dictionary<string, JobSchedule>> _schedules = new(() => ReadSchedules(scopes));
    private volatile IScheduler? _scheduler;

    public bool IsStarted => _scheduler is { IsStarted: true, IsShutdown: false };

    /// <summary>What this version of the app does by itself.</summary>
    public IReadOnlyDictionary<string, JobSchedule> Schedules => _schedules.Value;

    /// <summary>Quartz, for acts of people; refuses while it is starting.</summary>
    public IScheduler Running => _scheduler ?? throw new RefusedException(JobRefusals.NotReady) { RetryAfter = TimeSpan.FromSeconds(2) };

    public async ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        if (notice is not RunQueuedNotice queued) return;
        notices.Changed(queued.OrganizationId, queued.Name);
        if (_scheduler is { } scheduler) await scheduler.SetAsync(JobTriggers.Now(queued.Name));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await HasStartedAsync(stoppingToken);
            while (!await TryAsync(StartQuartzAsync, "Background jobs could not be started.", stoppingToken)) await Task.Delay(RetryAfter, time, stoppingToken);
            while (true)
            {
                await TryAsync(WatchAsync, "The runs of jobs could not be looked through.", stoppingToken);
                await Task.Delay(WatchEvery, time, stoppingToken);
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            await StopQuartzAsync();
        }
    }

    private async Task HasStartedAsync(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var registration = app.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> act, string failed, CancellationToken ct)
    {
        try
        {
            await act(ct);
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError(failure, "{Failed}", failed);
            return false;
        }
    }

    private async Task StartQuartzAsync(CancellationToken ct)
    {
        var scheduler = await new QuartzStore(databases.Requests, runs.Node).GetScheduler(ct);
        try
        {
            scheduler.JobFactory = new Factory(services);
            scheduler.ListenerManager.AddSchedulerListener(new Listener(log));
            await SetJobsAsync(scheduler, ct);
            await scheduler.Start(ct);
            _scheduler = scheduler;
        }
        catch
        {
            await scheduler.Shutdown(waitForJobsToComplete: false, CancellationToken.None);
            throw;
        }
    }

    /// <summary>A schedule that stands as it should keeps its next time.</summary>
    private async Task SetJobsAsync(IScheduler scheduler, CancellationToken ct)
    {
        foreach (var gone in (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), ct)).Where(key => !Schedules.ContainsKey(key.Name))) await scheduler.DeleteJob(gone, ct);
        foreach (var (name, schedule) in Schedules)
        {
            if ((await scheduler.GetTrigger(JobTriggers.ScheduleKey(name), ct))?.Description != schedule.ToString())
                await scheduler.SetAsync(JobTriggers.By(schedule, name, time.GetUtcNow()));
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        foreach (var (organizationId, name) in await runs.FailDeadAsync(QuartzStore.Name, Silence, here.Ids, ct)) notices.Changed(organizationId, name);
        foreach (var (_, name) in await runs.FindStrandedAsync(QuartzStore.Name, JobTriggers.Starters, ct))
        {
            if (Schedules.ContainsKey(name)) await Running.SetAsync(JobTriggers.Now(name));
        }
    }

    private async Task StopQuartzAsync()
    {
        if (_scheduler is not { } scheduler) return;
        try
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None).WaitAsync(LongestStop);
            await runs.SignOffAsync(QuartzStore.Name);
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "Background jobs did not stop in time; what was running is taken up at the next start.");
        }
    }

    private static Dictionary<string, JobSchedule> ReadSchedules(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetServices<IScheduledJob>().OrderBy(job => job.Name, StringComparer.Ordinal).ToDictionary(job => job.Name, job => job.Schedule, StringComparer.Ordinal);
    }

    private sealed class Factory(IServiceProvider services) : IJobFactory
    {
        public IJob NewJob(TriggerFiredBundle bundle, IScheduler scheduler) => ActivatorUtilities.CreateInstance<JobExecution>(services);

        public void ReturnJob(IJob job)
        {
        }
    }

    private sealed class Listener(ILogger log) : SchedulerListenerSupport
    {
        public override Task SchedulerError(string msg, SchedulerException cause, CancellationToken cancellationToken = default)
        {
            log.LogError(cause, "Quartz: {Message}", msg);
            return Task.CompletedTask;
        }
    }
}
