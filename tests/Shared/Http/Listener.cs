using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace ClientChats.Tests;

/// <summary>An open live connection (SignalR's JSON protocol over a web socket) and what it has been told.</summary>
public sealed class Listener : IAsyncDisposable
{
    private const char EndOfFrame = '\u001e';
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket _socket = new();
    private readonly Channel<Json> _events = Channel.CreateUnbounded<Json>();
    private readonly Dictionary<string, TaskCompletionSource<Json>> _calls = [];
    private readonly StringBuilder _rest = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    private Listener() { }

    /// <exception cref="WebSocketException">The connection was refused.</exception>
    public static async Task<Listener> ConnectAsync(Uri address, CookieContainer cookies, string? token, string? origin = null)
    {
        var listener = new Listener();
        listener._socket.Options.Cookies = cookies;
        if (token is not null) listener._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        listener._socket.Options.SetRequestHeader("Origin", origin ?? address.GetLeftPart(UriPartial.Authority));
        await listener._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None);
        await listener.WriteAsync("""{"protocol":"json","version":1}""");
        if (await listener.ReadFrameAsync() is not "{}") throw new WebSocketException("The app has closed the live connection.");
        listener._reading = listener.ReadAsync();
        return listener;
    }

    /// <summary>Waits for the next event of a type; what comes before it is passed over.</summary>
    public async Task<Json> NextAsync(string type)
    {
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var happened in _events.Reader.ReadAllAsync(patience.Token))
        {
            if (happened["type"].Text == type) return happened;
        }

        throw new ShouldAssertException($"The live connection was closed before {type}.");
    }

    /// <summary>What has come so far and was not asked for yet.</summary>
    public IReadOnlyList<Json> Heard()
    {
        var heard = new List<Json>();
        while (_events.Reader.TryRead(out var happened)) heard.Add(happened);
        return heard;
    }

    /// <summary>Calls a method of the hub and returns its error code, or null where it did what was asked.</summary>
    public async Task<string?> CallAsync(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answered = new TaskCompletionSource<Json>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_calls) _calls[id] = answered;
        if (_reading.IsCompleted) throw new WebSocketException("The app has closed the live connection.");
        await WriteAsync(System.Text.Json.JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }, Json.Options));
        var answer = await answered.Task.WaitAsync(Patience);
        return answer["error"].Exists ? answer["error"].Text : null;
    }

    /// <summary>Returns when the app has closed the connection; fails where it stays open.</summary>
    public Task ClosedAsync() => _reading.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await ReadFrameAsync() is { } text)
            {
                var frame = Json.Parse(text);
                switch (frame["type"].Number)
                {
                    case 1:
                        _events.Writer.TryWrite(frame["arguments"][0]);
                        break;
                    case 3:
                        lock (_calls) _calls[frame["invocationId"].Text].TrySetResult(frame);
                        break;
                    case 7:
                        return;
                }
            }
        }
        catch (WebSocketException)
        {
            // The connection was cut, which is a way of closing it.
        }
        finally
        {
            _events.Writer.TryComplete();
            lock (_calls)
            {
                foreach (var call in _calls.Values) call.TrySetException(new WebSocketException("The app has closed the live connection."));
            }
        }
    }

    private async Task<string?> ReadFrameAsync()
    {
        var buffer = new byte[16 * 1024];
        var text = new char[buffer.Length];
        while (true)
        {
            var rest = _rest.ToString();
            var end = rest.IndexOf(EndOfFrame, StringComparison.Ordinal);
            if (end >= 0)
            {
                _rest.Remove(0, end + 1);
                return rest[..end];
            }

            var received = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close) return null;
            _rest.Append(text, 0, _decoder.GetChars(buffer, 0, received.Count, text, 0));
        }
    }

    private async Task WriteAsync(string frame) =>
        await _socket.SendAsync(Encoding.UTF8.GetBytes(frame + EndOfFrame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
