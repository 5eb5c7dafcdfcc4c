using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Kernel;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Crm;

/// <summary>Somebody says which contact of the CRM a client is; this stands instead of what was recognised, and decides at once who sees the client's chats.</summary>
public sealed record LinkClient(Guid ConversationId, Guid ParticipantId, string ExternalId) : ICommand, IChangesVisibility, IForMembers
{
    internal sealed class Validator : AbstractValidator<LinkClient>
    {
        public Validator() => RuleFor(x => x.ExternalId).NotEmpty().MaximumLength(Contact.MaxExternalIdLength);
    }

    internal sealed class Handler(IClientChatsDb db, ClientAccess clients, ContactReader contacts, ContactLinks links) : ICommandHandler<LinkClient>
    {
        public async Task Handle(LinkClient command, CancellationToken ct)
        {
            var by = await clients.OpenAsync(command.ConversationId, command.ParticipantId, ct);
            Refuse.Unless(await contacts.KnownTo(by.Viewer).AnyAsync(c => c.ExternalId == command.ExternalId, ct), CrmRefusals.ContactNotFound);

            await links.LinkByHandAsync(by.Viewer.OrganizationId, command.ParticipantId, command.ExternalId, ct);
            await db.FlushAsync(ct);
            await clients.FollowAsync(by.Viewer.OrganizationId, [command.ParticipantId], ct);
        }
    }
}
