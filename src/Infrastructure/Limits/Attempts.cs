using System.Collections.Concurrent;
using System.Net.Sockets;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClientChats.Infrastructure.Limits;

/// <summary>Counts in memory, in sliding windows; a restart forgets, which helps nobody who is not already inside.</summary>
/// <remarks>
/// An account is guarded against one source by a small budget and against all sources together by one ten times as
/// large, so that a stranger who guesses wrong on purpose locks out himself and not the account.
/// </remarks>
internal sealed class Attempts(IOptionsMonitor<LimitOptions> options, IHttpContextAccessor http, TimeProvider time) : IAttempts
{
    private const int MostRemembered = 100_000;

    /// <summary>A household or an office has an IPv6 network of this many bytes to itself.</summary>
    private const int NetworkBytes = 8;

    private static readonly TimeSpan SignInSpan = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(Attempt, string), Window> _windows = new();

    public void RefuseIfTooMany(Attempt attempt, string target)
    {
        if (WaitFor(Counted(attempt, target)) is { } wait) throw new RefusedException(SessionRefusals.TooManyAttempts) { RetryAfter = wait };
    }

    public void Failed(Attempt attempt, string target)
    {
        ForgetTheOldest();
        foreach (var budget in Counted(attempt, target)) Of(budget).Add(time.GetUtcNow(), budget.Span);
    }

    public TimeSpan? Take(Attempt attempt, string target)
    {
        lock (_windows)
        {
            var budgets = Counted(attempt, target);
            if (WaitFor(budgets) is { } wait) return wait;
            Failed(attempt, target);
            return null;
        }
    }

    private TimeSpan? WaitFor(Budget[] budgets) =>
        budgets.Max(budget => _windows.TryGetValue((budget.Attempt, budget.Key), out var window) ? window.WaitFor(budget.Limit, budget.Span, time.GetUtcNow()) : null);

    private Budget[] Counted(Attempt attempt, string target)
    {
        var limits = options.CurrentValue;
        var source = "from " + Source();
        return attempt switch
        {
            Attempt.SignIn =>
            [
                new(attempt, $"{target} {source}", limits.FailedSignIns, SignInSpan), new(attempt, source, limits.FailedSignIns * 10, SignInSpan),
                new(attempt, target, limits.FailedSignIns * 10, SignInSpan),
            ],
            Attempt.Token => [new(attempt, source, limits.UnknownTokens, Hour)],
            Attempt.Mail => [new(attempt, target, limits.MailsPerAddress, Hour)],
            Attempt.PasswordReset => [new(attempt, source, limits.PasswordResets, Hour)],
            Attempt.Invitation => [new(attempt, target, limits.InvitationsPerDay, Day)],
            _ => throw new ArgumentOutOfRangeException(nameof(attempt)),
        };
    }

    private string Source()
    {
        if (http.HttpContext?.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes))
            : address.ToString();
    }

    private Window Of(Budget budget) => _windows.GetOrAdd((budget.Attempt, budget.Key), _ => new Window());

    private void ForgetTheOldest()
    {
        if (_windows.Count < MostRemembered) return;
        var longAgo = time.GetUtcNow() - SignInSpan;
        foreach (var (key, window) in _windows)
        {
            if (window.LastAt < longAgo) _windows.TryRemove(key, out _);
        }

        if (_windows.Count >= MostRemembered) _windows.Clear();
    }

    private readonly record struct Budget(Attempt Attempt, string Key, int Limit, TimeSpan Span);

    private sealed class Window
    {
        private readonly Queue<DateTimeOffset> _times = new();

        public DateTimeOffset LastAt { get; private set; }

        public void Add(DateTimeOffset now, TimeSpan span)
        {
            lock (_times)
            {
                Forget(now, span);
                _times.Enqueue(now);
                LastAt = now;
            }
        }

        public TimeSpan? WaitFor(int limit, TimeSpan span, DateTimeOffset now)
        {
            lock (_times)
            {
                Forget(now, span);
                if (_times.Count < limit) return null;
                return limit < 1 ? span : _times.ElementAt(_times.Count - limit) + span - now;
            }
        }

        private void Forget(DateTimeOffset now, TimeSpan span)
        {
            while (_times.TryPeek(out var oldest) && now - oldest >= span) _times.Dequeue();
        }
    }
}
