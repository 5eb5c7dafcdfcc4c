using ClientChats.Application.Jobs;
using Quartz;
using Quartz.Impl.Matchers;

namespace ClientChats.Infrastructure.Jobs;

/// <summary>
/// How our jobs stand in Quartz: one job per name, and up to three triggers, each named after what it is for. Those of the
/// schedule and of later tries share a group named after the job, so that pausing the group holds both, now and after a restart.
/// </summary>
internal static class JobTriggers
{
    public const string Schedule = "schedule";

    private const string Again = "again";
    private const string ByHand = "byHand";

    /// <summary>The triggers that begin a queued run.</summary>
    public static readonly string[] Starters = [Again, ByHand];

    public static JobKey Key(string name) => new(name);

    public static TriggerKey ScheduleKey(string name) => new(Schedule, name);

    public static GroupMatcher<TriggerKey> Group(string name) => GroupMatcher<TriggerKey>.GroupEquals(name);

    public static IJobDetail Job(string name) => JobBuilder.Create<JobExecution>().WithIdentity(Key(name)).StoreDurably().RequestRecovery().Build();

    /// <summary>What was missed while no node ran, or while the job was paused, is done once, at once.</summary>
    public static ITrigger By(JobSchedule schedule, string name, DateTimeOffset now)
    {
        var trigger = TriggerBuilder.Create().WithIdentity(ScheduleKey(name)).ForJob(Key(name)).WithDescription(schedule.ToString());
        return schedule switch
        {
            JobSchedule.Interval interval => trigger.StartAt(now + interval.Length)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(interval.Length).RepeatForever().WithMisfireHandlingInstructionFireNow()).Build(),
            JobSchedule.Daily daily => trigger
                .WithSchedule(CronScheduleBuilder.DailyAtHourAndMinute(daily.Time.Hour, daily.Time.Minute).InTimeZone(TimeZoneInfo.Utc).WithMisfireHandlingInstructionFireAndProceed()).Build(),
            _ => throw new ArgumentOutOfRangeException(nameof(schedule)),
        };
    }

    public static ITrigger AgainAt(string name, DateTimeOffset at) => TriggerBuilder.Create().WithIdentity(Again, name).ForJob(Key(name)).StartAt(at).Build();

    public static ITrigger Now(string name) => TriggerBuilder.Create().WithIdentity(ByHand, $"{ByHand} {name}").ForJob(Key(name)).StartNow().Build();

    /// <summary>Sets a trigger, in the place of the one that has its name.</summary>
    public static Task SetAsync(this IScheduler scheduler, ITrigger trigger) => scheduler.ScheduleJob(Job(trigger.JobKey.Name), [trigger], replace: true);
}
