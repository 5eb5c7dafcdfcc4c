using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>A conversation that somebody may open, locked for change, and how he stands towards it.</summary>
public sealed record OpenConversation(Conversation Conversation, Standing By);

/// <summary>An entry that somebody may read, its conversation locked for change, and how he stands towards it.</summary>
public sealed record OpenEntry(Conversation Conversation, Entry Entry, Standing By);

/// <summary>The one door to conversations: whoever may not know of one gets the answer of one that does not exist.</summary>
public sealed class ConversationAccess(IClientChatsDb db, IViewerContext current)
{
    /// <summary>The conversations that a member sees.</summary>
    public IQueryable<Conversation> VisibleTo(Viewer viewer) =>
        from seen in db.VisibleConversations(viewer.OrganizationId, viewer.MemberId)
        join conversation in db.Conversations on new { seen.OrganizationId, seen.Id } equals new { conversation.OrganizationId, conversation.Id }
        select conversation;

    /// <summary>Locks a conversation that the viewer sees, or manages, and loads it with its members.</summary>
    public async Task<OpenConversation> OpenAsync(Guid conversationId, CancellationToken ct)
    {
        var viewer = current.Viewer;
        await db.LockConversationsAsync(viewer.OrganizationId, [conversationId], ct);
        var standing = await ManagedOrSeenAsync(conversationId, ct);
        return new OpenConversation(await LoadAsync(viewer.OrganizationId, conversationId, ct), standing);
    }

    /// <summary>Locks a conversation that the viewer sees, and loads an entry of it that exists for him.</summary>
    public async Task<OpenEntry> OpenEntryAsync(Guid conversationId, long number, CancellationToken ct)
    {
        var (conversation, by) = await OpenAsync(conversationId, ct);
        Refuse.Unless(by.Sees, ConversationRefusals.NotFound);
        var entry = number > by.HistoryFloor
            ? await db.Entries.SingleOrDefaultAsync(e => e.OrganizationId == conversation.OrganizationId && e.ConversationId == conversation.Id && e.Number == number, ct)
            : null;
        return new OpenEntry(conversation, entry ?? throw new RefusedException(MessageRefusals.NotFound), by);
    }

    /// <summary>How the viewer stands towards a conversation whose content he sees.</summary>
    public async Task<Standing> SeenAsync(Guid conversationId, CancellationToken ct)
    {
        var standing = await FindAsync(conversationId, ct);
        return standing is { Sees: true } ? standing : throw new RefusedException(ConversationRefusals.NotFound);
    }

    /// <summary>How the viewer stands towards a conversation that he sees, or manages without seeing its content.</summary>
    public async Task<Standing> ManagedOrSeenAsync(Guid conversationId, CancellationToken ct)
    {
        var standing = await FindAsync(conversationId, ct);
        return standing is { Sees: true } or { IsManager: true } ? standing : throw new RefusedException(ConversationRefusals.NotFound);
    }

    /// <summary>Loads a conversation, whoever asks; the caller has locked it and decided that it may be touched.</summary>
    public Task<Conversation> LoadAsync(Guid organizationId, Guid conversationId, CancellationToken ct) => db.Conversations
        .Include(c => c.Members).ThenInclude(m => m.Person)
        .SingleAsync(c => c.OrganizationId == organizationId && c.Id == conversationId, ct);

    private async Task<Standing?> FindAsync(Guid conversationId, CancellationToken ct)
    {
        var viewer = current.Viewer;
        var row = await db.Standings(viewer.OrganizationId, conversationId, viewer.MemberId).SingleOrDefaultAsync(ct);
        return row?.Of(viewer.OrganizationId, viewer.MemberId);
    }
}
