using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Organizations;

/// <summary>
/// Whose standing changed is cut off and comes back with the rights that he has then. Deactivation ends his sessions, tokens
/// and links for good, so that reactivation does not bring them back; guests have no tokens.
/// </summary>
internal sealed class EndSignInsWhenStandingChanged(IClientChatsDb db, ILiveNotices notices, TimeProvider time) : IReaction<MemberStandingChanged>
{
    public async Task React(MemberStandingChanged happened, CancellationToken ct)
    {
        notices.Add(new StandingNotice(happened.OrganizationId, happened.MemberId));
        if (happened.To == Role.Guest || !happened.IsActive) await db.EndTokensAsync(happened.OrganizationId, happened.MemberId, notices, ct);
        if (happened.IsActive) return;

        await db.EndSessionsAsync(happened.OrganizationId, happened.MemberId, except: null, notices, ct);
        await db.EndPasswordResetsAsync(happened.OrganizationId, happened.MemberId, time.GetUtcNow(), ct);
    }
}
