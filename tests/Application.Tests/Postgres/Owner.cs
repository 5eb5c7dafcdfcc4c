using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ClientChats.Application.Tests.Postgres;

/// <summary>Another process that runs an embedded PostgreSQL, as the app would.</summary>
internal sealed class Owner : IDisposable
{
    private readonly Process _process;
    private long _acknowledged;

    private Owner(Process process) => _process = process;

    public static Owner Start(string folder, string? packages = null, string? path = null)
    {
        var runtime = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory());
        var dotnet = Path.Combine(runtime.Parent!.Parent!.Parent!.FullName, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var tests = typeof(StartupHook).Assembly.Location;
        var start = new ProcessStartInfo(dotnet, ["exec", tests]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = tests;
        start.Environment[StartupHook.Folder] = folder;
        start.Environment["TMPDIR"] = Path.GetDirectoryName(folder);
        if (packages is not null) start.Environment[StartupHook.Packages] = packages;
        if (path is not null) start.Environment["PATH"] = path;
        return new Owner(Process.Start(start)!);
    }

    public int ProcessId => _process.Id;

    public async Task<long> AcknowledgedAsync() => _acknowledged = long.Parse((await _process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);

    public async Task<string> RestOfWordsAsync() => await _process.StandardOutput.ReadToEndAsync();

    /// <returns>The last row that was acknowledged before the process was killed.</returns>
    public async Task<long> KillAsync()
    {
        _process.Kill();
        var words = (await RestOfWordsAsync()).Split('\n');
        return words.Length < 2 ? _acknowledged : long.Parse(words[^2], CultureInfo.InvariantCulture);
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
