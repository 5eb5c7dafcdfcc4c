using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The operator sees at a glance whether the background work keeps up.</summary>
public sealed record SummarizeJobs : IQuery<JobSummary>, IForAdministrators
{
    internal sealed class Handler(IJobHistory history, IViewerContext current) : IQueryHandler<SummarizeJobs, JobSummary>
    {
        public Task<JobSummary> Handle(SummarizeJobs query, CancellationToken cancellationToken) => history.SummarizeAsync(current.Viewer.OrganizationId, cancellationToken);
    }
}
