using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>A rule that opens the conversation to somebody, with its facts.</summary>
/// <param name="Rule">The rule that holds.</param>
/// <param name="ContactId">The CRM contact that it rests on.</param>
/// <param name="ContactName">The name of the contact.</param>
/// <param name="ParticipantId">The client who is that contact.</param>
/// <param name="ClientName">The name of the client.</param>
/// <param name="LinkedBy">How the client was recognised.</param>
/// <param name="Since">Since when the rule holds.</param>
public sealed record AccessReason(
    AccessRule Rule, string? ContactId, string? ContactName, Guid? ParticipantId, string? ClientName, LinkedBy? LinkedBy, DateTimeOffset? Since);

/// <summary>Facts that one might take for a reason, and that are none.</summary>
public enum IrrelevantFact { ClientNotLinked, ClientOfAnother, OwnNumber }

/// <summary>A fact that opens nothing to this person.</summary>
/// <param name="Fact">What it is.</param>
/// <param name="ParticipantId">The person in the conversation whom it concerns.</param>
/// <param name="DisplayName">His name.</param>
/// <param name="ContactId">The CRM contact that it concerns.</param>
/// <param name="Responsible">Who is responsible for that contact.</param>
public sealed record Irrelevance(IrrelevantFact Fact, Guid ParticipantId, string DisplayName, string? ContactId, string? Responsible);

/// <summary>Somebody, or a group, gained or lost the conversation.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Change"><c>gained</c> or <c>lost</c>.</param>
/// <param name="Member">Who; absent where it was a whole group.</param>
/// <param name="Group">Which group: <c>unlinked</c>, <c>overseen</c> or <c>public</c>.</param>
/// <param name="Cause">What had happened, such as <c>handover</c> or <c>memberAdded</c>.</param>
public sealed record AccessMoment(DateTimeOffset At, string Change, MemberName? Member, string? Group, string Cause);

/// <summary>Whether somebody sees a conversation, by which rules and facts, and how that came about.</summary>
/// <param name="Sees">Whether the person sees it now.</param>
/// <param name="Member">The person asked about.</param>
/// <param name="Because">Every rule by which he sees it, with its facts.</param>
/// <param name="Irrelevant">What one might take for a reason, and is none.</param>
/// <param name="History">When and why sight of it was gained and lost, newest first.</param>
public sealed record AccessExplanation(
    bool Sees, MemberName Member, IReadOnlyList<AccessReason> Because, IReadOnlyList<Irrelevance> Irrelevant, IReadOnlyList<AccessMoment> History);

