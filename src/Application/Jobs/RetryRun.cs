using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The operator has a failed run tried again, or parked work of the outbox put back.</summary>
public sealed record RetryRun(Guid Id) : ICommand, IForAdministrators
{
    internal sealed class Handler(IJobQueue jobs, IViewerContext current) : ICommandHandler<RetryRun>
    {
        public Task Handle(RetryRun command, CancellationToken ct) => jobs.RetryAsync(current.Viewer.OrganizationId, command.Id, ct);
    }
}
