using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member who has just been signed in, and the secret that his browser keeps.</summary>
public sealed record SignedIn(MeView Me, string Secret);

/// <summary>Begins sessions; every way of signing in ends here.</summary>
internal sealed class StartSession(IClientChatsDb db, ISecrets secrets, IViewerContext current, TimeProvider time)
{
    public async Task<SignedIn> ForAsync(Member member, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var longAgo = now - Session.IdleLimit(member.Role);
        await db.Sessions.Where(s => s.OrganizationId == member.OrganizationId && s.MemberId == member.Id && (s.ExpiresAt <= now || s.LastSeenAt <= longAgo)).ExecuteDeleteAsync(ct);

        var secret = secrets.Make(SecretKind.Session, member.OrganizationId);
        db.Sessions.Add(Session.Begin(member, Guid.CreateVersion7(now), secret.Hash, current.UserAgent, now));
        await db.FlushAsync(ct);
        return new SignedIn(await db.ReadMeAsync(member.OrganizationId, member.Id, ct), secret.Text);
    }
}
