using System.Text;

namespace ClientChats.Bench.Load;

/// <summary>Reads pages in a closed loop; a page that does not hold what it should is an error.</summary>
internal static class Gets
{
    public static async Task<Turn> RunAsync(int port, int inFlight, TimeSpan warmUp, TimeSpan length, Func<Random, byte[]> pick, string item, int items)
    {
        var marker = Encoding.ASCII.GetBytes(item);
        var lines = new List<HttpLine>();
        for (var i = 0; i < inFlight; i++) lines.Add(await HttpLine.ConnectAsync(port));
        var turn = await ClosedLoop.RunAsync(inFlight, warmUp, length, i =>
        {
            var (random, line) = (new Random(), lines[i]);
            return Task.FromResult(() => ReadAsync(line, pick(random), marker, items));
        });
        foreach (var line in lines) await line.DisposeAsync();
        return turn;
    }

    public static async Task ReadAsync(HttpLine line, byte[] request, byte[] marker, int items)
    {
        var answer = await line.SendAsync(request);
        if (answer.Status != 200 || Count(answer.Body.Span, marker) != items)
            throw new InvalidOperationException($"A page of {items} was asked for, and the answer was {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");
    }

    private static int Count(ReadOnlySpan<byte> body, ReadOnlySpan<byte> marker)
    {
        var count = 0;
        for (int at; (at = body.IndexOf(marker)) >= 0; body = body[(at + marker.Length)..]) count++;
        return count;
    }
}
