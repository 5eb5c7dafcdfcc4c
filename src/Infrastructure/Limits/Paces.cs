using System.Collections.Concurrent;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace ClientChats.Infrastructure.Limits;

/// <summary>
/// Token buckets without locks and timers: of each bucket only the moment is kept at which it will be full again, so that
/// a full one can be forgotten. They are in memory, per node.
/// </summary>
internal sealed class Paces(IOptionsMonitor<LimitOptions> options, TimeProvider time) : IPaces
{
    private const int MostRemembered = 100_000;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(Pace Pace, Guid Who), long> _fullAt = new();

    /// <summary>How many buckets are kept.</summary>
    public int Remembered => _fullAt.Count;

    public Task TakeTurnAsync(Pace pace, Guid who, Refusal refusal, CancellationToken ct)
    {
        var rule = RuleOf(pace);
        if (rule.Limit < 1) throw new RefusedException(refusal) { RetryAfter = rule.Span };

        var each = TicksOf(rule.Span) / rule.Limit;
        for (var key = (pace, who); ;)
        {
            var now = time.GetTimestamp();
            var isKnown = _fullAt.TryGetValue(key, out var fullAt);
            var next = (isKnown ? Math.Max(fullAt, now) : now) + each;

            var wait = time.GetElapsedTime(now, next - each * rule.Burst);
            if (wait > rule.Patience) throw new RefusedException(refusal) { RetryAfter = wait - rule.Patience };
            if (isKnown ? _fullAt.TryUpdate(key, next, fullAt) : TryRemember(key, next, now)) return wait > TimeSpan.Zero ? Task.Delay(wait, time, ct) : Task.CompletedTask;
        }
    }

    private Rule RuleOf(Pace pace)
    {
        var limits = options.CurrentValue;
        return pace switch
        {
            Pace.Messages => new Rule(limits.Messages, Second, Burst: 3L * limits.Messages, TimeSpan.Zero),
            Pace.GuestMessages => new Rule(limits.GuestMessages, Second, Burst: 5L * limits.GuestMessages, TimeSpan.Zero),
            Pace.Searches => new Rule(limits.Searches, Minute, Burst: limits.Searches, TimeSpan.Zero),
            Pace.BridgeEvents => new Rule(limits.BridgeEvents, Second, Burst: limits.BridgeEvents, Patience: 2 * Second),
            Pace.Uploads => new Rule(limits.Uploads, Minute, Burst: limits.Uploads, TimeSpan.Zero),
            _ => throw new ArgumentOutOfRangeException(nameof(pace)),
        };
    }

    private long TicksOf(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private bool TryRemember((Pace, Guid) key, long fullAt, long now)
    {
        // Counting locks the whole dictionary, which only a newcomer pays for.
        if (_fullAt.Count >= MostRemembered) ForgetTheFull(now);
        return _fullAt.TryAdd(key, fullAt);
    }

    private void ForgetTheFull(long now)
    {
        foreach (var bucket in _fullAt)
        {
            if (bucket.Value <= now) _fullAt.TryRemove(bucket);
        }

        if (_fullAt.Count > MostRemembered / 2) _fullAt.Clear();
    }

    /// <param name="Limit">How many turns there are in a span.</param>
    /// <param name="Span">A second, or a minute.</param>
    /// <param name="Burst">How many turns can be taken at once.</param>
    /// <param name="Patience">How long a turn may be waited for.</param>
    private readonly record struct Rule(int Limit, TimeSpan Span, long Burst, TimeSpan Patience);
}
