using System.Diagnostics;

namespace ClientChats.Infrastructure.Postgres;

internal sealed record ProgramResult(int ExitCode, IReadOnlyList<string> Lines);

internal static class Programs
{
    private static string SearchPath => Environment.GetEnvironmentVariable("PATH") ?? "";

    /// <summary>The path with the operating system's own programs, which are there even if PATH forgets them.</summary>
    public static string SystemPath => $"{SearchPath}:/usr/bin:/bin:/usr/sbin:/sbin";

    public static string? Find(string name) => FindIn(SearchPath, name);

    public static string? FindOfSystem(string name) => FindIn(SystemPath, name);

    private static string? FindIn(string path, string name)
    {
        string[] names = OperatingSystem.IsWindows() ? [name + ".exe", name + ".cmd"] : [name];
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(each => Path.Combine(folder, each)))
            .FirstOrDefault(File.Exists);
    }

    public static async Task<ProgramResult> RunAsync(ProcessStartInfo start, CancellationToken ct, Action<string>? eachLine = null)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        var lines = new List<string>();
        void Keep(object sender, DataReceivedEventArgs received)
        {
            if (string.IsNullOrWhiteSpace(received.Data)) return;
            lock (lines) lines.Add(received.Data);
            eachLine?.Invoke(received.Data);
        }

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (lines) return new ProgramResult(process.ExitCode, [.. lines]);
    }
}
