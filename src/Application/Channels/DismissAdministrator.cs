using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;

namespace ClientChats.Application.Channels;

/// <summary>Takes the administration of a channel from somebody, who remains its member; one administrator always remains.</summary>
public sealed record DismissAdministrator(Guid ChannelId, Guid MemberId) : ICommand, IForMembers
{
    internal sealed class Handler(ChannelAccess access, TimeProvider time) : ICommandHandler<DismissAdministrator>
    {
        public async Task Handle(DismissAdministrator command, CancellationToken ct)
        {
            var (channel, conversation, by) = await access.OpenAsync(command.ChannelId, ct);
            Refuse.Unless(conversation.AbilitiesBesidesArchiveOf(by).Appoint, ChannelRefusals.MayNotAppoint);
            Refuse.If(conversation.IsArchived, ConversationRefusals.Archived);

            channel.Dismiss(command.MemberId);
            conversation.Note(new SystemFact(SystemFactType.AdministratorDismissed) { By = by.Viewer.MemberId, Person = command.MemberId }, time.GetUtcNow());
            conversation.PeopleChanged();
        }
    }
}
