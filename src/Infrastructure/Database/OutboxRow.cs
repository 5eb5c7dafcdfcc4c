namespace ClientChats.Infrastructure.Database;

/// <summary>Work that waits to leave the system. A payload with a secret in it is encrypted.</summary>
internal sealed class OutboxRow
{
    public Guid OrganizationId { get; init; }
    public Guid Id { get; init; }
    public string Kind { get; init; } = "";
    public string Lane { get; init; } = "";

    /// <summary>The order within the lane.</summary>
    public long Sequence { get; init; }
    public string Payload { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextAttemptAt { get; set; }
    public DateTimeOffset? LeasedUntil { get; set; }
    public int Attempts { get; set; }
    public string? Error { get; set; }
    public DateTimeOffset? ParkedAt { get; set; }
}
