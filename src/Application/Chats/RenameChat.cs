using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using FluentValidation;

namespace ClientChats.Application.Chats;

/// <summary>Gives a chat another name; everybody in it sees it at once. A mirrored chat keeps its name here from then on.</summary>
public sealed record RenameChat(Guid ChatId, string Name) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<RenameChat>
    {
        public Validator() => RuleFor(x => x.Name).NotBlank().MaximumLength(Conversation.MaxNameLength);
    }

    internal sealed class Handler(Renaming renaming, ConversationAccess access, TimeProvider time) : ICommandHandler<RenameChat>
    {
        public async Task Handle(RenameChat command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ChatId, ct);
            await renaming.RenameAsync(conversation, command.Name, by, time.GetUtcNow(), ct);
        }
    }
}
