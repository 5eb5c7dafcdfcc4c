using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Messages;
using FluentValidation;
using MediatR;

namespace ClientChats.Application.Messages;

/// <summary>A person writes into a conversation; everybody who sees it gets the message at once, and its number is final.</summary>
/// <remarks>It stays outside the saving pipeline: messages that wait at the same moment share one commit.</remarks>
public sealed record PostMessage(Guid ConversationId, Guid ClientMessageId, string Text, long? ReplyTo) : IRequest<PostedMessage>, IForMembers
{
    /// <summary>The message under whose thread it is written; null in the main stream.</summary>
    public long? Thread { get; init; }

    /// <summary>Own uploads that no message holds yet. With one of them the text may be empty.</summary>
    public IReadOnlyList<Guid> AttachmentIds { get; init; } = [];

    /// <summary>A message that the author sees, to be passed on with its files as it is now. The text may be empty.</summary>
    public MessagePlace? Forward { get; init; }

    /// <summary>How its matter stands from the beginning; employees only.</summary>
    public WantedStatus? Status { get; init; }

    internal sealed class Validator : AbstractValidator<PostMessage>
    {
        public Validator()
        {
            RuleFor(x => x.ClientMessageId).NotEmpty();
            RuleFor(x => x.Text).NotNull().MaximumLength(MessageText.MaxLength);
            RuleFor(x => x.Text).NotEmpty().Must(MessageText.SaysSomething).WithErrorCode("messages.empty").When(x => x.AttachmentIds.Count == 0 && x.Forward is null);
            RuleFor(x => x.AttachmentIds).AtMost(EntryFile.MostOfOne).Must(ids => ids!.Distinct().Count() == ids!.Count).Says(FileRefusals.NotAttachable);
            RuleFor(x => x.AttachmentIds).Must(ids => ids.Count == 0).Says(MessageRefusals.ForwardAlone).When(x => x.Forward is not null);
            RuleFor(x => x.Forward!.ConversationId).NotEmpty().When(x => x.Forward is not null);
            RuleFor(x => x.Forward!.Number).GreaterThan(0).When(x => x.Forward is not null);
            RuleFor(x => x.ReplyTo).GreaterThan(0);
            RuleFor(x => x.Thread).GreaterThan(0);
            RuleFor(x => x.Status!).SetValidator(new WantedStatusValidator()).When(x => x.Status is not null);
        }
    }

    internal sealed class Handler(IMessageLog log, IDrafts drafts, IPaces paces, Deciders deciders, IMediator mediator, IViewerContext current) : IRequestHandler<PostMessage, PostedMessage>
    {
        public async Task<PostedMessage> Handle(PostMessage command, CancellationToken cancellationToken)
        {
            var author = current.Viewer;
            await paces.TakeTurnAsync(author.IsGuest ? Pace.GuestMessages : Pace.Messages, author.MemberId, MessageRefusals.TooMany, cancellationToken);
            var text = MessageText.SaysSomething(command.Text) ? command.Text : "";
            var message = new NewMessage(command.ConversationId, command.ClientMessageId, text, command.ReplyTo) { Thread = command.Thread, AttachmentIds = command.AttachmentIds, Forward = command.Forward, Status = command.Status };
            if (command.Status is not null) await deciders.MayAskAsync(command.ConversationId, command.Status, cancellationToken);
            var posted = await log.PostAsync(author, message, cancellationToken);
            if (!posted.IsRepeat) await drafts.SentAsync(author, command.ConversationId, command.Thread ?? Draft.MainStream);
            if (posted.Answers.Count > 0) await mediator.Send(new AnswerDecisions(command.ConversationId, posted.Answers, posted.Entry.Number), cancellationToken);
            return posted;
        }
    }
}
