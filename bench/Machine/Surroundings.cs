using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ClientChats.Bench.Machine;

/// <summary>What the machine is doing beside the measurement, and how fast its disk commits.</summary>
internal static class Surroundings
{
    private const int DontNeed = 4;
    private const long CalmWriteBack = 64 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestSettling = TimeSpan.FromMinutes(5);

    public static double Load => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Waits until nobody else uses the machine; answers whether that came to pass.</summary>
    public static async Task<bool> BecomeQuietAsync(int seconds, Action<string> say)
    {
        if (seconds == 0) return Load < 1;
        var quiet = 0;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < LongestWait; await Task.Delay(TimeSpan.FromSeconds(5)))
        {
            quiet = Load < 1 ? quiet + 5 : 0;
            if (quiet >= seconds) return true;
            if ((int)waited.Elapsed.TotalSeconds % 60 < 5) say($"Waiting for a quiet machine; its load is {Load:0.0} …");
        }

        return false;
    }

    /// <summary>Waits until the disk has taken what was written.</summary>
    public static async Task SettleAsync()
    {
        sync();
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < LongestSettling; await Task.Delay(TimeSpan.FromSeconds(1)))
        {
            var unwritten = File.ReadLines("/proc/meminfo").Where(line => line.StartsWith("Dirty:", StringComparison.Ordinal) || line.StartsWith("Writeback:", StringComparison.Ordinal))
                .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));
            if (unwritten < CalmWriteBack) return;
        }
    }

    /// <summary>Lets the system forget the files below a folder, so that the next read of each comes from the disk.</summary>
    public static void ForgetFiles(string folder)
    {
        sync();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = File.OpenHandle(path);
            _ = posix_fadvise((int)file.DangerousGetHandle(), 0, 0, DontNeed);
        }
    }

    /// <summary>The median time, in microseconds, in which the disk commits a page of 8 KB.</summary>
    public static double CommitTime(string folder)
    {
        var path = Path.Combine(folder, "commit-time");
        var page = new byte[8192];
        var times = new List<double>();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            for (var i = 0; i < 300; i++)
            {
                var clock = Stopwatch.StartNew();
                file.Position = 0;
                file.Write(page);
                file.Flush(flushToDisk: true);
                times.Add(clock.Elapsed.TotalMicroseconds);
            }
        }

        File.Delete(path);
        times.Sort();
        return times[times.Count / 2];
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Finds a program on the path or in the usual folder of Debian's PostgreSQL.</summary>
    public static string? FindProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/lib/postgresql/15/bin").Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    [DllImport("libc")]
    private static extern void sync();

    [DllImport("libc")]
    private static extern int posix_fadvise(int file, long offset, long length, int advice);
}
