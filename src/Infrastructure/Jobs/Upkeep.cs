using ClientChats.Application.Jobs;
using ClientChats.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Infrastructure.Jobs;

internal sealed class Upkeep(ClientChatsDb db, TimeProvider time) : IUpkeep
{
    private const int Batch = 1000;

    public async Task<OutboxState> RecoverOutboxAsync(Guid organizationId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var state = await db.Database.SqlQuery<OutboxState>($"""
            with freed as (
                update outbox set leased_until = null where organization_id = {organizationId} and parked_at is null and leased_until <= {now} returning id
            )
            select (select count(*) from freed)::int as "Freed",
                   (select count(*) from outbox where organization_id = {organizationId} and parked_at is null)::int as "Waiting",
                   (select count(*) from outbox where organization_id = {organizationId} and parked_at is not null)::int as "Parked"
            """).ToListAsync(ct);
        return state.Single();
    }

    public Task<int> SweepIdempotencyAsync(Guid organizationId, CancellationToken ct)
    {
        var over = time.GetUtcNow() - Idempotency.Kept;
        return db.Database.ExecuteSqlAsync($"""
            delete from idempotency_records where ctid = any (array(
                select ctid from idempotency_records where organization_id = {organizationId} and created_at <= {over} order by created_at limit {Batch}))
            """, ct);
    }

    public Task<int> SweepRunsAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct) => db.Database.ExecuteSqlAsync($"""
        delete from job_runs where ctid = any (array(
            select ctid from job_runs where organization_id = {organizationId} and finished_at <= {before} and state in ('succeeded', 'failed') order by finished_at limit {Batch}))
        """, ct);

    public async Task<(int Checked, IReadOnlyList<Guid> Differing)> CompareAudiencesAsync(Guid organizationId, int sample, CancellationToken ct)
    {
        var taken = await db.Database.SqlQuery<Guid>($"""select id as "Value" from conversations where organization_id = {organizationId} order by random() limit {sample}""").ToArrayAsync(ct);
        var differing = await db.Database.SqlQuery<Guid>($"""select conversation_id as "Value" from differing_audiences({organizationId}, {taken})""").ToArrayAsync(ct);
        return (taken.Length, differing);
    }
}
