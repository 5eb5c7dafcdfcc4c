using System.Globalization;
using ClientChats.Application.Kernel;
using MediatR;

namespace ClientChats.Application.Jobs;

/// <summary>Takes up what a crash left in the outbox and says how much waits there.</summary>
public sealed record RecoverOutbox : ICommand<OutboxState>, IForSystem
{
    internal sealed class Handler(IUpkeep upkeep, IServedOrganization served, ILiveNotices notices) : ICommandHandler<RecoverOutbox, OutboxState>
    {
        public async Task<OutboxState> Handle(RecoverOutbox command, CancellationToken cancellationToken)
        {
            var organizationId = await served.GetAsync(cancellationToken);
            notices.Add(new OutboxNotice(organizationId));
            return await upkeep.RecoverOutboxAsync(organizationId, cancellationToken);
        }
    }

    internal sealed class Job(IMediator mediator) : IScheduledJob
    {
        public string Name => "recoverOutbox";

        public JobSchedule Schedule => JobSchedule.Every(TimeSpan.FromMinutes(1));

        public async Task<string?> RunAsync(CancellationToken ct)
        {
            var state = await mediator.Send(new RecoverOutbox(), ct);
            return string.Create(CultureInfo.InvariantCulture, $"freed={state.Freed} waiting={state.Waiting} parked={state.Parked}");
        }
    }
}
