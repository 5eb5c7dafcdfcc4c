using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>Takes one's emoji back from under a message; again is no error.</summary>
public sealed record TakeBackReaction(Guid ConversationId, long Number, string Emoji) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<TakeBackReaction>
    {
        public Validator() => RuleFor(x => x.Emoji).IsOneEmoji();
    }

    internal sealed class Handler(ConversationAccess access) : ICommandHandler<TakeBackReaction>
    {
        public async Task Handle(TakeBackReaction command, CancellationToken ct)
        {
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            conversation.TakeBackReaction(entry, command.Emoji, by);
        }
    }
}
