using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>What the viewer may do with a member of a conversation.</summary>
public sealed record MemberAbilities(bool Remove);

/// <summary>A member of a conversation.</summary>
public sealed record MemberOfConversation(
    Guid MemberId, string DisplayName, Role Role, bool IsClient, bool IsOwner, bool? ByCrm, History? History, DateTimeOffset? AddedAt, string? Company, MemberAbilities Can);

/// <summary>The members of a conversation that one sees or manages; guests get names and companies only.</summary>
public sealed record ListMembers(Guid ConversationId) : IQuery<Page<MemberOfConversation>>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access) : IQueryHandler<ListMembers, Page<MemberOfConversation>>
    {
        public async Task<Page<MemberOfConversation>> Handle(ListMembers query, CancellationToken cancellationToken)
        {
            var by = await access.ManagedOrSeenAsync(query.ConversationId, cancellationToken);
            var organizationId = by.Viewer.OrganizationId;
            var conversation = await db.Conversations.AsNoTracking().Include(c => c.Members).ThenInclude(m => m.Person)
                .SingleAsync(c => c.OrganizationId == organizationId && c.Id == query.ConversationId, cancellationToken);
            var owner = await db.Chats.Where(c => c.OrganizationId == organizationId && c.Id == query.ConversationId).Select(c => c.OwnerId).SingleOrDefaultAsync(cancellationToken);
            var can = conversation.AbilitiesOf(by);
            var employee = by.Viewer.IsEmployee;
            return new Page<MemberOfConversation>(
                [.. conversation.Members.OrderByDescending(m => m.IsGuest).ThenBy(m => m.Person!.LastName).ThenBy(m => m.Person!.FirstName).Select(m => new MemberOfConversation(
                    m.MemberId, m.Person!.DisplayName, m.Person.Role, m.IsGuest, m.MemberId == owner, employee && m.IsByCrm ? true : null, employee ? m.History : null, employee ? m.AddedAt : null,
                    m.Person.Company, new MemberAbilities(m.MemberId == by.Viewer.MemberId ? can.Leave : can.Remove || can.RemoveGuests && m.IsGuest)))],
                null);
        }
    }
}
