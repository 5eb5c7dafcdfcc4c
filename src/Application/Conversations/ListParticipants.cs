using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>What a person is in conversations: an account of the organization, or somebody outside.</summary>
public enum ParticipantKind { Member, Outside }

/// <summary>A contact of the CRM that a participant is.</summary>
/// <param name="ExternalId">The id that the CRM gave the contact.</param>
/// <param name="Name">The name in the CRM.</param>
/// <param name="LinkedBy">How the participant was recognised.</param>
/// <param name="Responsibles">Who is responsible for the contact now.</param>
public sealed record LinkedContact(string ExternalId, string Name, LinkedBy LinkedBy, IReadOnlyList<MemberName> Responsibles);

/// <summary>A person in a conversation. Phone, contacts and duties are for employees only.</summary>
/// <param name="ParticipantId">The person in conversations; for a member the same as his id.</param>
/// <param name="Kind">An account here, or somebody outside.</param>
/// <param name="MemberId">The member; absent for people outside.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="Company">The guest's company, where it is known.</param>
/// <param name="IsClient">A guest, or somebody outside who is no employee.</param>
/// <param name="Role">The role in the organization.</param>
/// <param name="ContactIds">The CRM contacts that he is; for employees only.</param>
/// <param name="Contacts">The same with names; for employees only.</param>
/// <param name="Phone">His number; for employees only.</param>
/// <param name="OwnNumber">An employee who takes part from a number of his own.</param>
/// <param name="Presence">Whether a member is in the app; absent for people outside.</param>
/// <param name="AvatarUrl">Where his picture is; absent where he has none.</param>
public sealed record ParticipantView(
    Guid ParticipantId, ParticipantKind Kind, Guid? MemberId, string DisplayName, string? Company, bool IsClient, Role? Role,
    IReadOnlyList<string>? ContactIds, IReadOnlyList<LinkedContact>? Contacts, string? Phone, bool? OwnNumber, Presence? Presence, string? AvatarUrl);

/// <summary>All people in a conversation: its members, and in a mirrored group those outside.</summary>
public sealed record ListParticipants(Guid ConversationId) : IQuery<Page<ParticipantView>>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, IPresence presence) : IQueryHandler<ListParticipants, Page<ParticipantView>>
    {
        public async Task<Page<ParticipantView>> Handle(ListParticipants query, CancellationToken cancellationToken)
        {
            var by = await access.ManagedOrSeenAsync(query.ConversationId, cancellationToken);
            var organizationId = by.Viewer.OrganizationId;
            var members = await db.ConversationMembers.AsNoTracking().Include(m => m.Person)
                .Where(m => m.OrganizationId == organizationId && m.ConversationId == query.ConversationId).ToListAsync(cancellationToken);
            var outside = await (
                from presence in db.BridgedPresences
                where presence.OrganizationId == organizationId && presence.ConversationId == query.ConversationId && presence.IsPresent
                join person in db.OutsideParticipants on new { presence.OrganizationId, Id = presence.ParticipantId } equals new { person.OrganizationId, person.Id }
                join member in db.Members on new { person.OrganizationId, Id = person.MemberId } equals new { member.OrganizationId, Id = (Guid?)member.Id } into own
                from member in own.DefaultIfEmpty()
                select new { Person = person, Member = member }).ToListAsync(cancellationToken);

            var contacts = by.Viewer.IsEmployee
                ? await ContactsAsync(organizationId, [.. members.Select(m => m.MemberId), .. outside.Select(o => o.Person.Id)], cancellationToken)
                : null;
            var views = members.Select(m => new ParticipantView(
                    m.MemberId, ParticipantKind.Member, m.MemberId, m.Person!.DisplayName, m.Person.Company, m.IsGuest, m.Person.Role,
                    Ids(contacts?[m.MemberId]), contacts?[m.MemberId].ToList(), null, null, by.Sees ? presence.PresenceOf(organizationId, m.MemberId) : null, AvatarUrl.OfMember(m.MemberId, m.Person.AvatarId)))
                .Concat(outside.Select(o => new ParticipantView(
                    o.Member?.Id ?? o.Person.Id, o.Member is null ? ParticipantKind.Outside : ParticipantKind.Member, o.Member?.Id, o.Member?.DisplayName ?? o.Person.DisplayName, null,
                    o.Person.IsClient, o.Member?.Role, Ids(contacts?[o.Person.Id]), contacts?[o.Person.Id].ToList(), by.Viewer.IsEmployee ? o.Person.Phone : null, o.Member is null ? null : true,
                    Presence: null, AvatarUrl.OfMember(o.Member?.Id, o.Member?.AvatarId))));
            return new Page<ParticipantView>([.. views.OrderByDescending(p => p.IsClient).ThenBy(p => p.DisplayName, StringComparer.CurrentCulture)], null);
        }

        private static List<string>? Ids(IEnumerable<LinkedContact>? contacts) => contacts?.Select(c => c.ExternalId).ToList();

        private async Task<ILookup<Guid, LinkedContact>> ContactsAsync(Guid organizationId, List<Guid> people, CancellationToken ct)
        {
            var links = await (
                from link in db.ParticipantContacts
                where link.OrganizationId == organizationId && people.Contains(link.ParticipantId)
                join contact in db.Contacts on new { link.OrganizationId, link.ExternalId } equals new { contact.OrganizationId, contact.ExternalId }
                orderby contact.Name
                select new { link.ParticipantId, link.ExternalId, contact.Name, link.LinkedBy }).ToListAsync(ct);
            var ids = links.Select(l => l.ExternalId).Distinct().ToList();
            var responsibles = (await (
                from responsible in db.ContactResponsibles
                where responsible.OrganizationId == organizationId && ids.Contains(responsible.ExternalId)
                join member in db.Members on new { responsible.OrganizationId, Id = responsible.MemberId } equals new { member.OrganizationId, member.Id }
                select new { responsible.ExternalId, Name = new MemberName(member.Id, member.FirstName + " " + member.LastName) }).ToListAsync(ct))
                .ToLookup(r => r.ExternalId, r => r.Name);
            return links.ToLookup(l => l.ParticipantId, l => new LinkedContact(l.ExternalId, l.Name, l.LinkedBy, [.. responsibles[l.ExternalId]]));
        }
    }
}
