using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Organizations;

/// <summary>A changed name is told to open connections.</summary>
internal sealed class TellWhenProfileChanged(ILiveNotices notices) : IReaction<MemberProfileChanged>
{
    public Task React(MemberProfileChanged happened, CancellationToken ct)
    {
        notices.Add(new ProfileNotice(happened.OrganizationId, happened.MemberId));
        return Task.CompletedTask;
    }
}
