using ClientChats.Application.Kernel;
using ClientChats.Domain.Crm;
using FluentValidation;

namespace ClientChats.Application.Crm;

/// <summary>Somebody says that a client is not this contact, or none of those that he was taken for; it is not made out again by itself.</summary>
public sealed record UnlinkClient(Guid ConversationId, Guid ParticipantId, string? ExternalId) : ICommand, IChangesVisibility, IForMembers
{
    internal sealed class Validator : AbstractValidator<UnlinkClient>
    {
        public Validator() => RuleFor(x => x.ExternalId).MaximumLength(Contact.MaxExternalIdLength);
    }

    internal sealed class Handler(ClientAccess clients, ContactLinks links) : ICommandHandler<UnlinkClient>
    {
        public async Task Handle(UnlinkClient command, CancellationToken ct)
        {
            var by = await clients.OpenAsync(command.ConversationId, command.ParticipantId, ct);
            await links.RemoveByHandAsync(by.Viewer.OrganizationId, command.ParticipantId, command.ExternalId, by.Viewer.MemberId, ct);
            await clients.FollowAsync(by.Viewer.OrganizationId, [command.ParticipantId], ct);
        }
    }
}
