using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>Somebody who will read what is written now, and by which rules he sees it; rules are for employees only.</summary>
/// <param name="ParticipantId">The person in conversations; for a member the same as his id.</param>
/// <param name="MemberId">The member; absent for people outside.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="IsClient">A guest, or somebody outside who is no employee.</param>
/// <param name="Rules">The rules by which he sees it; for employees only.</param>
/// <param name="AvatarUrl">Where his picture is; absent where he has none.</param>
public sealed record ViewerOfConversation(Guid ParticipantId, Guid? MemberId, string DisplayName, bool IsClient, IReadOnlyList<AccessRule>? Rules, string? AvatarUrl);

/// <summary>Who will read a conversation. Guests get its people without rules or counts, and only that somebody oversees it.</summary>
/// <param name="Items">The people.</param>
/// <param name="Clients">How many of them are clients; for employees only.</param>
/// <param name="Employees">How many of them are employees; for employees only.</param>
/// <param name="Oversight">For guests: somebody else of the organization may read too.</param>
public sealed record ViewersView(IReadOnlyList<ViewerOfConversation> Items, int? Clients, int? Employees, bool? Oversight);

/// <summary>The rules by which somebody sees a conversation.</summary>
public enum AccessRule { Member, PublicChannel, Supervisor, QualityControl, Responsible, Unlinked }

/// <summary>Who will read this: every employee who sees the conversation, and the clients in it.</summary>
public sealed record ListViewers(Guid ConversationId) : IQuery<ViewersView>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, AccessQuestion question, IViewerContext current) : IQueryHandler<ListViewers, ViewersView>
    {
        public async Task<ViewersView> Handle(ListViewers query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            await access.ManagedOrSeenAsync(query.ConversationId, cancellationToken);

            var clients = await ClientsAsync(viewer, query.ConversationId, cancellationToken);
            return viewer.IsGuest
                ? await ForGuestAsync(viewer, query.ConversationId, clients, cancellationToken)
                : await ForEmployeeAsync(viewer, query.ConversationId, clients, cancellationToken);
        }

        private async Task<ViewersView> ForEmployeeAsync(Viewer viewer, Guid conversationId, List<ViewerOfConversation> clients, CancellationToken ct)
        {
            var rules = await question.RulesOfViewersAsync(viewer.OrganizationId, conversationId, ct);

            // Who takes part from a number of his own reads in his messenger, and is opened nothing by it here.
            var fromOwnNumber = await (
                from presence in db.BridgedPresences
                where presence.OrganizationId == viewer.OrganizationId && presence.ConversationId == conversationId && presence.IsPresent
                join person in db.OutsideParticipants on new { presence.OrganizationId, Id = presence.ParticipantId } equals new { person.OrganizationId, person.Id }
                where person.MemberId != null
                select person.MemberId!.Value).ToListAsync(ct);
            foreach (var id in fromOwnNumber) rules.TryAdd(id, []);

            var ids = rules.Keys.ToList();
            var employees = await db.Members.AsNoTracking()
                .Where(m => m.OrganizationId == viewer.OrganizationId && ids.Contains(m.Id) && m.Role != Role.Guest)
                .OrderBy(m => m.LastName).ThenBy(m => m.FirstName).ThenBy(m => m.Id)
                .ToListAsync(ct);
            return new ViewersView(
                [.. clients, .. employees.Select(m => new ViewerOfConversation(m.Id, m.Id, m.DisplayName, false, rules[m.Id], AvatarUrl.OfMember(m.Id, m.AvatarId)))], clients.Count, employees.Count, Oversight: null);
        }

        private async Task<ViewersView> ForGuestAsync(Viewer viewer, Guid conversationId, List<ViewerOfConversation> clients, CancellationToken ct)
        {
            var colleagues = await db.ConversationMembers.AsNoTracking()
                .Where(m => m.OrganizationId == viewer.OrganizationId && m.ConversationId == conversationId && m.Person!.Role != Role.Guest && m.Person.Status == MemberStatus.Active)
                .OrderBy(m => m.Person!.LastName).ThenBy(m => m.Person!.FirstName)
                .Select(m => new ViewerOfConversation(m.MemberId, m.MemberId, m.Person!.FirstName + " " + m.Person.LastName, false, null, AvatarUrl.OfMember(m.MemberId, m.Person.AvatarId)))
                .ToListAsync(ct);
            return new ViewersView([.. clients.Where(c => c.MemberId != viewer.MemberId), .. colleagues], null, null, await question.IsOverseenAsync(viewer.OrganizationId, conversationId, ct));
        }

        private async Task<List<ViewerOfConversation>> ClientsAsync(Viewer viewer, Guid conversationId, CancellationToken ct) => await (
            from client in db.PresentClients
            where client.OrganizationId == viewer.OrganizationId && client.ConversationId == conversationId
            join person in db.Participants on new { client.OrganizationId, Id = client.ParticipantId } equals new { person.OrganizationId, person.Id }
            join member in db.Members on new { person.OrganizationId, Id = person.MemberId } equals new { member.OrganizationId, Id = (Guid?)member.Id } into own
            from member in own.DefaultIfEmpty()
            orderby person.DisplayName
            select new ViewerOfConversation(person.ParticipantId, person.MemberId, person.DisplayName, true, null, AvatarUrl.OfMember(person.MemberId, member.AvatarId))).ToListAsync(ct);
    }
}
