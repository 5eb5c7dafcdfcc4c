namespace ClientChats.Infrastructure.Postgres;

/// <summary>Where the embedded server keeps its data, and how it is run.</summary>
/// <param name="Folder">Holds the cluster, the server's log and the lock that makes it belong to one running instance.</param>
public sealed record EmbeddedPostgresOptions(string Folder)
{
    /// <summary>A folder with the npm packages in its <c>node_modules</c>; found by itself when not set.</summary>
    public string? PackageFolder { get; init; }

    /// <summary>Trades durability for speed; for tests only.</summary>
    public bool Unsafe { get; init; }
}
