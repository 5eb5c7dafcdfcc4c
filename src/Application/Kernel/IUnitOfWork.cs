using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Kernel;

/// <summary>One transaction of one request.</summary>
public interface IUnitOfWork
{
    /// <summary>Begins; with <paramref name="lockFacts"/> it waits for its turn to change facts of visibility.</summary>
    Task BeginAsync(Guid? lockFacts, CancellationToken ct);

    /// <summary>The events of all loaded aggregates since the last call.</summary>
    IReadOnlyList<IDomainEvent> TakeEvents();

    Task SaveAsync(CancellationToken ct);

    /// <summary>Stores who sees these conversations now, and answers what has changed by it.</summary>
    Task<IReadOnlyList<AccessChange>> RefreshAccessAsync(Guid organizationId, IReadOnlyCollection<Guid> conversationIds, string cause, Guid? by, CancellationToken ct);

    Task CommitAsync(CancellationToken ct);

    /// <summary>Rolls back and forgets everything that was loaded, so that the request can be tried again.</summary>
    Task AbandonAsync();

    /// <summary>Whether trying again is the right answer to this failure: a deadlock, or two that changed or created the same thing at once.</summary>
    bool IsWorthAnotherTry(Exception failure);
}

/// <summary>Somebody gained or lost a conversation: one member, or a whole group that sees conversations as such.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="MemberId">The member, or null for a group.</param>
/// <param name="Audience">The group: overseen, unlinked or public.</param>
/// <param name="Gained">Gained, or lost.</param>
public sealed record AccessChange(Guid ConversationId, Guid? MemberId, string? Audience, bool Gained);
