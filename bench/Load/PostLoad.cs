using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ClientChats.Bench.Data;

namespace ClientChats.Bench.Load;

/// <summary>A message that the product has acknowledged.</summary>
internal readonly record struct Acknowledged(Guid ConversationId, long Number, Guid ClientMessageId);

/// <summary>Posts as a client does, and remembers every acknowledged message for the audit.</summary>
internal sealed class PostLoad(Town town, Func<int> port)
{
    private static readonly int TextLength = WireLine.Mark(0, 0).Length + 1 + Encoding.UTF8.GetByteCount(Texts.Payload);
    private static readonly int BodyLength = "{\"clientMessageId\":\"\",\"text\":\"\"}".Length + 36 + TextLength;

    private readonly ConcurrentDictionary<int, string> _tokens = new();
    private readonly ConcurrentBag<List<Acknowledged>> _acknowledged = [];
    private long _sent;

    public IEnumerable<Acknowledged> Acknowledged => _acknowledged.SelectMany(list => list);

    public long Count => _acknowledged.Sum(list => (long)list.Count);

    /// <summary>A line on which one post after the other is sent; each is for the conversation and author that are picked.</summary>
    public async Task<Poster> OpenAsync()
    {
        var list = new List<Acknowledged>();
        _acknowledged.Add(list);
        return new Poster(this, await HttpLine.ConnectAsync(port()), list);
    }

    internal sealed class Poster(PostLoad load, HttpLine line, List<Acknowledged> acknowledged) : IAsyncDisposable
    {
        private readonly byte[] _request = new byte[2048];

        public async Task PostAsync(int rank, int author, int sender = 0)
        {
            var id = Guid.CreateVersion7();
            var conversation = load.Town.ConversationId(rank);
            var answer = await line.SendAsync(Request(conversation, load.TokenOf(author), id, sender));
            if (answer.Status != 201 || NumberIn(answer.Body.Span, id) is not { } number)
                throw new InvalidOperationException($"A post was answered with {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");
            lock (acknowledged) acknowledged.Add(new Acknowledged(conversation, number, id));
        }

        public ValueTask DisposeAsync() => line.DisposeAsync();

        private ReadOnlyMemory<byte> Request(Guid conversation, string token, Guid id, int sender)
        {
            Utf8.TryWrite(
                _request, CultureInfo.InvariantCulture,
                $"POST /api/v1/conversations/{conversation}/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: {BodyLength}\r\n\r\n{{\"clientMessageId\":\"{id}\",\"text\":\"@@{sender:00000}{Interlocked.Increment(ref load._sent):000000000000} {Texts.Payload}\"}}",
                out var length);
            return _request.AsMemory(0, length);
        }

        /// <summary>The number of the stored message, if the answer is about this very message.</summary>
        private static long? NumberIn(ReadOnlySpan<byte> body, Guid id)
        {
            Span<byte> own = stackalloc byte[36];
            Utf8Formatter.TryFormat(id, own, out _);
            var at = body.IndexOf("\"number\":"u8);
            return at >= 0 && body.IndexOf(own) >= 0 && Utf8Parser.TryParse(body[(at + 9)..], out long number, out _) ? number : null;
        }
    }

    private Town Town => town;

    private string TokenOf(int member) => _tokens.GetOrAdd(member, town.Token);
}
