using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ClientChats.Api.Tests.Jobs;

/// <summary>The real app in a process of its own, so that it can be killed.</summary>
internal sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(string database, string dataPath)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ClientChats.Api.dll")])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0", ["ConnectionStrings__ClientChats"] = database,
                    ["ClientChats__DataPath"] = dataPath, ["ClientChats__Database__AllowUnsafe"] = "true",
                },
            },
        };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<AppProcess> StartAsync(string database, string dataPath)
    {
        var app = new AppProcess(database, dataPath);
        app._process.Start();
        app._process.BeginOutputReadLine();
        app._process.BeginErrorReadLine();
        var ended = app._process.WaitForExitAsync();
        if (await Task.WhenAny(app._address.Task, ended, Task.Delay(Patience)) != app._address.Task) throw new InvalidOperationException($"The app did not start: {app._said}");
        app.Address = await app._address.Task;
        return app;
    }

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Stops in order, as on SIGTERM, unless it was killed before.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var terminate = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await Task.WhenAny(_process.WaitForExitAsync(), Task.Delay(Patience));
            if (!_process.HasExited) await KillAsync();
        }

        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.AppendLine(line);
        if (Listening().Match(line) is { Success: true } match) _address.TrySetResult(new Uri(match.Groups[1].Value));
    }

    [GeneratedRegex("is ready after .*: (http://.*)$")]
    private static partial Regex Listening();
}
