using ClientChats.Application.Kernel;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Channels;

/// <summary>Gives a channel another administrator, who thereby becomes a member of it.</summary>
public sealed record AppointAdministrator(Guid ChannelId, Guid MemberId) : ICommand, IChangesVisibility, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ChannelAccess access, TimeProvider time) : ICommandHandler<AppointAdministrator>
    {
        public async Task Handle(AppointAdministrator command, CancellationToken ct)
        {
            var (channel, conversation, by) = await access.OpenAsync(command.ChannelId, ct);
            Refuse.Unless(conversation.AbilitiesBesidesArchiveOf(by).Appoint, ChannelRefusals.MayNotAppoint);
            Refuse.If(conversation.IsArchived, ConversationRefusals.Archived);
            var person = await db.Members.SingleOrDefaultAsync(m => m.OrganizationId == by.Viewer.OrganizationId && m.Id == command.MemberId && m.Status == MemberStatus.Active, ct)
                ?? throw new RefusedException(MemberRefusals.NotFound);

            var now = time.GetUtcNow();
            if (!channel.Appoint(person, now)) return;
            if (conversation.Members.All(m => m.MemberId != person.Id)) conversation.Add(person, History.All, by, now);
            conversation.Note(new SystemFact(SystemFactType.AdministratorAppointed) { By = by.Viewer.MemberId, Person = person.Id }, now);
            conversation.PeopleChanged();
        }
    }
}
