using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The operator runs a job now, whatever its schedule says.</summary>
public sealed record RunJob(string Name) : ICommand<RunView>, IForAdministrators
{
    internal sealed class Handler(IJobQueue jobs, IViewerContext current) : ICommandHandler<RunJob, RunView>
    {
        public Task<RunView> Handle(RunJob command, CancellationToken cancellationToken) => jobs.RunAsync(current.Viewer.OrganizationId, command.Name, cancellationToken);
    }
}
