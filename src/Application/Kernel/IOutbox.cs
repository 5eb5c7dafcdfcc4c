namespace ClientChats.Application.Kernel;

/// <summary>Work that leaves the system, kept in the transaction that causes it and done after the commit, at least once.</summary>
public interface IOutbox
{
    /// <param name="organizationId">The organization.</param>
    /// <param name="work">What is to be done; it is judged anew when it is done.</param>
    /// <param name="lane">Work in one lane is done in order, one after the other.</param>
    void Add<TWork>(Guid organizationId, TWork work, string lane) where TWork : notnull;
}

/// <summary>Marks work that carries a secret, such as a link that lets somebody in: it is kept encrypted.</summary>
public interface ICarriesSecret;

/// <summary>Work that will fail again however often it is tried: it is given up at once and waits for an operator.</summary>
public sealed class HopelessWorkException(string message) : Exception(message);

/// <summary>Does one kind of outbox work. It may be called twice for one work.</summary>
public interface IDoesWork<in TWork> where TWork : notnull
{
    Task DoAsync(Guid organizationId, Guid workId, TWork work, CancellationToken ct);

    /// <summary>Called once when the work is given up after its last try.</summary>
    Task GiveUpAsync(Guid organizationId, TWork work, string failure, CancellationToken ct) => Task.CompletedTask;
}
