using ClientChats.Application.Crm;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Bridges;

/// <summary>Lets the next stored event of a bridge take effect; answers false where none is left.</summary>
public sealed record ApplyNextBridgeEvent(Guid OrganizationId, Guid BridgeId) : ICommand<bool>, IChangesVisibility, IForSystem
{
    internal sealed class Handler(IClientChatsDb db, IBridgeInbox inbox, Mirror mirror) : ICommandHandler<ApplyNextBridgeEvent, bool>
    {
        public async Task<bool> Handle(ApplyNextBridgeEvent command, CancellationToken cancellationToken)
        {
            var happened = await inbox.NextAsync(command.OrganizationId, command.BridgeId, cancellationToken);
            if (happened is null) return false;

            var bridge = await db.Bridges.SingleAsync(b => b.OrganizationId == command.OrganizationId && b.Id == command.BridgeId, cancellationToken);
            if (await mirror.ApplyAsync(bridge, happened, cancellationToken)) await inbox.DoneAsync(bridge.OrganizationId, bridge.Id, happened.EventId, cancellationToken);
            else await inbox.WaitAsync(bridge.OrganizationId, bridge.Id, happened.EventId, cancellationToken);
            return true;
        }
    }
}

/// <summary>Mirrors what happens in outside groups. An event that is older than the last one applied to the same thing does not undo it.</summary>
internal sealed class Mirror(IClientChatsDb db, IBridgeInbox inbox, ContactLinks links, IMentionables mentionables)
{
    /// <summary>Answers false where the event waits for its message.</summary>
    public async Task<bool> ApplyAsync(Bridge bridge, BridgeEvent happened, CancellationToken ct)
    {
        if (happened.Type == BridgeEventType.Unknown) return true;
        var (chat, conversation) = await GroupAsync(bridge, happened, ct);

        switch (happened.Type)
        {
            case BridgeEventType.TitleChanged:
                if (chat.Retitle(happened.GroupTitle, happened.At)) conversation.FollowTitle(chat.Title);
                return true;
            case BridgeEventType.ParticipantJoined:
                await TurnAsync(bridge, conversation, happened, present: true, announce: true, ct);
                return true;
            case BridgeEventType.ParticipantLeft:
                await TurnAsync(bridge, conversation, happened, present: false, announce: true, ct);
                return true;
            case BridgeEventType.MessagePosted:
                await PostAsync(bridge, chat, conversation, happened, ct);
                return true;
            default:
                return await ChangeAsync(chat, conversation, happened, ct);
        }
    }

    private async Task<(BridgedChat Chat, Conversation Conversation)> GroupAsync(Bridge bridge, BridgeEvent happened, CancellationToken ct)
    {
        var chat = await db.BridgedChats.SingleOrDefaultAsync(c => c.OrganizationId == bridge.OrganizationId && c.BridgeId == bridge.Id && c.GroupId == happened.GroupId, ct);
        if (chat is not null)
        {
            await db.LockConversationsAsync(bridge.OrganizationId, [chat.Id], ct);
            return (chat, await db.Conversations.SingleAsync(c => c.OrganizationId == chat.OrganizationId && c.Id == chat.Id, ct));
        }

        var conversation = Conversation.Mirror(bridge.OrganizationId, Guid.CreateVersion7(), bridge.Id, happened.GroupTitle, happened.At);
        chat = BridgedChat.Of(bridge.OrganizationId, conversation.Id, bridge.Id, happened.GroupId, happened.GroupTitle, happened.At);
        db.Conversations.Add(conversation);
        db.BridgedChats.Add(chat);
        return (chat, conversation);
    }

    private async Task PostAsync(Bridge bridge, BridgedChat chat, Conversation conversation, BridgeEvent happened, CancellationToken ct)
    {
        var content = happened.Message!;
        if (await FindAsync(chat, content.Id, ct) is not null) return;

        // A message from somebody not known to be in the group puts him in.
        var author = await TurnAsync(bridge, conversation, happened, present: true, announce: false, ct);
        var repliedTo = content.ReplyToId is null ? null : await FindAsync(chat, content.ReplyToId, ct);
        var text = content.Text ?? "";
        var mentions = await MentionsAsync(conversation, text, ct);
        var entry = conversation.Hear(Guid.CreateVersion7(happened.At), author.Id, text, repliedTo?.Number, happened.At, new MessageExtras(Mentions: mentions));
        var mapping = BridgedMessage.Of(chat, content.Id, entry.Number, happened.At);
        db.BridgedMessages.Add(mapping);

        foreach (var waited in await inbox.WakeAsync(chat.OrganizationId, chat.BridgeId, chat.GroupId, content.Id, ct)) await ChangeAsync(conversation, entry, mapping, waited, ct);
    }

