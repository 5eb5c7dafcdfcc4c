using System.Globalization;
using System.Text;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>Makes a data folder belong to one running instance; the operating system lets go of it however that instance ends.</summary>
sealed class DataFolderLock : IDisposable
{
    const int WouldBlockOnLinux = 11;
    const int WouldBlockOnMac = 35;
    const int SharingViolationOnWindows = unchecked((int)0x80070020);

    readonly FileStream _file;

    DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string folder)
    {
        var path = Path.Combine(folder, "lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            file.SetLength(0);
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new DataFolderLock(file);
        }
        catch (IOException held) when (IsHeld(held))
        {
            throw new EnvironmentProblem($"The data folder {folder} is in use by another running ClientChats{HolderOf(path)}: stop it, or set ClientChats__DataPath to another folder.", held);
        }
    }

    public static bool IsHeld(IOException problem) =>
        problem.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolationOnWindows;

    static string HolderOf(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return int.TryParse(reader.ReadToEnd(), CultureInfo.InvariantCulture, out var holder) ? $" (process {holder})" : "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    public void Dispose() => _file.Dispose();
}
