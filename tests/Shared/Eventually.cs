using System.Diagnostics;

namespace ClientChats.Tests;

/// <summary>Waits for what follows soon, and fails where it does not.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<T> GetsAsync<T>(Func<Task<T>> ask, Func<T, bool> holds)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            var answer = await ask();
            if (holds(answer)) return answer;
            if (clock.Elapsed > Patience) throw new ShouldAssertException($"It did not happen within {Patience.TotalSeconds} seconds; the last answer was {answer}.");
            await Task.Delay(20);
        }
    }

    public static Task HoldsAsync(Func<Task<bool>> ask) => GetsAsync(ask, holds => holds);
}
