using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using FluentValidation;

namespace ClientChats.Application.Jobs;

/// <summary>The operator reads what ran and how it went, newest first; parked work of the outbox stands in the same list.</summary>
public sealed record ListRuns(JobRunState? State, string? Name, string? Cursor, int Limit) : IQuery<RunsPage>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<ListRuns>
    {
        public Validator()
        {
            RuleFor(x => x.State).IsInEnum();
            RuleFor(x => x.Name).MaximumLength(100);
            RuleFor(x => x.Cursor).Must(cursor => cursor is null || Guid.TryParse(cursor, out _));
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
        }
    }

    internal sealed class Handler(IJobHistory history, IViewerContext current) : IQueryHandler<ListRuns, RunsPage>
    {
        public Task<RunsPage> Handle(ListRuns query, CancellationToken cancellationToken) =>
            history.ListAsync(current.Viewer.OrganizationId, query.State, query.Name, query.Cursor is null ? null : Guid.Parse(query.Cursor), query.Limit, cancellationToken);
    }
}
