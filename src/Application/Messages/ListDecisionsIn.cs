using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>The decisions that a conversation waits for, the one due first before the others; or those that were made, the newest first.</summary>
public sealed record ListDecisionsIn(Guid ConversationId, bool Decided, string? Cursor, int Limit) : IQuery<Page<DecisionView>>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ListDecisionsIn>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).PageLimit();
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
        }
    }

    internal sealed class Handler(IDecisions decisions, ConversationAccess access, IViewerContext current, TimeProvider time) : IQueryHandler<ListDecisionsIn, Page<DecisionView>>
    {
        public async Task<Page<DecisionView>> Handle(ListDecisionsIn query, CancellationToken cancellationToken)
        {
            await access.SeenAsync(query.ConversationId, cancellationToken);
            return await decisions.PageAsync(current.Viewer, new DecisionFilter(query.ConversationId, query.Decided), query.Cursor, query.Limit, time.GetUtcNow(), cancellationToken);
        }
    }
}
