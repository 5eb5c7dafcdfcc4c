namespace ClientChats.Application.Kernel;

/// <summary>The idempotency key of the running request, where the caller gave one; set at the edge.</summary>
public sealed record IdempotencyKey(Guid MemberId, string Route, string Key, byte[] RequestHash);

/// <summary>Remembers the answer to a keyed request in the transaction that brings about its effect.</summary>
public interface IIdempotency
{
    /// <summary>The key of this request; null where it has none.</summary>
    IdempotencyKey? Key { get; set; }

    /// <summary>Claims the key for this transaction and finds the answer that was given before.</summary>
    Task<(bool Found, TResult? Result)> FindAsync<TResult>(Guid organizationId, CancellationToken ct);

    Task KeepAsync<TResult>(Guid organizationId, TResult result, CancellationToken ct);
}

/// <summary>An answer that holds a secret: it is shown once and never stored.</summary>
public interface IHoldsSecret
{
    Guid Id { get; }
}

/// <summary>An answer about one conversation: it is repeated only to somebody who still sees it.</summary>
public interface IAboutConversation
{
    Guid Id { get; }
}
