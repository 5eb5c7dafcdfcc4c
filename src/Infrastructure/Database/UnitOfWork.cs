using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ClientChats.Infrastructure.Database;

internal sealed class UnitOfWork(ClientChatsDb db) : IUnitOfWork
{
    private IDbContextTransaction? _transaction;

    public async Task BeginAsync(Guid? lockFacts, CancellationToken ct)
    {
        _transaction = await db.Database.BeginTransactionAsync(ct);
        if (lockFacts is { } organization) await db.Database.ExecuteSqlAsync($"select lock_facts({organization})", ct);
    }

    public IReadOnlyList<IDomainEvent> TakeEvents() => [.. db.ChangeTracker.Entries<Aggregate>().SelectMany(entry => entry.Entity.TakeEvents()).ToList()];

    public Task SaveAsync(CancellationToken ct) => db.FlushAsync(ct);

    public async Task<IReadOnlyList<AccessChange>> RefreshAccessAsync(Guid organizationId, IReadOnlyCollection<Guid> conversationIds, string cause, Guid? by, CancellationToken ct)
    {
        if (conversationIds.Count == 0) return [];
        return await db.Database
            .SqlQuery<AccessChangeRow>($"select conversation_id as \"ConversationId\", member_id as \"MemberId\", audience as \"Audience\", change as \"Change\" from refresh_access({organizationId}, {conversationIds.ToArray()}, {cause}, {by})")
            .Select(row => new AccessChange(row.ConversationId, row.MemberId, row.Audience, row.Change == "gained"))
            .ToListAsync(ct);
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        // Past this point the caller's going away must not leave it open whether the change was made.
        ct.ThrowIfCancellationRequested();
        await _transaction!.CommitAsync(CancellationToken.None);
        await EndAsync();
    }

    public async Task AbandonAsync()
    {
        await EndAsync();
        db.ChangeTracker.Clear();
    }

    public bool IsWorthAnotherTry(Exception failure) => failure is DbUpdateConcurrencyException
        || (failure as PostgresException ?? failure.InnerException as PostgresException) is { } refused
        && (refused.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure || Constraints.IsWorthAnotherTry(refused));

    private async Task EndAsync()
    {
        if (_transaction is null) return;
        await _transaction.DisposeAsync();
        _transaction = null;
    }

    private sealed record AccessChangeRow(Guid ConversationId, Guid? MemberId, string? Audience, string Change);
}
