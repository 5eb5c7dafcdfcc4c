using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>An author changes what he wrote, within 24 hours; everybody who sees it gets the new wording, and employees may read the former ones.</summary>
public sealed record EditMessage(Guid ConversationId, long Number, string Text) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<EditMessage>
    {
        public Validator() => RuleFor(x => x.Text).NotNull().MaximumLength(MessageText.MaxLength);
    }

    internal sealed class Handler(ConversationAccess access, IMentionables mentionables, IPaces paces, IViewerContext current, TimeProvider time) : ICommandHandler<EditMessage>
    {
        public async Task Handle(EditMessage command, CancellationToken ct)
        {
            var author = current.Viewer;
            await paces.TakeTurnAsync(author.IsGuest ? Pace.GuestMessages : Pace.Messages, author.MemberId, MessageRefusals.TooMany, ct);
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            var text = MessageText.SaysSomething(command.Text) ? command.Text : "";
            var mentions = await mentionables.FindAsync(author.OrganizationId, command.ConversationId, author, text, ct);
            conversation.Edit(entry, text, mentions, by, time.GetUtcNow());
        }
    }
}
