using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Organizations;

/// <summary>A member who has just been signed in, and the secret that his browser keeps.</summary>
public sealed record SignedIn(MeView Me, string Secret);

/// <summary>Begins sessions; every way of signing in ends here.</summary>
internal sealed class StartSession(IClientChatsDb db, ISecrets secrets, IViewerContext current, TimeProvider time)
{
    public string For(Member member)
    {
        var now = time.GetUtcNow();
        var secret = secrets.Make(SecretKind.Session, member.OrganizationId);
        db.Sessions.Add(Session.Begin(member, Guid.CreateVersion7(now), secret.Hash, current.UserAgent, now));
        return secret.Text;
    }
}
