using ClientChats.Application.Invitations;
using MediatR;

namespace ClientChats.Application.Jobs;

/// <summary>Invitations end by their time; this records it, so that everybody is told.</summary>
internal sealed class ExpireInvitationsJob(IMediator mediator) : IScheduledJob
{
    public string Name => "expireInvitations";

    public JobSchedule Schedule => JobSchedule.Every(TimeSpan.FromMinutes(10));

    public Task<string?> RunAsync(CancellationToken ct) => Batches.CountAsync(() => mediator.Send(new ExpireInvitations(), ct), ct);
}
