using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ClientChats.Bench.Load;

/// <summary>
/// One WebSocket whose frames are not taken apart: after the handshake the stream is only searched for the marks that
/// messages carry, <c>@@</c> with five digits of the sender and twelve of a number, whatever the protocol.
/// </summary>
internal sealed class WireLine : IAsyncDisposable
{
    private const int MarkLength = 2 + 5 + 12;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly SemaphoreSlim _sending = new(1);
    private int _carried;
    private Task? _tap;
    private Timer? _alive;

    private WireLine(Socket socket) => _socket = socket;

    /// <summary>Sends a mark inside a text.</summary>
    public static string Mark(int sender, long number) => $"@@{sender:00000}{number:000000000000}";

    public static async Task<WireLine> ConnectAsync(int port, string path, params string[] headers)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        var line = new WireLine(socket);
        var request = new StringBuilder($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        foreach (var header in headers) request.Append(header).Append("\r\n");
        await socket.SendAsync(Encoding.ASCII.GetBytes(request.Append("\r\n").ToString()));
        await line.UntilAsync("101 Switching", "\r\n\r\n");
        return line;
    }

    /// <summary>Opens a SignalR connection with the JSON protocol.</summary>
    public static async Task<WireLine> ConnectHubAsync(int port, string path, params string[] headers)
    {
        var line = await ConnectAsync(port, path, headers);
        await line.SendAsync("{\"protocol\":\"json\",\"version\":1}\u001e");
        await line.UntilAsync("{}\u001e");
        return line;
    }

    public async Task SendAsync(string text)
    {
        var payload = Encoding.UTF8.GetBytes(text);
        var frame = new byte[14 + payload.Length];
        frame[0] = 0x81;
        int at;
        if (payload.Length < 126)
        {
            frame[1] = (byte)(0x80 | payload.Length);
            at = 2;
        }
        else
        {
            frame[1] = 0x80 | 126;
            frame[2] = (byte)(payload.Length >> 8);
            frame[3] = (byte)payload.Length;
            at = 4;
        }

        // A mask of zeros leaves the payload as it is.
        payload.CopyTo(frame, at + 4);
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(frame.AsMemory(0, at + 4 + payload.Length));
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Reads until all the words have come, in this order; for handshakes.</summary>
    public async Task UntilAsync(params string[] words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var text = "";
        while (true)
        {
            var at = 0;
            if (words.All(word => (at = text.IndexOf(word, at, StringComparison.Ordinal)) >= 0)) return;
            var received = await _socket.ReceiveAsync(_buffer, patience.Token);
            if (received == 0) throw new IOException($"The server closed the connection after: {text}");
            text += Encoding.UTF8.GetString(_buffer, 0, received);
        }
    }

    /// <summary>Listens from now on; the sender and the number of each mark are told.</summary>
    public void Listen(Action<int, long> marked) => _tap = Task.Run(() => ListenAsync(marked));

    /// <summary>Tells a SignalR server every now and then that this end is alive.</summary>
    public void KeepAlive() => _alive = new Timer(_ => _ = SendAsync("{\"type\":6}\u001e"), null, PingEvery, PingEvery);

    public async ValueTask DisposeAsync()
    {
        if (_alive is not null) await _alive.DisposeAsync();
        _socket.Dispose();
        if (_tap is not null) await _tap;
        _sending.Dispose();
    }

    private async Task ListenAsync(Action<int, long> marked)
    {
        try
        {
            int received;
            while ((received = await _socket.ReceiveAsync(_buffer.AsMemory(_carried))) > 0) Search(_carried + received, marked);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The harness has closed it.
        }
    }

    private void Search(int filled, Action<int, long> marked)
    {
        var at = 0;
        while (true)
        {
            var found = _buffer.AsSpan(at, filled - at).IndexOf("@@"u8);
            if (found < 0)
            {
                _carried = filled > 0 && _buffer[filled - 1] == '@' ? 1 : 0;
                _buffer[0] = (byte)'@';
                return;
            }

            at += found;
            if (at + MarkLength > filled)
            {
                _carried = filled - at;
                _buffer.AsSpan(at, _carried).CopyTo(_buffer);
                return;
            }

            marked((int)Number(_buffer.AsSpan(at + 2, 5)), Number(_buffer.AsSpan(at + 7, 12)));
            at += MarkLength;
        }
    }

    private static long Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits) number = number * 10 + (digit - '0');
        return number;
    }
}
