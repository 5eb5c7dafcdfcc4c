using System.Globalization;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Jobs;

/// <summary>Forgets sessions and password resets that have been over for a week.</summary>
public sealed record SweepSessions : ICommand<int>, IForSystem
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    internal sealed class Handler(IClientChatsDb db, IServedOrganization served, TimeProvider time) : ICommandHandler<SweepSessions, int>
    {
        public async Task<int> Handle(SweepSessions command, CancellationToken cancellationToken)
        {
            var organizationId = await served.GetAsync(cancellationToken);
            var expired = time.GetUtcNow() - Kept;
            var idle = expired - Session.IdleLimit(Role.Guest);
            var sessions = await db.Sessions.Where(s => s.OrganizationId == organizationId && (s.ExpiresAt <= expired || s.LastSeenAt <= idle)).ExecuteDeleteAsync(cancellationToken);
            var resets = await db.PasswordResets.Where(r => r.OrganizationId == organizationId && r.ExpiresAt <= expired).ExecuteDeleteAsync(cancellationToken);
            return sessions + resets;
        }
    }

    internal sealed class Job(IMediator mediator) : IScheduledJob
    {
        public string Name => "sweepSessions";

        public JobSchedule Schedule => JobSchedule.DailyAt(0, 15);

        public async Task<string?> RunAsync(CancellationToken ct) => (await mediator.Send(new SweepSessions(), ct)).ToString(CultureInfo.InvariantCulture);
    }
}
