using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using ClientChats.Bench.Load;
using ClientChats.Bench.Machine;

namespace ClientChats.Bench.App;

/// <summary>A server process that was started, and the port on which it serves.</summary>
internal sealed class RunningApp(Child process, int port) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);
    private static readonly byte[] FirstPage = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n"u8.ToArray();

    public int Port => port;

    public TimeSpan ProcessorTime() => process.ProcessorTime();

    public async Task UntilItServesAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(3))
        {
            if (process.HasEnded || waited.Elapsed > LongestStart) throw new InvalidOperationException("The server did not start; its log says why.");
            try
            {
                await using var line = await HttpLine.ConnectAsync(port);
                var answer = await line.SendAsync(FirstPage);
                if (answer.Status == 200) return;
                throw new InvalidOperationException($"The first page was answered with {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");
            }
            catch (SocketException)
            {
                // It is not listening yet.
            }
        }
    }

    public async ValueTask DisposeAsync() => await process.DisposeAsync();
}
