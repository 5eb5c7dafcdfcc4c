using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Bridges;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>A message that was written here into a mirrored conversation and is to go out; put into the outbox by the statement that appends it.</summary>
public sealed record BridgeMessage(Guid ConversationId, long Number);

/// <summary>Sends it through the bridge, conversation by conversation in order. What was deleted meanwhile is not sent.</summary>
internal sealed class SendToMessenger(IClientChatsDb db, IHistory history, IEnumerable<IMessengerBridge> messengers) : IDoesWork<BridgeMessage>
{
    public async Task DoAsync(Guid organizationId, Guid workId, BridgeMessage work, CancellationToken ct)
    {
        var chat = await db.BridgedChats.AsNoTracking().SingleAsync(c => c.OrganizationId == organizationId && c.Id == work.ConversationId, ct);
        var bridge = await db.Bridges.AsNoTracking().SingleAsync(b => b.OrganizationId == organizationId && b.Id == chat.BridgeId, ct);
        var entry = await history.FindAsync(organizationId, work.ConversationId, work.Number, ct);
        if (bridge.DeletedAt is not null || entry?.Text is null) return;
        if (!bridge.IsEnabled) throw new InvalidOperationException($"The bridge {bridge.Name} is switched off.");

        // A messenger has no threads: what answers nobody there goes out as an answer to the first message.
        var answered = entry.ReplyTo?.Number ?? entry.Thread;
        var replyTo = answered is null ? null : await db.BridgedMessages
            .Where(m => m.OrganizationId == organizationId && m.BridgeId == bridge.Id && m.ConversationId == work.ConversationId && m.Number == answered)
            .Select(m => m.OutsideId).FirstOrDefaultAsync(ct);
        var outsideId = await messengers.Single(m => m.Kind == bridge.Kind).SendAsync(
            new OutgoingMessage(bridge, chat.GroupId, chat.Id, entry.Number, entry.Id!.Value, SaidBy(entry), entry.Author!.DisplayName, replyTo, entry.CreatedAt), ct);

        if (await db.BridgedMessages.AnyAsync(m => m.OrganizationId == organizationId && m.BridgeId == bridge.Id && m.GroupId == chat.GroupId && m.OutsideId == outsideId, ct)) return;
        db.BridgedMessages.Add(BridgedMessage.Of(chat, outsideId, entry.Number, entry.CreatedAt));
        await db.FlushAsync(ct);
    }

    /// <summary>What a message says; what it passes on stands below, without a name that those outside may not know.</summary>
    private static string SaidBy(EntryView entry) => entry.Forwarded is not { Text: var passedOn } ? entry.Text! : entry.Text!.Length == 0 ? passedOn : $"{entry.Text}\n\n{passedOn}";
}
