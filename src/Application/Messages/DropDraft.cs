using ClientChats.Application.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;
using MediatR;

namespace ClientChats.Application.Messages;

/// <summary>Forgets what the viewer has begun to write; where there is nothing this changes nothing.</summary>
public sealed record DropDraft(Guid ConversationId, long Thread) : IRequest, IForMembers
{
    internal sealed class Validator : AbstractValidator<DropDraft>
    {
        public Validator() => RuleFor(x => x.Thread).GreaterThanOrEqualTo(Draft.MainStream);
    }

    internal sealed class Handler(IDrafts drafts, IViewerContext current) : AsyncRequestHandler<DropDraft>
    {
        protected override Task Handle(DropDraft request, CancellationToken cancellationToken) => drafts.DropAsync(current.Viewer, request.ConversationId, request.Thread, cancellationToken);
    }
}
