using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure.Database;

namespace ClientChats.Infrastructure.Outbox;

/// <summary>Puts work into the outbox with the transaction that causes it.</summary>
internal sealed class OutboxQueue(ClientChatsDb db, ISecrets secrets, ILiveNotices notices, TimeProvider time) : IOutbox
{
    public void Add<TWork>(Guid organizationId, TWork work, string lane) where TWork : notnull
    {
        var now = time.GetUtcNow();
        var payload = JsonSerializer.Serialize(work, ClientChatsDb.Json);
        db.Outbox.Add(new OutboxRow
        {
            OrganizationId = organizationId, Id = Guid.CreateVersion7(now), Kind = typeof(TWork).Name, Lane = lane, Sequence = now.Ticks,
            Payload = work is ICarriesSecret ? secrets.Protect(payload) : payload, CreatedAt = now, NextAttemptAt = now,
        });
        notices.Add(new OutboxNotice(organizationId));
    }
}
