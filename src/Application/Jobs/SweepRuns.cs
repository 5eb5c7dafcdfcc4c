using ClientChats.Application.Kernel;
using MediatR;

namespace ClientChats.Application.Jobs;

/// <summary>Forgets the runs of jobs after 30 days.</summary>
public sealed record SweepRuns : ICommand<int>, IForSystem
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    internal sealed class Handler(IUpkeep upkeep, IServedOrganization served, TimeProvider time) : ICommandHandler<SweepRuns, int>
    {
        public async Task<int> Handle(SweepRuns command, CancellationToken cancellationToken) =>
            await upkeep.SweepRunsAsync(await served.GetAsync(cancellationToken), time.GetUtcNow() - Kept, cancellationToken);
    }

    internal sealed class Job(IMediator mediator) : IScheduledJob
    {
        public string Name => "sweepRuns";

        public JobSchedule Schedule => JobSchedule.DailyAt(0, 25);

        public Task<string?> RunAsync(CancellationToken ct) => Batches.CountAsync(() => mediator.Send(new SweepRuns(), ct), ct);
    }
}
