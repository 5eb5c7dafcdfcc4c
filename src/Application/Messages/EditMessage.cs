using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>An author changes what he wrote, within 24 hours; everybody who sees it gets the new wording, and employees may read the former ones.</summary>
public sealed record EditMessage(Guid ConversationId, long Number, string Text) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<EditMessage>
    {
        public Validator() => RuleFor(x => x.Text).NotEmpty().MaximumLength(MessageText.MaxLength).Must(MessageText.SaysSomething).WithErrorCode("messages.empty");
    }

    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, IPaces paces, TimeProvider time) : ICommandHandler<EditMessage>
    {
        public async Task Handle(EditMessage command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            await paces.TakeTurnAsync(by.Viewer.IsGuest ? Pace.GuestMessages : Pace.Messages, by.Viewer.MemberId, MessageRefusals.TooMany, ct);
            var entry = await db.Entries.SingleOrDefaultAsync(e => e.OrganizationId == conversation.OrganizationId && e.ConversationId == conversation.Id && e.Number == command.Number, ct);
            conversation.Edit(entry ?? throw new RefusedException(by.Sees ? MessageRefusals.NotFound : Domain.Conversations.ConversationRefusals.NotFound), command.Text, by, time.GetUtcNow());
        }
    }
}
