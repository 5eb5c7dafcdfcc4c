using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Chats;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Chats;

/// <summary>The owner of a group chat makes another employee in it the owner; where there is none, an administrator appoints one, who becomes a member.</summary>
public sealed record HandOnChat(Guid ChatId, Guid MemberId) : ICommand, IChangesVisibility, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, TimeProvider time) : ICommandHandler<HandOnChat>
    {
        public async Task Handle(HandOnChat command, CancellationToken ct)
        {
            var (conversation, by) = await access.OpenAsync(command.ChatId, ct);
            Refuse.If(conversation.Kind != ConversationKind.Group, ChatRefusals.NotAGroup);
            var chat = await db.Chats.SingleAsync(c => c.OrganizationId == conversation.OrganizationId && c.Id == conversation.Id, ct);
            Refuse.Unless(by.Leads || chat.OwnerId is null && by.IsManager, ChatRefusals.MayNotHandOn);
            Refuse.If(conversation.IsArchived, ConversationRefusals.Archived);

            var person = await db.Members.SingleOrDefaultAsync(m => m.OrganizationId == by.Viewer.OrganizationId && m.Id == command.MemberId && m.Status == MemberStatus.Active, ct)
                ?? throw new RefusedException(MemberRefusals.NotFound);
            Refuse.If(person.IsGuest, ChatRefusals.GuestsDoNotOwn);
            if (chat.OwnerId == person.Id) return;

            var isInside = conversation.Members.Any(m => m.MemberId == person.Id);
            Refuse.Unless(isInside || chat.OwnerId is null, ChatRefusals.OwnerIsInside);
            var now = time.GetUtcNow();
            if (!isInside) conversation.Add(person, History.All, by, now);
            chat.PassTo(person.Id);
            conversation.Note(new SystemFact(SystemFactType.OwnerChanged) { By = by.Viewer.MemberId, Person = person.Id }, now);
            conversation.PeopleChanged();
        }
    }
}
