using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using FluentValidation;

namespace ClientChats.Application.Channels;

/// <summary>An administrator of a channel renames it, opens it to all employees, or closes it to all but its members.</summary>
public sealed record ChangeChannel(Guid ChannelId, Given<string> Name, Given<ChannelVisibility?> Visibility) : ICommand, IChangesVisibility, IForMembers
{
    internal sealed class Validator : AbstractValidator<ChangeChannel>
    {
        public Validator()
        {
            RuleFor(x => x.Name.Value!).NotBlank().MaximumLength(Conversation.MaxNameLength).When(x => x.Name.IsGiven).OverridePropertyName(nameof(Name));
            RuleFor(x => x.Visibility.Value).NotNull().IsInEnum().When(x => x.Visibility.IsGiven).OverridePropertyName(nameof(Visibility));
        }
    }

    internal sealed class Handler(ChannelAccess access, TimeProvider time) : ICommandHandler<ChangeChannel>
    {
        public async Task Handle(ChangeChannel command, CancellationToken ct)
        {
            var (channel, conversation, by) = await access.OpenAsync(command.ChannelId, ct);
            var now = time.GetUtcNow();
            if (command.Name.Value is { } name) conversation.Rename(name, by, now);
            if (command.Visibility.Value is not { } visibility || !channel.Show(visibility, conversation, by)) return;

            var fact = visibility == ChannelVisibility.Public ? SystemFactType.BecamePublic : SystemFactType.BecamePrivate;
            conversation.Note(new SystemFact(fact) { By = by.Viewer.MemberId }, now);
            conversation.AudienceChanged(visibility == ChannelVisibility.Public ? "channelOpened" : "channelClosed");
            conversation.Changed();
        }
    }
}
