using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using FluentValidation;

namespace ClientChats.Application.Jobs;

/// <summary>The operator reads what ran and how it went, newest first; parked work of the outbox stands in the same list.</summary>
public sealed record ListRuns(JobRunState? State, string? Name, string? Cursor, int Limit) : IQuery<Page<RunView>>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<ListRuns>
    {
        public Validator()
        {
            RuleFor(x => x.State).IsInEnum();
            RuleFor(x => x.Name).MaximumLength(100);
            RuleFor(x => x.Limit).PageLimit();
        }
    }

    internal sealed class Handler(IJobHistory history, IViewerContext current) : IQueryHandler<ListRuns, Page<RunView>>
    {
        public async Task<Page<RunView>> Handle(ListRuns query, CancellationToken cancellationToken)
        {
            var runs = await history.ListAsync(current.Viewer.OrganizationId, query.State, query.Name, Kernel.Cursor.ReadId(query.Cursor), query.Limit + 1, cancellationToken);
            return runs.Count <= query.Limit ? new Page<RunView>(runs, null) : new Page<RunView>([.. runs.Take(query.Limit)], Kernel.Cursor.Of(runs[query.Limit - 1].Id.ToString()));
        }
    }
}