/// <summary>Why do I see this? Every employee asks it for himself, an administrator for anybody.</summary>
public sealed record ExplainAccess(Guid ConversationId, Guid? MemberId) : IQuery<AccessExplanation>, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, AccessQuestion question, IAccessLog log, IViewerContext current)
        : IQueryHandler<ExplainAccess, AccessExplanation>
    {
        private const int MostMoments = 20;

        public async Task<AccessExplanation> Handle(ExplainAccess query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var forOther = query.MemberId is { } other && other != viewer.MemberId;
            Refuse.If(forOther && !viewer.IsAdministrator, MemberRefusals.MayNotManage);
            await access.ManagedOrSeenAsync(query.ConversationId, cancellationToken);

            var memberId = query.MemberId ?? viewer.MemberId;
            var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.OrganizationId == viewer.OrganizationId && m.Id == memberId, cancellationToken)
                ?? throw new RefusedException(MemberRefusals.NotFound);
            var audience = await question.AudienceAsync(viewer.OrganizationId, query.ConversationId, cancellationToken);
            var people = await PeopleAsync(viewer.OrganizationId, query.ConversationId, audience, cancellationToken);

            var because = await ReasonsAsync(member, query.ConversationId, audience, people, cancellationToken);
            return new AccessExplanation(
                because.Count > 0, new MemberName(member.Id, member.DisplayName), because, member.IsGuest ? [] : Irrelevant(member, people),
                await log.MomentsAsync(viewer.OrganizationId, query.ConversationId, member.Id, MostMoments, cancellationToken));
        }

        private async Task<List<AccessReason>> ReasonsAsync(Member member, Guid conversationId, List<AudienceRow> audience, List<PersonInIt> people, CancellationToken ct)
        {
            var reasons = new List<AccessReason>();
            foreach (var rule in AccessQuestion.RulesOf(member, audience).Distinct())
            {
                if (rule == AccessRule.Responsible)
                {
                    reasons.AddRange(audience.Where(row => row.MemberId == member.Id && row.Rule == "responsible").Select(row => Responsible(row, people)));
                    continue;
                }

                var since = rule == AccessRule.Member
                    ? await db.ConversationMembers.Where(m => m.OrganizationId == member.OrganizationId && m.ConversationId == conversationId && m.MemberId == member.Id)
                        .Select(m => (DateTimeOffset?)m.AddedAt).SingleOrDefaultAsync(ct)
                    : null;
                reasons.Add(new AccessReason(rule, null, null, null, null, null, since));
            }

            return reasons;
        }

        private static AccessReason Responsible(AudienceRow row, List<PersonInIt> people)
        {
            var person = people.Find(p => p.Id == row.ParticipantId);
            var link = person?.Links.Find(l => l.ExternalId == row.ExternalId);
            return new AccessReason(AccessRule.Responsible, row.ExternalId, link?.ContactName, person?.ParticipantId, person?.DisplayName, link?.LinkedBy, link?.LinkedAt);
        }

        private static List<Irrelevance> Irrelevant(Member member, List<PersonInIt> people)
        {
            var facts = new List<Irrelevance>();
            foreach (var person in people)
            {
                if (!person.IsClient)
                {
                    if (person.IsOutside) facts.Add(new Irrelevance(IrrelevantFact.OwnNumber, person.ParticipantId, person.DisplayName, null, null));
                }
                else if (person.Links.Count == 0)
                {
                    facts.Add(new Irrelevance(IrrelevantFact.ClientNotLinked, person.ParticipantId, person.DisplayName, null, null));
                }
                else
                {
                    facts.AddRange(person.Links.Where(link => link.Responsibles.All(r => r.MemberId != member.Id)).Select(link => new Irrelevance(
                        IrrelevantFact.ClientOfAnother, person.ParticipantId, person.DisplayName, link.ExternalId, link.Responsibles.Count == 0 ? null : string.Join(", ", link.Responsibles.Select(r => r.DisplayName)))));
                }
            }

            return facts;
        }

        private async Task<List<PersonInIt>> PeopleAsync(Guid organizationId, Guid conversationId, List<AudienceRow> audience, CancellationToken ct)
        {
            var outside = db.BridgedPresences.Where(p => p.OrganizationId == organizationId && p.ConversationId == conversationId && p.IsPresent).Select(p => p.ParticipantId);
            var guests = db.ConversationMembers.Where(m => m.OrganizationId == organizationId && m.ConversationId == conversationId && m.Person!.Role == Role.Guest).Select(m => m.MemberId);
            var counted = audience.Where(row => row.ParticipantId is not null).Select(row => row.ParticipantId!.Value).Distinct().ToList();
            var people = await db.Participants
                .Where(p => p.OrganizationId == organizationId && (outside.Contains(p.Id) || guests.Contains(p.Id) || counted.Contains(p.Id)))
                .OrderBy(p => p.DisplayName)
                .Select(p => new PersonInIt(p.Id, p.ParticipantId, p.MemberId, p.DisplayName, p.IsClient, outside.Contains(p.Id)))
                .ToListAsync(ct);

            var ids = people.Select(p => p.Id).ToList();
            var links = await (
                from link in db.ParticipantContacts
                where link.OrganizationId == organizationId && ids.Contains(link.ParticipantId)
                join contact in db.Contacts on new { link.OrganizationId, link.ExternalId } equals new { contact.OrganizationId, contact.ExternalId }
                orderby contact.Name
                select new { link.ParticipantId, Link = new LinkToContact(link.ExternalId, contact.Name, link.LinkedBy, link.LinkedAt) }).ToListAsync(ct);
            var contacts = links.Select(l => l.Link.ExternalId).Distinct().ToList();
            var responsibles = await (
                from responsible in db.ContactResponsibles
                where responsible.OrganizationId == organizationId && contacts.Contains(responsible.ExternalId)
                join member in db.Members on new { responsible.OrganizationId, Id = responsible.MemberId } equals new { member.OrganizationId, member.Id }
                select new { responsible.ExternalId, Name = new MemberName(member.Id, member.FirstName + " " + member.LastName) }).ToListAsync(ct);

            foreach (var link in links)
            {
                link.Link.Responsibles.AddRange(responsibles.Where(r => r.ExternalId == link.Link.ExternalId).Select(r => r.Name));
                people.Find(p => p.Id == link.ParticipantId)!.Links.Add(link.Link);
            }

            return people;
        }

        private sealed record PersonInIt(Guid Id, Guid ParticipantId, Guid? MemberId, string DisplayName, bool IsClient, bool IsOutside)
        {
            public List<LinkToContact> Links { get; } = [];
        }

        private sealed record LinkToContact(string ExternalId, string ContactName, LinkedBy LinkedBy, DateTimeOffset LinkedAt)
        {
            public List<MemberName> Responsibles { get; } = [];
        }
    }
}

/// <summary>The log of who gained and lost conversations.</summary>
public interface IAccessLog
{
    /// <summary>Changes of a conversation that concern a member, or a group that he belongs to, newest first.</summary>
    Task<IReadOnlyList<AccessMoment>> MomentsAsync(Guid organizationId, Guid conversationId, Guid memberId, int most, CancellationToken ct);
}
