using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Infrastructure.Database;

internal sealed class Idempotency(ClientChatsDb db, TimeProvider time) : IIdempotency
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public IdempotencyKey? Key { get; set; }

    public async Task<(bool Found, TResult? Result)> FindAsync<TResult>(Guid organizationId, CancellationToken ct)
    {
        var key = Key!;
        var name = $"idempotency {organizationId} {key.MemberId} {key.Route} {key.Key}";
        var claimed = await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({name}, 0)) as \"Value\"").SingleAsync(ct);
        if (!claimed) throw new RefusedException(SessionRefusals.InProgress) { RetryAfter = TimeSpan.FromSeconds(1) };

        var since = time.GetUtcNow() - Kept;
        var kept = await db.Database
            .SqlQuery<Kept24Hours>($"""
                select request_hash as "RequestHash", body as "Body", secret_id as "SecretId", conversation_id as "ConversationId"
                  from idempotency_records
                 where organization_id = {organizationId} and member_id = {key.MemberId} and route = {key.Route} and key = {key.Key} and created_at > {since}
                """)
            .SingleOrDefaultAsync(ct);
        if (kept is null) return (false, default);

        if (!kept.RequestHash.AsSpan().SequenceEqual(key.RequestHash)) throw new RefusedException(SessionRefusals.KeyReused);
        if (kept.SecretId is { } id) throw new RefusedException(SessionRefusals.SecretAlreadyShown) { Facts = new Dictionary<string, object> { ["id"] = id } };
        if (kept.ConversationId is { } conversation && !await db.VisibleConversations(organizationId, key.MemberId).AnyAsync(seen => seen.Id == conversation, ct))
            throw new RefusedException(ConversationRefusals.NotFound);
        return (true, JsonSerializer.Deserialize<TResult>(kept.Body!, ClientChatsDb.Json));
    }

    public Task KeepAsync<TResult>(Guid organizationId, TResult result, CancellationToken ct)
    {
        var key = Key!;
        var secret = (result as IHoldsSecret)?.Id;
        var conversation = (result as IAboutConversation)?.Id;
        var body = secret is null ? JsonSerializer.Serialize(result, ClientChatsDb.Json) : null;
        return db.Database.ExecuteSqlAsync($"""
            insert into idempotency_records (organization_id, member_id, route, key, request_hash, body, secret_id, conversation_id, created_at)
            values ({organizationId}, {key.MemberId}, {key.Route}, {key.Key}, {key.RequestHash}, {body}, {secret}, {conversation}, {time.GetUtcNow()})
            on conflict (organization_id, member_id, route, key)
               do update set request_hash = excluded.request_hash, body = excluded.body, secret_id = excluded.secret_id,
                             conversation_id = excluded.conversation_id, created_at = excluded.created_at
            """, ct);
    }

    private sealed record Kept24Hours(byte[] RequestHash, string? Body, Guid? SecretId, Guid? ConversationId);
}
