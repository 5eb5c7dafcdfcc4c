using ClientChats.Application.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>What the viewer has begun to write in a conversation that he sees.</summary>
public sealed record ShowDraft(Guid ConversationId, long Thread) : IQuery<DraftView>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ShowDraft>
    {
        public Validator() => RuleFor(x => x.Thread).GreaterThanOrEqualTo(Draft.MainStream);
    }

    internal sealed class Handler(IDrafts drafts, IViewerContext current) : IQueryHandler<ShowDraft, DraftView>
    {
        public Task<DraftView> Handle(ShowDraft query, CancellationToken cancellationToken) => drafts.FindAsync(current.Viewer, query.ConversationId, query.Thread, cancellationToken);
    }
}
