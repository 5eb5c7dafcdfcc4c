using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

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

    public bool IsOver(DateTimeOffset now) => IsSession ? Session.IsOver(Viewer.Role, LastSeenAt, ExpiresAt!.Value, now) : now >= ExpiresAt;
}

/// <summary>Finds who a secret belongs to. What is remembered is forgotten before a change of it is acknowledged.</summary>
public interface ISignIns
{
    ValueTask<SignIn?> FindSessionAsync(string? secret, CancellationToken ct);

    ValueTask<SignIn?> FindTokenAsync(string? secret, CancellationToken ct);

    /// <summary>The same sign-ins with their last use as it is recorded now, without counting as a use; those that are gone are left out.</summary>
    Task<IReadOnlyList<SignIn>> RefreshAsync(IReadOnlyCollection<SignIn> signIns, CancellationToken ct);
}
