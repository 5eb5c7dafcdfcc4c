namespace ClientChats.Tests.Postgres;

/// <summary>Where tests put databases: in memory if there is room, for cloning one means making hundreds of files.</summary>
internal static class TestFolders
{
    private const string Memory = "/dev/shm";
    private const long Room = 2L * 1024 * 1024 * 1024;

    public static string Root { get; } = HasRoomInMemory() ? Memory : Path.GetTempPath();

    private static bool HasRoomInMemory() => OperatingSystem.IsLinux() && Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > Room;
}
