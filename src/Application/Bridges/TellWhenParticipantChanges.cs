using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;

namespace ClientChats.Application.Bridges;

/// <summary>A person outside who goes by another name is told of, so that nobody shows the former one.</summary>
internal sealed class TellWhenParticipantChanges(ILiveNotices notices) : IReaction<OutsideParticipantChanged>
{
    public Task React(OutsideParticipantChanged happened, CancellationToken ct)
    {
        notices.Add(new ProfileNotice(happened.OrganizationId, happened.ParticipantId));
        return Task.CompletedTask;
    }
}
