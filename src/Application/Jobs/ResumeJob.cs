using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The operator lets a paused job run by its schedule again; what it missed meanwhile it does at once, one time.</summary>
public sealed record ResumeJob(string Name) : ICommand, IForAdministrators
{
    internal sealed class Handler(IJobQueue jobs, IViewerContext current) : ICommandHandler<ResumeJob>
    {
        public Task Handle(ResumeJob command, CancellationToken ct) => jobs.ResumeAsync(current.Viewer.OrganizationId, command.Name, ct);
    }
}
