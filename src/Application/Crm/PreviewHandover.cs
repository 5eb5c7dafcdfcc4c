using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>A contact that is about to be handed over.</summary>
/// <param name="ExternalId">The id that the CRM gave the contact.</param>
/// <param name="Name">The name in the CRM.</param>
/// <param name="Responsible">Who is responsible before the handover.</param>
public sealed record HandedContact(string ExternalId, string Name, ResponsibleView? Responsible);

/// <summary>A conversation that a handover opens or closes.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Messages">How many messages people have written in it.</param>
/// <param name="Since">When the first of them was written.</param>
public sealed record HandoverChat(Guid Id, string Name, ConversationKind Kind, long Messages, DateTimeOffset Since);

/// <summary>The conversations that somebody loses.</summary>
/// <param name="Member">Who loses them.</param>
/// <param name="Conversations">What he sees no longer.</param>
public sealed record HandoverLoss(MemberName Member, IReadOnlyList<HandoverChat> Conversations);

/// <summary>A conversation of these clients that a former responsible still sees, and why.</summary>
/// <param name="Member">Who keeps it.</param>
/// <param name="ConversationId">The conversation.</param>
/// <param name="ConversationName">Its name.</param>
/// <param name="Rules">The rules by which he goes on seeing it.</param>
public sealed record HandoverKeep(MemberName Member, Guid ConversationId, string ConversationName, IReadOnlyList<AccessRule> Rules);

/// <summary>What a handover would do, and the word by which it is recognised.</summary>
/// <param name="Expected">To be sent with the handover, so that nothing else happens than was shown.</param>
/// <param name="Contacts">The contacts that move.</param>
/// <param name="Gains">The chats that the new responsible gains.</param>
/// <param name="Loses">Who loses which chats.</param>
/// <param name="Keeps">Who goes on seeing a chat, and why.</param>
public sealed record HandoverPreview(
    string Expected, IReadOnlyList<HandedContact> Contacts, IReadOnlyList<HandoverChat> Gains, IReadOnlyList<HandoverLoss> Loses, IReadOnlyList<HandoverKeep> Keeps);

/// <summary>Who would gain and lose which conversations. It is the handover itself, undone before anybody could see it.</summary>
public sealed record PreviewHandover(HandoverInput Clients) : IQuery<HandoverPreview>, IForMembers
{
    internal sealed class Validator : AbstractValidator<PreviewHandover>
    {
        public Validator() => RuleFor(x => x.Clients).SetValidator(new HandoverValidator());
    }

    internal sealed class Handler(
        IClientChatsDb db, IUnitOfWork unit, IViewerContext current, HandoverSelection selection, ResponsibilityChange change, ContactReader reader, AccessQuestion question,
        ContactReach reach, ILiveNotices notices, TimeProvider time) : IQueryHandler<PreviewHandover, HandoverPreview>
    {
        public async Task<HandoverPreview> Handle(PreviewHandover query, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            await unit.BeginAsync(organizationId, cancellationToken);
            try
            {
                var contacts = await selection.SelectAsync(query.Clients, cancellationToken);
                var before = await reader.ReadAsync(contacts, cancellationToken);
                var ids = contacts.Select(c => c.ExternalId).ToList();
                var former = await db.ContactResponsibles.Where(r => r.OrganizationId == organizationId && ids.Contains(r.ExternalId) && r.MemberId != query.Clients.ToMemberId)
                    .Select(r => r.MemberId).Distinct().ToListAsync(cancellationToken);

                var now = time.GetUtcNow();
                var (changes, conversations) = await change.MakeAsync(contacts, "preview", () => contacts.ForEach(c => c.HandOverTo(query.Clients.ToMemberId, now)), cancellationToken);
                var concerned = await reach.FollowingCrmAsync(organizationId, conversations, cancellationToken);
                var chats = await ChatsAsync(organizationId, concerned, cancellationToken);
                return new HandoverPreview(
                    HandoverSelection.ExpectedOf(contacts, changes),
                    [.. before.Select(c => new HandedContact(c.ExternalId, c.Name, c.Responsible))],
                    [.. changes.Where(c => c.Gained && c.MemberId == query.Clients.ToMemberId).Select(c => chats[c.ConversationId]).OrderBy(c => c.Name)],
                    await LossesAsync(organizationId, changes, chats, cancellationToken),
                    await KeepsAsync(organizationId, former, chats, cancellationToken));
            }
            finally
            {
                notices.Take();
                await unit.AbandonAsync();
            }
        }

        private async Task<Dictionary<Guid, HandoverChat>> ChatsAsync(Guid organizationId, List<Guid> ids, CancellationToken ct) => await db.Conversations
            .Where(c => c.OrganizationId == organizationId && ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => new HandoverChat(c.Id, c.Name, c.Kind, c.MessageCount - c.DeletedCount, c.CreatedAt), ct);

        private async Task<List<HandoverLoss>> LossesAsync(Guid organizationId, IReadOnlyList<AccessChange> changes, Dictionary<Guid, HandoverChat> chats, CancellationToken ct)
        {
            var lost = changes.Where(c => c is { Gained: false, MemberId: not null }).ToLookup(c => c.MemberId!.Value);
            var names = await NamesAsync(organizationId, [.. lost.Select(l => l.Key)], ct);
            return [.. lost.Select(l => new HandoverLoss(names[l.Key], [.. l.Select(c => chats[c.ConversationId]).OrderBy(c => c.Name)])).OrderBy(l => l.Member.DisplayName)];
        }

        private async Task<List<HandoverKeep>> KeepsAsync(Guid organizationId, List<Guid> former, Dictionary<Guid, HandoverChat> chats, CancellationToken ct)
        {
            var keeps = new List<HandoverKeep>();
            var names = await NamesAsync(organizationId, former, ct);
            foreach (var chat in chats.Values.OrderBy(c => c.Name))
            {
                var rules = await question.RulesOfViewersAsync(organizationId, chat.Id, ct);
                keeps.AddRange(former.Where(rules.ContainsKey).Select(id => new HandoverKeep(names[id], chat.Id, chat.Name, rules[id])));
            }

            return keeps;
        }

        private Task<Dictionary<Guid, MemberName>> NamesAsync(Guid organizationId, List<Guid> ids, CancellationToken ct) => db.Members
            .Where(m => m.OrganizationId == organizationId && ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => new MemberName(m.Id, m.FirstName + " " + m.LastName), ct);
    }
}
