using ClientChats.Application.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;
using MediatR;

namespace ClientChats.Application.Messages;

/// <summary>A person writes into a conversation; everybody who sees it gets the message at once, and its number is final.</summary>
/// <remarks>It stays outside the saving pipeline: messages that wait at the same moment share one commit.</remarks>
public sealed record PostMessage(Guid ConversationId, Guid ClientMessageId, string Text, long? ReplyTo) : IRequest<PostedMessage>, IForMembers
{
    internal sealed class Validator : AbstractValidator<PostMessage>
    {
        public Validator()
        {
            RuleFor(x => x.ClientMessageId).NotEmpty();
            RuleFor(x => x.Text).NotEmpty().MaximumLength(MessageText.MaxLength).Must(MessageText.SaysSomething).WithErrorCode("messages.empty");
            RuleFor(x => x.ReplyTo).GreaterThan(0);
        }
    }

    internal sealed class Handler(IMessageLog log, IViewerContext current) : IRequestHandler<PostMessage, PostedMessage>
    {
        public Task<PostedMessage> Handle(PostMessage command, CancellationToken cancellationToken) =>
            log.PostAsync(current.Viewer, new NewMessage(command.ConversationId, command.ClientMessageId, command.Text, command.ReplyTo), cancellationToken);
    }
}
