using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>Keeps the entries that a conversation has taken, and tells those who see it.</summary>
internal sealed class AppendEntryWhenTaken(IClientChatsDb db, ILiveNotices notices) : IReaction<EntryAppended>
{
    public Task React(EntryAppended happened, CancellationToken ct)
    {
        var entry = happened.Entry;
        db.Entries.Add(entry);
        notices.Add(new EntryNotice(entry.OrganizationId, entry.ConversationId, entry.Number, EntryNotice.Posted));
        return Task.CompletedTask;
    }
}

/// <summary>Keeps what a message said before it was changed, until it is deleted.</summary>
internal sealed class KeepFormerWording(IClientChatsDb db) : IReaction<EntryReworded>, IReaction<EntryChanged>
{
    public Task React(EntryReworded happened, CancellationToken ct)
    {
        db.EntryWordings.Add(happened.Former);
        return Task.CompletedTask;
    }

    public async Task React(EntryChanged happened, CancellationToken ct)
    {
        var entry = happened.Entry;
        if (!entry.IsDeleted) return;
        await db.EntryWordings.Where(w => w.OrganizationId == entry.OrganizationId && w.ConversationId == entry.ConversationId && w.Number == entry.Number).ExecuteDeleteAsync(ct);
    }
}

/// <summary>Tells those who see a conversation what changed of an entry.</summary>
internal sealed class TellWhenEntryChanges(ILiveNotices notices) : IReaction<EntryChanged>, IReaction<EntryReactionsChanged>, IReaction<EntryPinChanged>, IReaction<EntryFinalsChanged>, IReaction<EntryRepliesChanged>, IReaction<EntryStatusChanged>
{
    public Task React(EntryChanged happened, CancellationToken ct) => Tell(happened.Entry, happened.Entry.IsDeleted ? EntryNotice.Deleted : EntryNotice.Edited);

    public Task React(EntryReactionsChanged happened, CancellationToken ct) => Tell(happened.Entry, EntryNotice.ReactionsChanged);

    public Task React(EntryPinChanged happened, CancellationToken ct) => Tell(happened.Entry, EntryNotice.PinsChanged);

    public Task React(EntryFinalsChanged happened, CancellationToken ct) => Tell(happened.Entry, EntryNotice.Edited);

    public Task React(EntryStatusChanged happened, CancellationToken ct) => Tell(happened.Entry, EntryNotice.Edited);

    public Task React(EntryRepliesChanged happened, CancellationToken ct) => Tell(happened.Entry, EntryNotice.Edited);

    private Task Tell(Entry entry, string type)
    {
        notices.Add(new EntryNotice(entry.OrganizationId, entry.ConversationId, entry.Number, type));
        return Task.CompletedTask;
    }
}

/// <summary>A deleted message lets go of its files: from this commit on nobody sees them by it.</summary>
internal sealed class LetGoOfFilesWhenMessageDeleted(IClientChatsDb db) : IReaction<EntryChanged>
{
    public async Task React(EntryChanged happened, CancellationToken ct)
    {
        var entry = happened.Entry;
        if (!entry.IsDeleted) return;
        await db.EntryFiles.Where(h => h.OrganizationId == entry.OrganizationId && h.ConversationId == entry.ConversationId && h.Number == entry.Number).ExecuteDeleteAsync(ct);
    }
}
