using System.Diagnostics;

namespace ClientChats.Bench.Load;

/// <summary>What a turn of a closed loop came to.</summary>
internal sealed record Turn(double PerSecond, TimeSpan Median, TimeSpan Percentile99);

/// <summary>Keeps a fixed number of requests under way, warms up, and counts.</summary>
internal static class ClosedLoop
{
    public static async Task<Turn> RunAsync(int inFlight, TimeSpan warmUp, TimeSpan length, Func<int, Task<Func<Task>>> open)
    {
        var workers = await Task.WhenAll(Enumerable.Range(0, inFlight).Select(open));
        var times = new List<long>[inFlight];
        var begin = Stopwatch.GetTimestamp() + Ticks(warmUp);
        var end = begin + Ticks(length);
        await Task.WhenAll(workers.Select((work, i) => Task.Run(async () =>
        {
            var mine = times[i] = new List<long>(1024);
            while (true)
            {
                var start = Stopwatch.GetTimestamp();
                if (start >= end) return;
                await work();
                var done = Stopwatch.GetTimestamp();
                if (done >= begin && done < end) mine.Add(done - start);
            }
        })));

        var all = times.SelectMany(mine => mine).Order().ToArray();
        if (all.Length == 0) throw new InvalidOperationException("Nothing was answered within a turn.");
        return new Turn(all.Length / length.TotalSeconds, At(all, 0.5), At(all, 0.99));
    }

    private static long Ticks(TimeSpan time) => (long)(time.TotalSeconds * Stopwatch.Frequency);

    private static TimeSpan At(long[] sorted, double share) => Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]);
}
