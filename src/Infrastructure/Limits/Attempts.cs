using System.Collections.Concurrent;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ClientChats.Infrastructure.Limits;

/// <summary>How often things may be tried. Every limit is a setting under <c>ClientChats:Limits</c>.</summary>
public sealed class LimitOptions
{
    public const string Section = "ClientChats:Limits";

    /// <summary>Failed sign-ins per account in 15 minutes; from one address ten times as many.</summary>
    public int FailedSignIns { get; set; } = 10;

    /// <summary>Unknown links per address in an hour.</summary>
    public int UnknownTokens { get; set; } = 20;

    /// <summary>Mails to one address in an hour.</summary>
    public int MailsPerAddress { get; set; } = 5;

    /// <summary>Invitations that one administrator sends in a day.</summary>
    public int InvitationsPerDay { get; set; } = 100;

    /// <summary>Messages per second and member, with a burst of three times as many.</summary>
    public int Messages { get; set; } = 10;

    /// <summary>Messages per second and guest, with a burst of five times as many.</summary>
    public int GuestMessages { get; set; } = 2;

    /// <summary>Searches per minute and member.</summary>
    public int Searches { get; set; } = 120;

    /// <summary>Requests per second of one bridge; more wait, and are turned away beyond a queue.</summary>
    public int BridgeEvents { get; set; } = 50;
}

/// <summary>Counts in memory, in sliding windows; a restart forgets, which helps nobody who is not already inside.</summary>
internal sealed class Attempts(IOptionsMonitor<LimitOptions> options, IHttpContextAccessor http, TimeProvider time) : IAttempts
{
    private const int MostRemembered = 100_000;

    private readonly ConcurrentDictionary<(Attempt, string), Window> _windows = new();

    public void RefuseIfTooMany(Attempt attempt, string target)
    {
        foreach (var (key, limit, span) in Counted(attempt, target))
        {
            if (_windows.TryGetValue((attempt, key), out var window) && window.WaitFor(limit, span, time.GetUtcNow()) is { } wait)
                throw new RefusedException(SessionRefusals.TooManyAttempts) { RetryAfter = wait };
        }
    }

    public void Failed(Attempt attempt, string target)
    {
        if (_windows.Count > MostRemembered) _windows.Clear();
        foreach (var (key, _, span) in Counted(attempt, target)) _windows.GetOrAdd((attempt, key), _ => new Window()).Add(time.GetUtcNow(), span);
    }

    private IEnumerable<(string Key, int Limit, TimeSpan Span)> Counted(Attempt attempt, string target)
    {
        var limits = options.CurrentValue;
        var address = "from " + (http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "");
        return attempt switch
        {
            Attempt.SignIn => [(target, limits.FailedSignIns, TimeSpan.FromMinutes(15)), (address, limits.FailedSignIns * 10, TimeSpan.FromMinutes(15))],
            Attempt.Token => [(address, limits.UnknownTokens, TimeSpan.FromHours(1))],
            Attempt.Mail => [(target, limits.MailsPerAddress, TimeSpan.FromHours(1))],
            _ => throw new ArgumentOutOfRangeException(nameof(attempt)),
        };
    }

    private sealed class Window
    {
        private readonly Queue<DateTimeOffset> _times = new();

        public void Add(DateTimeOffset now, TimeSpan span)
        {
            lock (_times)
            {
                Forget(now, span);
                _times.Enqueue(now);
            }
        }

        public TimeSpan? WaitFor(int limit, TimeSpan span, DateTimeOffset now)
        {
            lock (_times)
            {
                Forget(now, span);
                return _times.Count < limit ? null : _times.ElementAt(_times.Count - limit) + span - now;
            }
        }

        private void Forget(DateTimeOffset now, TimeSpan span)
        {
            while (_times.TryPeek(out var oldest) && now - oldest >= span) _times.Dequeue();
        }
    }
}
