using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ClientChats.Bench.Machine;

/// <summary>A process that the harness has started, and ends by its id.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int Interrupt = 2;
    private const int KillNow = 9;
    private const int Terminate = 15;
    private const int TicksPerSecond = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly StreamWriter _log;

    private Child(Process process, StreamWriter log)
    {
        _process = process;
        _log = log;
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a program; what it says goes to a file.</summary>
    public static Child Start(string log, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "/" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        var file = new StreamWriter(log, append: true) { AutoFlush = true };
        var writer = TextWriter.Synchronized(file);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Write(writer, line.Data);
        process.ErrorDataReceived += (_, line) => Write(writer, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new Child(process, file);
    }

    /// <summary>Runs a program to its end and answers what it said.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder ?? "/" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}.\n{said}\n{await errors}");
    }

    public Task EndAsync() => EndAsync(Terminate);

    public Task InterruptAsync() => EndAsync(Interrupt);

    /// <summary>Kills the process and its children at once, as a power failure of this program would.</summary>
    public async Task KillAsync()
    {
        var all = Children(Id).Prepend(Id).ToArray();
        foreach (var id in all) _ = kill(id, KillNow);
        await _process.WaitForExitAsync();
    }

    /// <summary>Processor time of the process and of its children, dead ones included.</summary>
    public static TimeSpan ProcessorTime(int id)
    {
        var seconds = Ticks(id, withDead: true) + Children(id).Sum(child => Ticks(child, withDead: false));
        return TimeSpan.FromSeconds(seconds / (double)TicksPerSecond);
    }

    public TimeSpan ProcessorTime() => ProcessorTime(Id);

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
        await _log.DisposeAsync();
    }

    private static void Write(TextWriter log, string? line)
    {
        if (line is not null) log.WriteLine(line);
    }

    private async Task EndAsync(int signal)
    {
        if (_process.HasExited) return;
        _ = kill(Id, signal);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    private static IEnumerable<int> Children(int id)
    {
        var path = $"/proc/{id}/task/{id}/children";
        return File.Exists(path) ? File.ReadAllText(path).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => int.Parse(text, CultureInfo.InvariantCulture)) : [];
    }

    private static long Ticks(int id, bool withDead)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields.Skip(11).Take(withDead ? 4 : 2).Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [DllImport("libc")]
    private static extern int kill(int process, int signal);
}
