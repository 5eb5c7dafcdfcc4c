using ClientChats.Infrastructure.Postgres;

namespace ClientChats.Infrastructure.Node;

/// <summary>The right to install packages and build in a folder; others wait, and the operating system takes it back however its holder ends.</summary>
public sealed class NodeFolder : IDisposable
{
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(200);

    private readonly string _path;
    private readonly FileStream _lock;

    private NodeFolder(string path, FileStream taken)
    {
        _path = path;
        _lock = taken;
    }

    /// <summary>npm writes its own lock file last, so an installation that was broken off has an older one or none.</summary>
    private bool IsInstalled
    {
        get
        {
            var installed = new FileInfo(Path.Combine(_path, "node_modules", ".package-lock.json"));
            return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(_path, "package-lock.json"));
        }
    }

    public static async Task<NodeFolder> TakeAsync(string path, CancellationToken ct)
    {
        for (; ; await Task.Delay(BetweenAttempts, ct))
        {
            try
            {
                return new NodeFolder(path, new FileStream(Path.Combine(path, ".npm.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
            }
            catch (IOException held) when (DataFolderLock.IsHeld(held))
            {
                continue;
            }
        }
    }

    public async Task InstallAsync(NodeTools node, Action<string> say, CancellationToken ct)
    {
        if (IsInstalled) return;

        say($"Installing the packages of {Path.GetFileName(_path)} (npm ci); this takes about a minute the first time …");
        await node.RunNpmAsync(_path, ["ci"], ct);
    }

    public void Dispose() => _lock.Dispose();
}
