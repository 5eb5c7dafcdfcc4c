using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure.Database;

namespace ClientChats.Infrastructure.Outbox;

/// <summary>Puts work into the outbox with the transaction that causes it.</summary>
internal sealed class OutboxQueue(ClientChatsDb db, ISecrets secrets, ILiveNotices notices, TimeProvider time) : IOutbox
{
    private static long s_sequence;

    public void Add<TWork>(Guid organizationId, TWork work, string lane) where TWork : notnull
    {
        var now = time.GetUtcNow();
        var payload = JsonSerializer.Serialize(work, ClientChatsDb.Json);
        db.Outbox.Add(new OutboxRow
        {
            OrganizationId = organizationId, Id = Guid.CreateVersion7(now), Kind = typeof(TWork).Name, Lane = lane, Sequence = Next(now.UtcTicks),
            Payload = work is ICarriesSecret ? secrets.Protect(payload) : payload, CreatedAt = now, NextAttemptAt = now,
        });
        notices.Add(new OutboxNotice(organizationId));
    }

    /// <summary>What is added later comes later in its lane, also within one tick of the clock.</summary>
    private static long Next(long ticks)
    {
        while (true)
        {
            var last = Interlocked.Read(ref s_sequence);
            var next = Math.Max(ticks, last + 1);
            if (Interlocked.CompareExchange(ref s_sequence, next, last) == last) return next;
        }
    }
}
