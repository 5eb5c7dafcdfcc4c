using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>What the operating system offers and .NET does not.</summary>
internal static class Unix
{
    public const int Interrupt = 2;
    public const int Quit = 3;

    /// <returns>False when there is no such process any more.</returns>
    public static bool Signal(int processId, int signal) => kill(processId, signal) == 0;

    public static void GiveTo(string path, uint user)
    {
        if (lchown(path, user, user) != 0) throw LastError(path);
    }

    public static void FlushFolder(string path)
    {
        var handle = open(path, 0);
        if (handle < 0) throw LastError(path);
        var flushed = fsync(handle);
        _ = close(handle);
        if (flushed != 0) throw LastError(path);
    }

    private static IOException LastError(string path) => new($"{path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int kill(int processId, int signal);

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int lchown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int close(int handle);
}
