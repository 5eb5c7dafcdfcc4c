using System.Diagnostics;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>The postmaster as our own child.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const int RememberedLines = 20;

    private readonly Process _process;
    private readonly ServerLog _log;
    private readonly Queue<string> _lines = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start, ServerLog log)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = new Process { StartInfo = start };
        _log = log;
    }

    public int Id { get; private set; }

    public Task<int> Ended { get; private set; } = null!;

    public static async Task<ServerProcess> StartAsync(ProcessStartInfo start, ServerLog log)
    {
        var server = new ServerProcess(start, log);

        // The kernel tells a child about the end of the thread that started it, not of the process:
        // the thread has to live as long as the server, and a thread of the pool would not.
        new Thread(server.StartAndListen) { IsBackground = true, Name = "PostgreSQL" }.Start();
        await server._started.Task;
        server.Id = server._process.Id;
        server.Ended = server.WaitForEndAsync();
        return server;
    }

    private void StartAndListen()
    {
        try
        {
            _process.Start();
            _process.StandardInput.Close();
            _started.SetResult();
        }
        catch (Exception problem)
        {
            _started.SetException(problem);
            return;
        }

        using var errors = _process.StandardError;
        while (errors.ReadLine() is { } line)
        {
            lock (_lines)
            {
                if (_lines.Count == RememberedLines) _lines.Dequeue();
                _lines.Enqueue(line);
            }

            _log.Write(line);
        }

        _silent.SetResult();
    }

    private async Task<int> WaitForEndAsync()
    {
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async Task<string> LastErrorAsync()
    {
        await Task.WhenAny(_silent.Task, Task.Delay(TimeSpan.FromSeconds(1)));
        lock (_lines) return ServerWords.ReasonIn(_lines);
    }

    /// <summary>Fast shutdown; immediate when that takes too long, which costs the next start a recovery but no data.</summary>
    public async Task StopAsync(Func<Task> control)
    {
        if (Ended.IsCompleted) return;
        if (OperatingSystem.IsWindows()) await control();
        else Unix.Signal(Id, Unix.Interrupt);
        if (await EndsWithinAsync(TimeSpan.FromSeconds(30))) return;

        if (!OperatingSystem.IsWindows()) Unix.Signal(Id, Unix.Quit);
        if (await EndsWithinAsync(TimeSpan.FromSeconds(10))) return;

        _process.Kill(entireProcessTree: true);
        await Ended;
    }

    public void Dispose() => _process.Dispose();

    private async Task<bool> EndsWithinAsync(TimeSpan time) => await Task.WhenAny(Ended, Task.Delay(time)) == Ended;
}
