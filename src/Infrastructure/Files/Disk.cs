using ClientChats.Infrastructure.Postgres;

namespace ClientChats.Infrastructure.Files;

/// <summary>Makes files and folders that survive the loss of power.</summary>
internal static class Disk
{
    /// <summary>Creates a folder and all above it, each of them safely.</summary>
    public static void MakeFolder(string path)
    {
        if (Directory.Exists(path)) return;
        var parent = Path.GetDirectoryName(path)!;
        MakeFolder(parent);
        Directory.CreateDirectory(path);
        FlushFolder(parent);
    }

    public static void FlushFile(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    public static void FlushFolder(string path)
    {
        if (!OperatingSystem.IsWindows()) Unix.FlushFolder(path);
    }
}
