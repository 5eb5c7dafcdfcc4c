using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace ClientChats.Bench.Load;

/// <summary>An answer; its body is good until the next request on the same line.</summary>
internal readonly record struct Answer(int Status, ReadOnlyMemory<byte> Body);

/// <summary>One kept-alive HTTP connection that costs the machine little: requests are bytes, answers are looked at where they lie.</summary>
internal sealed class HttpLine : IAsyncDisposable
{
    private readonly Socket _socket;
    private byte[] _buffer = new byte[64 * 1024];
    private byte[] _body = new byte[64 * 1024];
    private int _filled;

    private HttpLine(Socket socket) => _socket = socket;

    public static async Task<HttpLine> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            return new HttpLine(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<Answer> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        _filled = 0;
        int head;
        while ((head = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0) await FillAsync();

        var status = Number(_buffer.AsSpan(9, 3));
        if (LengthIn(_buffer.AsSpan(0, head)) is { } length)
        {
            var end = head + 4 + length;
            while (_filled < end) await FillAsync();
            return new Answer(status, _buffer.AsMemory(head + 4, length));
        }

        return new Answer(status, await ReadChunksAsync(head + 4));
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return head.IndexOf("chunked"u8) < 0 ? 0 : null;
        return Number(head[(at + 16)..]);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadChunksAsync(int at)
    {
        var read = 0;
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _filled - at).IndexOf("\r\n"u8)) < 0) await FillAsync();
            var size = Number(_buffer.AsSpan(at, line), 'X');
            at += line + 2;
            while (_filled < at + size + 2) await FillAsync();
            if (size == 0) return _body.AsMemory(0, read);

            if (read + size > _body.Length) Array.Resize(ref _body, Math.Max(_body.Length * 2, read + size));
            _buffer.AsSpan(at, size).CopyTo(_body.AsSpan(read));
            read += size;
            at += size + 2;
        }
    }

    private static int Number(ReadOnlySpan<byte> text, char format = 'D') =>
        Utf8Parser.TryParse(text, out int number, out _, format) ? number : throw new IOException("The answer is not HTTP as the harness knows it.");

    private async ValueTask FillAsync()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var received = await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
        if (received == 0) throw new IOException("The server closed the connection.");
        _filled += received;
    }
}
