using System.Collections.Concurrent;
using ClientChats.Application.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Infrastructure.Jobs;

/// <summary>Tells administrators that a job has changed, at most once a second for each; the last change is never left untold.</summary>
/// <remarks>The notice board is asked for late, since some who hear from it tell of jobs themselves.</remarks>
internal sealed class JobNotices(IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(Guid OrganizationId, string Name), Told> _told = new();

    public void Changed(Guid organizationId, string name)
    {
        var told = _told.GetOrAdd((organizationId, name), _ => new Told());
        TimeSpan wait;
        lock (told)
        {
            if (told.IsWaiting) return;
            wait = told.Last is { } last ? Pause - time.GetElapsedTime(last) : TimeSpan.Zero;
            told.IsWaiting = true;
        }

        _ = TellAsync(organizationId, name, told, wait);
    }

    private async Task TellAsync(Guid organizationId, string name, Told told, TimeSpan wait)
    {
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time);
        lock (told)
        {
            told.IsWaiting = false;
            told.Last = time.GetTimestamp();
        }

        await services.GetRequiredService<INoticeBoard>().PostAsync([new AdministratorsNotice(organizationId, AdministratorsNotice.JobChanged, new { name })]);
    }

    private sealed class Told
    {
        public long? Last { get; set; }

        public bool IsWaiting { get; set; }
    }
}
