using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>What has changed in a conversation after a revision: how a client that was away catches up.</summary>
public sealed record ReadChanges(Guid ConversationId, long After, int Limit) : IQuery<ChangesPage>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ReadChanges>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
            RuleFor(x => x.After).GreaterThanOrEqualTo(0);
        }
    }

    internal sealed class Handler(IHistory history, IViewerContext current) : IQueryHandler<ReadChanges, ChangesPage>
    {
        public Task<ChangesPage> Handle(ReadChanges query, CancellationToken cancellationToken) =>
            history.ChangesAsync(current.Viewer, query.ConversationId, query.After, query.Limit, cancellationToken);
    }
}
