using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>Puts one's emoji under a message; the same one again is one.</summary>
public sealed record ReactToMessage(Guid ConversationId, long Number, string Emoji) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<ReactToMessage>
    {
        public Validator() => RuleFor(x => x.Emoji).IsOneEmoji();
    }

    internal sealed class Handler(ConversationAccess access, IPaces paces, IViewerContext current) : ICommandHandler<ReactToMessage>
    {
        public async Task Handle(ReactToMessage command, CancellationToken ct)
        {
            var person = current.Viewer;
            await paces.TakeTurnAsync(person.IsGuest ? Pace.GuestMessages : Pace.Messages, person.MemberId, MessageRefusals.TooMany, ct);
            var (conversation, entry, by) = await access.OpenEntryAsync(command.ConversationId, command.Number, ct);
            conversation.React(entry, command.Emoji, by);
        }
    }
}

internal static class EmojiRule
{
    public static void IsOneEmoji<T>(this IRuleBuilder<T, string> rule) => rule.NotEmpty().MaximumLength(Emoji.MaxLength).Must(Emoji.IsOne).Says(MessageRefusals.NotAnEmoji);
}
