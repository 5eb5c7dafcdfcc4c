using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>The sessions and tokens of one member, and their end.</summary>
internal static class OwnSignIns
{
    public static IQueryable<Session> Of(this DbSet<Session> sessions, Viewer viewer) => sessions.Where(s => s.OrganizationId == viewer.OrganizationId && s.MemberId == viewer.MemberId);

    public static IQueryable<AccessToken> Of(this DbSet<AccessToken> tokens, Viewer viewer) => tokens.Where(t => t.OrganizationId == viewer.OrganizationId && t.MemberId == viewer.MemberId);

    /// <summary>Ends a member's sessions, all or all but one. The caller holds the member's lock, so that none begins meanwhile.</summary>
    public static async Task EndSessionsAsync(this IClientChatsDb db, Guid organizationId, Guid memberId, Guid? except, ILiveNotices notices, CancellationToken ct)
    {
        var sessions = db.Sessions.Where(s => s.OrganizationId == organizationId && s.MemberId == memberId && s.Id != except);
        foreach (var id in await sessions.Select(s => s.Id).ToListAsync(ct)) notices.Add(new SignInEndedNotice(organizationId, id));
        await sessions.ExecuteDeleteAsync(ct);
    }

    /// <summary>Ends a member's tokens. The caller holds the member's lock.</summary>
    public static async Task EndTokensAsync(this IClientChatsDb db, Guid organizationId, Guid memberId, ILiveNotices notices, CancellationToken ct)
    {
        var tokens = db.AccessTokens.Where(t => t.OrganizationId == organizationId && t.MemberId == memberId);
        foreach (var id in await tokens.Select(t => t.Id).ToListAsync(ct)) notices.Add(new SignInEndedNotice(organizationId, id));
        await tokens.ExecuteDeleteAsync(ct);
    }

    /// <summary>Makes links for a new password that were sent to a member useless.</summary>
    public static Task EndPasswordResetsAsync(this IClientChatsDb db, Guid organizationId, Guid memberId, DateTimeOffset now, CancellationToken ct) =>
        db.PasswordResets.Where(r => r.OrganizationId == organizationId && r.MemberId == memberId && r.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.UsedAt, now), ct);
}
