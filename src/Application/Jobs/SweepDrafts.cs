using System.Globalization;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Messages;
using MediatR;

namespace ClientChats.Application.Jobs;

/// <summary>Forgets drafts whose owners have not seen the conversation for 30 days.</summary>
public sealed record SweepDrafts : IRequest<int>, IForSystem
{
    internal sealed class Handler(IDrafts drafts, IServedOrganization served, TimeProvider time) : IRequestHandler<SweepDrafts, int>
    {
        public async Task<int> Handle(SweepDrafts request, CancellationToken cancellationToken) =>
            await drafts.SweepAsync(await served.GetAsync(cancellationToken), time.GetUtcNow() - Draft.KeptUnseen, cancellationToken);
    }

    internal sealed class Job(IMediator mediator) : IScheduledJob
    {
        public string Name => "sweepDrafts";

        public JobSchedule Schedule => JobSchedule.DailyAt(0, 45);

        public async Task<string?> RunAsync(CancellationToken ct) => (await mediator.Send(new SweepDrafts(), ct)).ToString(CultureInfo.InvariantCulture);
    }
}
