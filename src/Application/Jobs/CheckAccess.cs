using System.Globalization;
using ClientChats.Application.Kernel;
using MediatR;

namespace ClientChats.Application.Jobs;

/// <summary>
/// Compares who sees a thousand conversations by the stored rows and flags with what the rules say of them, and puts right
/// what differs. There is never to be a difference, so one is not passed over in silence.
/// </summary>
public sealed record CheckAccess : ICommand<CheckedAccess>, IForSystem
{
    public const int Sample = 1000;

    internal sealed class Handler(IUpkeep upkeep, IUnitOfWork unit, IServedOrganization served, ILiveNotices notices) : ICommandHandler<CheckAccess, CheckedAccess>
    {
        public async Task<CheckedAccess> Handle(CheckAccess command, CancellationToken cancellationToken)
        {
            var organizationId = await served.GetAsync(cancellationToken);
            var (looked, differing) = await upkeep.CompareAudiencesAsync(organizationId, Sample, cancellationToken);
            var changes = await unit.RefreshAccessAsync(organizationId, differing, "checked", by: null, cancellationToken);
            if (changes.Count > 0) notices.Add(new AccessNotice(organizationId, changes));
            return new CheckedAccess(looked, differing);
        }
    }

    internal sealed class Job(IMediator mediator) : IScheduledJob
    {
        public string Name => "checkAccess";

        public JobSchedule Schedule => JobSchedule.DailyAt(0, 40);

        public async Task<string?> RunAsync(CancellationToken ct)
        {
            var found = await mediator.Send(new CheckAccess(), ct);
            if (found.Repaired.Count > 0)
                throw new JobFindingException($"What is stored of who sees {found.Repaired.Count} of {found.Checked} conversations differed from the rules and was put right: {string.Join(", ", found.Repaired)}.");
            return found.Checked.ToString(CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>How many conversations were looked at, and which of them had to be put right.</summary>
public sealed record CheckedAccess(int Checked, IReadOnlyList<Guid> Repaired);
