using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Chats;

/// <summary>Gives a chat another name; everybody in it sees it at once. A mirrored chat keeps its name here from then on.</summary>
public sealed record RenameChat(Guid ChatId, string Name) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<RenameChat>
    {
        public Validator() => RuleFor(x => x.Name).NotBlank().MaximumLength(Conversation.MaxNameLength);
    }

    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, TimeProvider time) : ICommandHandler<RenameChat>
    {
        public async Task Handle(RenameChat command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ChatId, ct);
            conversation.Rename(command.Name, by, time.GetUtcNow());
            if (conversation.Kind != ConversationKind.Bridged) return;

            var mirrored = await db.BridgedChats.SingleAsync(c => c.OrganizationId == conversation.OrganizationId && c.Id == conversation.Id, ct);
            mirrored.NameHere();
        }
    }
}
