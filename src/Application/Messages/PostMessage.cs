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

    internal sealed class Handler(IMessageLog log, IPaces paces, IViewerContext current) : IRequestHandler<PostMessage, PostedMessage>
    {
        public async Task<PostedMessage> Handle(PostMessage command, CancellationToken cancellationToken)
        {
            var author = current.Viewer;
            await paces.TakeTurnAsync(author.IsGuest ? Pace.GuestMessages : Pace.Messages, author.MemberId, MessageRefusals.TooMany, cancellationToken);
            return await log.PostAsync(author, new NewMessage(command.ConversationId, command.ClientMessageId, command.Text, command.ReplyTo), cancellationToken);
        }
    }
}
