namespace ClientChats.Application.Jobs;

/// <summary>What the outbox holds: work that waits, and work that waits for a person.</summary>
public sealed record OutboxState(int Freed, int Waiting, int Parked);

/// <summary>Keeps tables in order that no use case knows. Everything happens in the running transaction.</summary>
public interface IUpkeep
{
    /// <summary>Frees what workers held that are gone, and counts.</summary>
    Task<OutboxState> RecoverOutboxAsync(Guid organizationId, CancellationToken ct);

    /// <summary>Forgets answers to idempotency keys that are kept no longer; answers how many, a batch at most.</summary>
    Task<int> SweepIdempotencyAsync(Guid organizationId, CancellationToken ct);

    /// <summary>Forgets runs that ended before a time; answers how many, a batch at most.</summary>
    Task<int> SweepRunsAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct);

    /// <summary>Compares stored audiences with the rules, for conversations taken at random; answers how many it looked at and which differ.</summary>
    Task<(int Checked, IReadOnlyList<Guid> Differing)> CompareAudiencesAsync(Guid organizationId, int sample, CancellationToken ct);
}
