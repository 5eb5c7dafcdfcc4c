using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Kernel;

/// <summary>What may be done only so fast.</summary>
public enum Pace { Messages, GuestMessages, Searches, BridgeEvents, Uploads }

/// <summary>Holds everybody to a pace: a short burst is let through, a flood is turned away, and nobody pays for another.</summary>
public interface IPaces
{
    /// <summary>Takes a turn, after a moment where the pace has a queue; refuses with 429 and the time to wait.</summary>
    Task TakeTurnAsync(Pace pace, Guid who, Refusal refusal, CancellationToken ct);
}

public static class PacesExtensions
{
    private static readonly Refusal TooManySearches = Refusal.TooMany("searches.tooMany", "You search too often. Wait a little.", "Слишком много поисков подряд. Подождите немного.");

    /// <summary>A list that is asked for by words takes a turn; one that is only read does not.</summary>
    public static Task TakeSearchTurnAsync(this IPaces paces, string? words, Viewer viewer, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(words) ? Task.CompletedTask : paces.TakeTurnAsync(Pace.Searches, viewer.MemberId, TooManySearches, ct);
}
