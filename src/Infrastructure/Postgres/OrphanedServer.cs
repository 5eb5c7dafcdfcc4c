using System.Diagnostics;
using System.Globalization;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>A server that outlived the ClientChats that started it, known by the note that it wrote into its cluster.</summary>
internal sealed class OrphanedServer(string cluster)
{
    private readonly string _noteFile = Path.Combine(cluster, "postmaster.pid");

    public async Task StopAsync(PostgresPrograms programs, Action<string> report, CancellationToken ct)
    {
        if (ReadNote(_noteFile) is not { } note || FateOf(note) != Fate.Running) return;

        report($"Stopping the PostgreSQL server that an earlier run left behind (process {note.ProcessId}) …");
        if (OperatingSystem.IsLinux()) Unix.Signal(note.ProcessId, Unix.Interrupt);
        else await Programs.RunAsync(new ProcessStartInfo(programs.Control, ["stop", "-D", cluster, "-m", "fast", "-W"]), ct);
        if (await EndsWithinAsync(note, TimeSpan.FromSeconds(30), ct)) return;

        if (OperatingSystem.IsLinux()) Unix.Signal(note.ProcessId, Unix.Quit);
        if (await EndsWithinAsync(note, TimeSpan.FromSeconds(10), ct)) return;

        throw new EnvironmentProblem($"The PostgreSQL server that an earlier run left behind (process {note.ProcessId}) does not stop: end it and start again.");
    }

    /// <summary>Ends the children of a postmaster that was killed; they hold its shared memory until they notice.</summary>
    public void QuitStragglers()
    {
        if (!OperatingSystem.IsLinux() || ReadNote(_noteFile) is not { } note || FateOf(note) == Fate.Running) return;
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var id)
                && CommandOf(id) is [var title, ..] && title.StartsWith("postgres:", StringComparison.Ordinal)
                && ReadNote($"{process}/cwd/postmaster.pid") == note) Unix.Signal(id, Unix.Quit);
        }
    }

    /// <summary>
    /// Removes the note of a server that is proven to be gone: its process number belongs to another program now,
    /// or, when that is asked for, to a zombie. A note that PostgreSQL believes in is never removed on less.
    /// </summary>
    public bool RemoveStaleNote(bool ofZombies)
    {
        if (!OperatingSystem.IsLinux() || ReadNote(_noteFile) is not { } note) return false;
        if (FateOf(note) is not Fate.Replaced && !(ofZombies && FateOf(note) is Fate.Zombie)) return false;

        File.Delete(_noteFile);
        return true;
    }

    private static async Task<bool> EndsWithinAsync(Note note, TimeSpan time, CancellationToken ct)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < time; await Task.Delay(20, ct))
        {
            if (FateOf(note) != Fate.Running) return true;
        }

        return false;
    }

    private static Fate FateOf(Note note)
    {
        if (!OperatingSystem.IsLinux()) return IsNamedPostgres(note.ProcessId) ? Fate.Running : Fate.Gone;
        return CommandOf(note.ProcessId) switch
        {
            null => Fate.Gone,
            [] => Fate.Zombie,
            [var program, "-D", var folder, ..] when Path.GetFileName(program) == "postgres" && folder == note.Folder => Fate.Running,
            [var program, ..] when program.Contains("postgres", StringComparison.Ordinal) => Fate.Doubtful,
            _ => Fate.Replaced,
        };
    }

    // The command line may be read by everyone, where exe and cwd of another user's process may not, in containers even by root.
    private static string[]? CommandOf(int processId)
    {
        try
        {
            return File.ReadAllText($"/proc/{processId}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return ["postgres"];
        }
    }

    private static bool IsNamedPostgres(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName == "postgres";
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static Note? ReadNote(string path)
    {
        try
        {
            return File.ReadLines(path).Take(3).ToArray() is [var process, var folder, var since]
                && int.TryParse(process, CultureInfo.InvariantCulture, out var id) && id > 0
                ? new Note(id, folder, since)
                : null;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private enum Fate { Running, Gone, Zombie, Replaced, Doubtful }

    private sealed record Note(int ProcessId, string Folder, string Since);
}
