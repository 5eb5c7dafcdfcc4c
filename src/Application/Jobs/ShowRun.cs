using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The operator reads one run, its error with the stack.</summary>
public sealed record ShowRun(Guid Id) : IQuery<RunView>, IForAdministrators
{
    internal sealed class Handler(IJobHistory history, IViewerContext current) : IQueryHandler<ShowRun, RunView>
    {
        public async Task<RunView> Handle(ShowRun query, CancellationToken cancellationToken) =>
            await history.FindAsync(current.Viewer.OrganizationId, query.Id, cancellationToken) ?? throw new RefusedException(JobRefusals.RunNotFound);
    }
}
