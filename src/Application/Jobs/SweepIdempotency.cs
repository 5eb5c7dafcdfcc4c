using ClientChats.Application.Kernel;
using MediatR;

namespace ClientChats.Application.Jobs;

/// <summary>Forgets the answers to idempotency keys after their 24 hours.</summary>
public sealed record SweepIdempotency : ICommand<int>, IForSystem
{
    internal sealed class Handler(IUpkeep upkeep, IServedOrganization served) : ICommandHandler<SweepIdempotency, int>
    {
        public async Task<int> Handle(SweepIdempotency command, CancellationToken cancellationToken) =>
            await upkeep.SweepIdempotencyAsync(await served.GetAsync(cancellationToken), cancellationToken);
    }

    internal sealed class Job(IMediator mediator) : IScheduledJob
    {
        public string Name => "sweepIdempotency";

        public JobSchedule Schedule => JobSchedule.Every(TimeSpan.FromHours(1));

        public Task<string?> RunAsync(CancellationToken ct) => Batches.CountAsync(() => mediator.Send(new SweepIdempotency(), ct), ct);
    }
}
