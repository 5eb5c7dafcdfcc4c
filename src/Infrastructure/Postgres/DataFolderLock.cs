using System.Diagnostics;
using System.Globalization;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>Makes a data folder belong to one running instance; the operating system lets go of it however that instance ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolationOnWindows = unchecked((int)0x80070020);

    // A process that was just killed holds its files until the system has taken it apart.
    private static readonly TimeSpan PatienceWithTheDying = TimeSpan.FromSeconds(2);

    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public static async Task<DataFolderLock> TakeAsync(string folder, CancellationToken ct)
    {
        var owner = Path.Combine(folder, "owner");
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(50, ct))
        {
            try
            {
                var taken = new DataFolderLock(new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1));
                await File.WriteAllTextAsync(owner, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), ct);
                return taken;
            }
            catch (IOException held) when (IsHeld(held))
            {
                if (clock.Elapsed < PatienceWithTheDying) continue;
                var process = File.Exists(owner) ? $" (process {await File.ReadAllTextAsync(owner, ct)})" : "";
                throw new EnvironmentProblem($"The data folder {folder} is in use by another running ClientChats{process}: stop it, or set ClientChats__DataPath to another folder.", held);
            }
        }
    }

    public static bool IsHeld(IOException problem) =>
        problem.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows;

    public void Dispose() => _file.Dispose();
}
