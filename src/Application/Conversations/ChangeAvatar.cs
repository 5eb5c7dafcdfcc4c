using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Conversations;

/// <summary>Gives a conversation a picture, such as the client company's logo; everybody who sees it gets it at once.</summary>
public sealed record ChangeAvatar(Guid ConversationId, Guid FileId) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<ChangeAvatar>
    {
        public Validator() => RuleFor(x => x.FileId).NotEmpty();
    }

    internal sealed class Handler(ConversationAccess access, Avatars avatars) : ICommandHandler<ChangeAvatar>
    {
        public async Task Handle(ChangeAvatar command, CancellationToken ct)
        {
            var seen = await access.ManagedOrSeenAsync(command.ConversationId, ct);
            await avatars.ExamineAsync(command.FileId, seen.Viewer, ct);

            var (conversation, by) = await access.OpenAsync(command.ConversationId, ct);
            conversation.ShowPicture(command.FileId, by);
            await avatars.HoldAsync(command.FileId, by.Viewer, ct);
        }
    }
}
