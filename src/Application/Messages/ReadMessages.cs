using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>A page of a conversation, by number; the newest one where no number is given.</summary>
public sealed record ReadMessages(Guid ConversationId, long? Before, long? After, long? Around, int Limit) : IQuery<HistoryPage>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ReadMessages>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
            RuleFor(x => x.Before).GreaterThan(0);
            RuleFor(x => x.After).GreaterThanOrEqualTo(0);
            RuleFor(x => x.Around).GreaterThan(0);
            RuleFor(x => x).Must(x => new[] { x.Before, x.After, x.Around }.Count(n => n is not null) <= 1).WithErrorCode("messages.onePlaceOnly").OverridePropertyName("before");
        }
    }

    internal sealed class Handler(IHistory history, IViewerContext current) : IQueryHandler<ReadMessages, HistoryPage>
    {
        public Task<HistoryPage> Handle(ReadMessages query, CancellationToken cancellationToken) =>
            history.PageAsync(current.Viewer, query.ConversationId, new PageRequest(query.Before, query.After, query.Around, query.Limit), cancellationToken);
    }
}
