using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Organizations;

/// <summary>Who a presented secret belongs to, with the member's present standing.</summary>
/// <param name="Id">The session's or the token's id.</param>
/// <param name="Viewer">The member.</param>
/// <param name="Scopes">What a token may be used for; null for a session, which may do all that its member may.</param>
/// <param name="LastSeenAt">When it was last used, as far as it is recorded.</param>
/// <param name="ExpiresAt">When it ends for good.</param>
public sealed record SignIn(Guid Id, Viewer Viewer, IReadOnlySet<string>? Scopes, DateTimeOffset LastSeenAt, DateTimeOffset? ExpiresAt)
{
    public bool IsSession => Scopes is null;
}

/// <summary>Finds who a secret belongs to. What is remembered is forgotten before a change of it is acknowledged.</summary>
public interface ISignIns
{
    ValueTask<SignIn?> FindSessionAsync(string? secret, CancellationToken ct);

    ValueTask<SignIn?> FindTokenAsync(string? secret, CancellationToken ct);
}
