using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Kernel;

/// <summary>Who is asking, decided once per request at the edge.</summary>
public interface IViewerContext
{
    /// <summary>The signed-in member; refuses with 401 where there is none.</summary>
    Viewer Viewer { get; }

    /// <summary>The signed-in member, or null.</summary>
    Viewer? ViewerOrNull { get; }

    /// <summary>The session by which he is signed in; null for tokens.</summary>
    Guid? SessionId { get; }

    /// <summary>The browser or program, as it calls itself; at most 400 characters.</summary>
    string UserAgent { get; }
}

/// <summary>The organization that this installation serves; null until it is set up.</summary>
public interface IServedOrganization
{
    ValueTask<Guid?> FindAsync(CancellationToken ct);

    /// <summary>Makes the next question ask the database again.</summary>
    void Forget();
}

public static class ServedOrganizationExtensions
{
    /// <summary>The served organization; refuses where the installation is not set up yet.</summary>
    public static async ValueTask<Guid> GetAsync(this IServedOrganization served, CancellationToken ct) =>
        await served.FindAsync(ct) ?? throw new RefusedException(SessionRefusals.NotSetUp);
}
