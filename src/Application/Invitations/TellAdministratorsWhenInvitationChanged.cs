using ClientChats.Application.Kernel;
using ClientChats.Domain.Invitations;

namespace ClientChats.Application.Invitations;

/// <summary>What administrators are told of a changed invitation.</summary>
public sealed record InvitationNews(Guid Id, InvitationStatus Status);

/// <summary>Administrators see an invitation change without reloading.</summary>
internal sealed class TellAdministratorsWhenInvitationChanged(ILiveNotices notices) : IReaction<InvitationChanged>
{
    public Task React(InvitationChanged happened, CancellationToken ct)
    {
        notices.Add(new AdministratorsNotice(happened.OrganizationId, AdministratorsNotice.InvitationChanged, new InvitationNews(happened.InvitationId, happened.Status)));
        return Task.CompletedTask;
    }
}
