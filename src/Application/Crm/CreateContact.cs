using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>Somebody makes a contact for a client whom he sees, and is responsible for him from now on.</summary>
/// <param name="ParticipantId">A client of a conversation that one sees.</param>
/// <param name="Name">At most 300 characters; without it he is called as in the conversation.</param>
public sealed record CreateContact(Guid ParticipantId, string? Name) : ICommand<ContactView>, IChangesVisibility, IForMembers
{
    internal sealed class Validator : AbstractValidator<CreateContact>
    {
        public Validator() => RuleFor(x => x.Name).MaximumLength(Contact.MaxNameLength);
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ConversationAccess access, ClientAccess clients, ContactReach reach, ContactLinks links, ContactReader reader, TimeProvider time)
        : ICommandHandler<CreateContact, ContactView>
    {
        public async Task<ContactView> Handle(CreateContact command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            await clients.OpenAsync(await WhereAsync(viewer, command.ParticipantId, cancellationToken), command.ParticipantId, cancellationToken);

            var name = string.IsNullOrWhiteSpace(command.Name)
                ? await db.Participants.Where(p => p.OrganizationId == viewer.OrganizationId && p.Id == command.ParticipantId).Select(p => p.DisplayName).SingleAsync(cancellationToken)
                : command.Name;
            var keys = await links.KeysAsync(viewer.OrganizationId, command.ParticipantId, cancellationToken);
            var now = time.GetUtcNow();
            var contact = Contact.Known(viewer.OrganizationId, $"hand:{Guid.CreateVersion7(now)}");
            contact.Replace(new ContactState(PersonName.Tidy(name), [.. keys.Select(key => (key.Kind, key.Value))], viewer.MemberId, null, []), null, now);
            db.Contacts.Add(contact);
            await db.FlushAsync(cancellationToken);

            await links.LinkByHandAsync(viewer.OrganizationId, command.ParticipantId, contact.ExternalId, cancellationToken);
            await db.FlushAsync(cancellationToken);
            await clients.FollowAsync(viewer.OrganizationId, await links.AlignAsync(contact, cancellationToken), cancellationToken);
            return await reader.ReadAsync(contact, cancellationToken);
        }

        /// <summary>A conversation with this client that the viewer reads; one in which he may link him, where there is one.</summary>
        private async Task<Guid> WhereAsync(Viewer viewer, Guid participantId, CancellationToken ct)
        {
            var ids = await reach.ConversationsOfAsync(viewer.OrganizationId, [participantId], ct);
            var seen = await db.StandingsIn(access.VisibleTo(viewer).Where(c => ids.Contains(c.Id)), viewer.OrganizationId, viewer.MemberId).AsNoTracking().ToListAsync(ct);
            Refuse.If(seen.Count == 0, CrmRefusals.ClientNotFound);
            return (seen.Find(one => one.Conversation.AbilitiesOf(one.Row.Of(viewer.OrganizationId, viewer.MemberId)).LinkClients) ?? seen[0]).Conversation.Id;
        }
    }
}
