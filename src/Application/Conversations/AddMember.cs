using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>Adds somebody to a conversation, with its whole history or from now on; answers whether he is new in it.</summary>
public sealed record AddMember(Guid ConversationId, Guid MemberId, History History) : ICommand<bool>, IChangesVisibility, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, TimeProvider time) : ICommandHandler<AddMember, bool>
    {
        public async Task<bool> Handle(AddMember command, CancellationToken cancellationToken)
        {
            var (conversation, by) = await access.OpenAsync(command.ConversationId, cancellationToken);
            Refuse.If(by.Viewer.IsGuest, ConversationRefusals.MayNotAdd);
            var person = await db.Members.SingleOrDefaultAsync(m => m.OrganizationId == by.Viewer.OrganizationId && m.Id == command.MemberId && m.Status == MemberStatus.Active, cancellationToken)
                ?? throw new RefusedException(MemberRefusals.NotFound);

            var isNew = conversation.Members.All(member => member.MemberId != person.Id);
            conversation.Add(person, command.History, by, time.GetUtcNow());
            return isNew;
        }
    }
}
