using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Limits;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace ClientChats.Application.Tests.Limits;

/// <summary>A burst is let through, a flood is held back, and time heals.</summary>
public sealed class PacesTests
{
    private readonly Clock _clock = new();
    private readonly LimitOptions _limits = new();
    private readonly Paces _paces;
    private readonly Guid _anna = Guid.NewGuid();

    public PacesTests()
    {
        var options = Substitute.For<IOptionsMonitor<LimitOptions>>();
        options.CurrentValue.Returns(_limits);
        _paces = new Paces(options, _clock);
    }

    [Theory]
    [InlineData(Pace.Messages, 30, 100)]
    [InlineData(Pace.GuestMessages, 10, 500)]
    [InlineData(Pace.Searches, 120, 500)]
    public void Beyond_the_burst_there_is_one_turn_as_soon_as_the_pace_has_one(Pace pace, int burst, int milliseconds)
    {
        Taken(pace, _anna, tries: burst + 5).ShouldBe(burst);
        WaitFor(pace, _anna).ShouldBe(TimeSpan.FromMilliseconds(milliseconds));

        _clock.Pass(TimeSpan.FromMilliseconds(milliseconds));
        Taken(pace, _anna, tries: 2).ShouldBe(1);
        _clock.Pass(TimeSpan.FromHours(1));
        Taken(pace, _anna, tries: burst + 5).ShouldBe(burst);
    }

    [Fact]
    public void One_who_floods_takes_nothing_from_another_and_nothing_from_his_own_searches()
    {
        Taken(Pace.Messages, _anna, tries: 100).ShouldBe(30);

        Taken(Pace.Messages, Guid.NewGuid(), tries: 100).ShouldBe(30);
        Taken(Pace.Searches, _anna, tries: 1).ShouldBe(1);
    }

    [Fact]
    public void Events_of_a_bridge_wait_for_two_seconds_and_are_turned_away_beyond()
    {
        var turns = Enumerable.Range(0, 150).Select(_ => TakeAsync(Pace.BridgeEvents, _anna)).ToList();

        turns.Count(turn => turn.IsCompletedSuccessfully).ShouldBe(50);
        WaitFor(Pace.BridgeEvents, _anna).ShouldBe(TimeSpan.FromMilliseconds(20));
    }

    [Fact]
    public void Takers_at_the_same_moment_get_no_more_than_the_burst()
    {
        var taken = 0;
        Parallel.For(0, 500, _ => Interlocked.Add(ref taken, Taken(Pace.Messages, _anna, tries: 1)));

        taken.ShouldBe(30);
    }

    [Fact]
    public void A_limit_is_read_anew_and_none_at_all_closes_the_way()
    {
        _limits.Messages = 100_000_000;
        Taken(Pace.Messages, _anna, tries: 1000).ShouldBe(1000);

        _limits.Messages = 0;
        WaitFor(Pace.Messages, _anna).ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Whoever_has_been_quiet_is_forgotten_before_the_memory_grows()
    {
        for (var i = 0; i < 100_000; i++) Taken(Pace.Messages, Guid.NewGuid(), tries: 1);
        _clock.Pass(TimeSpan.FromMinutes(1));
        Taken(Pace.Messages, _anna, tries: 30).ShouldBe(30);

        _paces.Remembered.ShouldBe(1);
        Taken(Pace.Messages, _anna, tries: 1).ShouldBe(0);
    }

    private Task TakeAsync(Pace pace, Guid who) => _paces.TakeTurnAsync(pace, who, MessageRefusals.TooMany, TestContext.Current.CancellationToken);

    private int Taken(Pace pace, Guid who, int tries) => Enumerable.Range(0, tries).Count(_ => WaitFor(pace, who) is null);

    private TimeSpan? WaitFor(Pace pace, Guid who)
    {
        try
        {
            _ = TakeAsync(pace, who);
            return null;
        }
        catch (RefusedException refused)
        {
            refused.Refusal.ShouldBe(MessageRefusals.TooMany);
            return refused.RetryAfter;
        }
    }

    /// <summary>A clock that stands still until it is moved.</summary>
    private sealed class Clock : TimeProvider
    {
        private long _now = 1_000_000_000;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _now);

        public void Pass(TimeSpan time) => Interlocked.Add(ref _now, time.Ticks);
    }
}
