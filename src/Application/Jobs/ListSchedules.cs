using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The operator sees every job: when it runs next, how it has been going, and whether it is paused.</summary>
public sealed record ListSchedules : IQuery<SchedulesView>, IForAdministrators
{
    internal sealed class Handler(IJobHistory history, IViewerContext current) : IQueryHandler<ListSchedules, SchedulesView>
    {
        public async Task<SchedulesView> Handle(ListSchedules query, CancellationToken cancellationToken) =>
            new(await history.SchedulesAsync(current.Viewer.OrganizationId, cancellationToken));
    }
}

/// <summary>All jobs of the installation.</summary>
/// <param name="Items">All jobs.</param>
public sealed record SchedulesView(IReadOnlyList<ScheduleView> Items);
