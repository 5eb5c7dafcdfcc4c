namespace ClientChats.Domain.Messages;

/// <summary>How the matter of a message stands.</summary>
public enum StatusKind { InProgress, NeedsDecision, Done }

/// <summary>The status that somebody wants a message to have.</summary>
/// <param name="Status">How its matter stands.</param>
/// <param name="DecisionBy">Who is to decide, where a decision is needed: a person in the conversation.</param>
/// <param name="DueAt">Until when he is to decide.</param>
public sealed record WantedStatus(StatusKind Status, Guid? DecisionBy, DateTimeOffset? DueAt)
{
    public MessageStatus SetBy(Guid memberId, DateTimeOffset at, long after = 0) => new(Status, memberId, at) { DecisionBy = DecisionBy, DueAt = DueAt, After = after };
}

/// <summary>How the matter of a message stands, and of a decision: who makes it, until when, and whether he has answered.</summary>
/// <param name="Status">How its matter stands.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record MessageStatus(StatusKind Status, Guid By, DateTimeOffset At)
{
    /// <summary>Who is to decide, or has decided; null where no decision was asked for.</summary>
    public Guid? DecisionBy { get; init; }
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Only what was written after this number answers it.</summary>
    public long After { get; init; }

    /// <summary>The message by which he answered; the decision stays open until an employee closes it.</summary>
    public long? AnsweredBy { get; init; }

    public bool IsOpenDecision => Status == StatusKind.NeedsDecision;

    public bool Is(WantedStatus wanted) => AnsweredBy is null && (Status, DecisionBy, DueAt) == (wanted.Status, wanted.DecisionBy, wanted.DueAt);
}
