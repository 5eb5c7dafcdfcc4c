using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ClientChats.Api.Tests.Notifications;

/// <summary>A mail server that keeps what it is given and misbehaves where it is told to.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _taken = [];
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What to answer to <c>RCPT TO</c>, by the address; null takes the mail, an empty answer hangs up.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_taken) return [.. _taken];
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            var client = await _listener.AcceptTcpClientAsync();
            _ = Task.Run(() => TalkAsync(client));
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.example");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await writer.WriteLineAsync("250 8BITMIME");
                    break;
                case "RCPT":
                    var answer = Answer(line);
                    if (answer is "") return;
                    await writer.WriteLineAsync(answer ?? "250 OK");
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    var letter = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } text && text != ".") letter.Append(text).Append("\r\n");
                    lock (_taken) _taken.Add(letter.ToString());
                    await writer.WriteLineAsync("250 taken");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }
}
