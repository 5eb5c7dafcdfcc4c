using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>What the viewer may do with a member of a conversation.</summary>
/// <param name="Remove">Take him out of the conversation.</param>
/// <param name="HandOn">Make him the owner of the chat.</param>
/// <param name="Appoint">Make him an administrator of the channel.</param>
/// <param name="Dismiss">Take the administration of the channel from him.</param>
public sealed record MembershipAbilities(bool Remove, bool HandOn, bool Appoint, bool Dismiss);

/// <summary>A member of a conversation.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="Role">The role in the organization.</param>
/// <param name="IsClient">A guest, or somebody outside who is no employee.</param>
/// <param name="IsOwner">He owns the chat.</param>
/// <param name="IsAdministrator">He administers the channel.</param>
/// <param name="ByCrm">He is in it as the responsible and leaves with that reason.</param>
/// <param name="History">How much of the past he was given.</param>
/// <param name="AddedAt">Since when he is in it.</param>
/// <param name="Company">The guest's company, where it is known.</param>
/// <param name="Can">What the reader may do to him here.</param>
/// <param name="AvatarUrl">Where his picture is; absent where he has none.</param>
public sealed record MemberOfConversation(
    Guid MemberId, string DisplayName, Role Role, bool IsClient, bool IsOwner, bool IsAdministrator, bool? ByCrm, History? History, DateTimeOffset? AddedAt, string? Company, MembershipAbilities Can, string? AvatarUrl);

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
            var administrators = await db.Channels.Where(c => c.OrganizationId == organizationId && c.Id == query.ConversationId)
                .SelectMany(c => c.Administrators).Select(a => a.MemberId).ToListAsync(cancellationToken);
            var (can, employee) = (conversation.AbilitiesOf(by), by.Viewer.IsEmployee);
            return new Page<MemberOfConversation>(
                [.. conversation.Members.OrderByDescending(m => m.IsGuest).ThenBy(m => m.Person!.LastName).ThenBy(m => m.Person!.FirstName).Select(m => new MemberOfConversation(
                    m.MemberId, m.Person!.DisplayName, m.Person.Role, m.IsGuest, m.MemberId == owner, administrators.Contains(m.MemberId), employee && m.IsByCrm ? true : null,
                    employee ? m.History : null, employee ? m.AddedAt : null, m.Person.Company, AbilitiesOn(m), AvatarUrl.OfMember(m.MemberId, m.Person.AvatarId)))],
                null);

            MembershipAbilities AbilitiesOn(ConversationMember member) => new(
                Remove: member.MemberId == by.Viewer.MemberId ? can.Leave : can.Remove || can.RemoveGuests && member.IsGuest,
                HandOn: MayLead(member) && member.MemberId != owner && can.HandOn && (by.Leads || owner is null),
                Appoint: MayLead(member) && !administrators.Contains(member.MemberId) && can.Appoint,
                Dismiss: can.Appoint && administrators.Count > 1 && administrators.Contains(member.MemberId));
        }

        private static bool MayLead(ConversationMember member) => member is { IsGuest: false, Person.IsActive: true };
    }
}
