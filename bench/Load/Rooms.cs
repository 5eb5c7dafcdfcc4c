using System.Diagnostics;

namespace ClientChats.Bench.Load;

/// <summary>So many rooms with so many members each, of whom the first ones write.</summary>
internal sealed record Shape(int Rooms, int Members, int SendersPerRoom)
{
    public int Places => Rooms * Members;

    public IEnumerable<int> Senders => Enumerable.Range(0, Rooms).SelectMany(room => Enumerable.Range(room * Members, SendersPerRoom));
}

/// <summary>A closed loop of chat: a sender writes his next message when his last one has come back to him. Every delivery is counted.</summary>
internal static class Rooms
{
    private const int ConnectedTogether = 20;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromSeconds(10);

    /// <summary>Messages per second.</summary>
    /// <exception cref="InvalidOperationException">A message did not come to everybody, or came twice.</exception>
    public static async Task<double> RunAsync(Shape shape, TimeSpan length, Func<int, Task<WireLine>> connect, Func<WireLine, int, long, Task> post)
    {
        var lines = new WireLine[shape.Places];
        foreach (var together in Enumerable.Range(0, shape.Places).Chunk(ConnectedTogether))
            await Task.WhenAll(together.Select(async place => lines[place] = await connect(place)));
        try
        {
            return await TalkAsync(shape, length, lines, post);
        }
        finally
        {
            foreach (var line in lines) await line.DisposeAsync();
        }
    }

    private static async Task<double> TalkAsync(Shape shape, TimeSpan length, WireLine[] lines, Func<WireLine, int, long, Task> post)
    {
        var delivered = new long[shape.Places];
        var back = new TaskCompletionSource[shape.Places];
        for (var place = 0; place < lines.Length; place++)
        {
            var own = place;
            lines[place].Listen((sender, _) =>
            {
                delivered[own]++;
                if (sender == own) back[own].TrySetResult();
            });
        }

        var begin = Stopwatch.GetTimestamp() + (long)(WarmUp.TotalSeconds * Stopwatch.Frequency);
        var end = begin + (long)(length.TotalSeconds * Stopwatch.Frequency);
        var (sent, counted) = (0L, 0L);
        await Task.WhenAll(shape.Senders.Select(sender => Task.Run(async () =>
        {
            for (var number = 0L; Stopwatch.GetTimestamp() < end; number++)
            {
                var returned = back[sender] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                Interlocked.Increment(ref sent);
                await post(lines[sender], sender, number);
                await returned.Task.WaitAsync(LongestDelivery);
                if (Stopwatch.GetTimestamp() is var now && now >= begin && now < end) Interlocked.Increment(ref counted);
            }
        })));

        var owed = sent * shape.Members;
        for (var waited = TimeSpan.Zero; delivered.Sum() < owed && waited < LongestDelivery; waited += TimeSpan.FromMilliseconds(20)) await Task.Delay(20);
        return delivered.Sum() == owed ? counted / length.TotalSeconds : throw new InvalidOperationException($"{owed} deliveries were owed, and {delivered.Sum()} came.");
    }
}