    private async Task<bool> ChangeAsync(BridgedChat chat, Conversation conversation, BridgeEvent happened, CancellationToken ct)
    {
        if (await FindAsync(chat, happened.Message!.Id, ct) is not { } mapping) return false;
        var entry = await db.Entries.SingleAsync(e => e.OrganizationId == chat.OrganizationId && e.ConversationId == chat.Id && e.Number == mapping.Number, ct);
        await ChangeAsync(conversation, entry, mapping, happened, ct);
        return true;
    }

    private async Task ChangeAsync(Conversation conversation, Entry entry, BridgedMessage mapping, BridgeEvent happened, CancellationToken ct)
    {
        if (!mapping.Change(happened.At)) return;
        if (happened.Type == BridgeEventType.MessageDeleted)
        {
            conversation.Delete(entry, happened.At);
            return;
        }

        var text = happened.Message!.Text ?? "";
        conversation.Edit(entry, text, await MentionsAsync(conversation, text, ct), happened.At);
    }

    private Task<IReadOnlyList<Mention>?> MentionsAsync(Conversation conversation, string text, CancellationToken ct) =>
        mentionables.FindAsync(conversation.OrganizationId, conversation.Id, author: null, text, ct);

    private Task<BridgedMessage?> FindAsync(BridgedChat chat, string outsideId, CancellationToken ct) => db.BridgedMessages.SingleOrDefaultAsync(
        m => m.OrganizationId == chat.OrganizationId && m.BridgeId == chat.BridgeId && m.GroupId == chat.GroupId && m.OutsideId == outsideId, ct);

    private async Task<OutsideParticipant> TurnAsync(Bridge bridge, Conversation conversation, BridgeEvent happened, bool present, bool announce, CancellationToken ct)
    {
        var person = await PersonAsync(bridge, happened, ct);
        var presence = await db.BridgedPresences.SingleOrDefaultAsync(p => p.OrganizationId == bridge.OrganizationId && p.ConversationId == conversation.Id && p.ParticipantId == person.Id, ct);
        if (presence is null) db.BridgedPresences.Add(presence = BridgedPresence.Of(bridge.OrganizationId, conversation.Id, person.Id, happened.At));

        if (!presence.Turn(present, happened.At)) return person;
        if (present) conversation.OutsideParticipantJoined(person.Id, person.IsClient, announce, happened.At);
        else conversation.OutsideClientLeft(person.Id, person.MemberId, happened.At);
        return person;
    }

    private async Task<OutsideParticipant> PersonAsync(Bridge bridge, BridgeEvent happened, CancellationToken ct)
    {
        var told = happened.Participant!;
        var person = await db.OutsideParticipants.SingleOrDefaultAsync(p => p.OrganizationId == bridge.OrganizationId && p.BridgeId == bridge.Id && p.OutsideId == told.Id, ct);
        var isKnown = person is not null && (told.Phone is null || told.Phone == person.Phone);
        if (person is null)
        {
            person = OutsideParticipant.Met(bridge.OrganizationId, Guid.CreateVersion7(happened.At), bridge.Id, told.Id, told.Name, told.Phone, happened.At);
            db.OutsideParticipants.Add(person);
        }

        person.Introduce(told.Name, told.Phone);
        if (isKnown) return person;

        // A member's own number wins over a contact: its bearer is an employee and nobody's client.
        var own = person.Phone is null ? null : await db.MemberPhones.SingleOrDefaultAsync(p => p.OrganizationId == bridge.OrganizationId && p.Phone == person.Phone, ct);
        person.Is(own?.MemberId);
        await links.AlignAsync(bridge.OrganizationId, person.Id, person.IsClient, KeysOf(bridge, person), ct);
        return person;
    }

    public static IReadOnlyCollection<(string Kind, string Value, LinkedBy By)> KeysOf(Bridge bridge, OutsideParticipant person) =>
    [
        .. person.Phone is { } phone ? [(ContactKey.Phone, phone, LinkedBy.Phone)] : Array.Empty<(string, string, LinkedBy)>(),
        (ContactKey.Messenger(bridge.Kind), person.OutsideId, LinkedBy.Messenger),
    ];
}
