using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The operator holds a job's schedule until he resumes it.</summary>
public sealed record PauseJob(string Name) : ICommand, IForAdministrators
{
    internal sealed class Handler(IJobQueue jobs, IViewerContext current) : ICommandHandler<PauseJob>
    {
        public Task Handle(PauseJob command, CancellationToken ct) => jobs.PauseAsync(current.Viewer.OrganizationId, command.Name, ct);
    }
}
