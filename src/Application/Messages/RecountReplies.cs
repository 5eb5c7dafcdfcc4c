using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>What a message says of its thread is read anew from the log when a reply is deleted; the conversation is locked, so no other comes between.</summary>
internal sealed class RecountRepliesWhenOneIsDeleted(IClientChatsDb db) : IReaction<ReplyDeleted>
{
    public async Task React(ReplyDeleted happened, CancellationToken ct)
    {
        var (conversation, gone) = happened;
        var root = await db.Entries.SingleAsync(e => e.OrganizationId == gone.OrganizationId && e.ConversationId == gone.ConversationId && e.Number == gone.Thread, ct);
        var left = db.Entries.Where(e => e.OrganizationId == gone.OrganizationId && e.ConversationId == gone.ConversationId && e.Thread == gone.Thread && e.DeletedAt == null && e.Number != gone.Number);

        var last = await left.OrderByDescending(e => e.Number).Select(e => new { e.Number, e.CreatedAt }).FirstOrDefaultAsync(ct);
        if (last is null)
        {
            conversation.Recount(root, Replies.None);
            return;
        }

        var people = await left.GroupBy(e => e.AuthorId).OrderByDescending(g => g.Max(e => e.Number)).Select(g => g.Key!.Value).Take(Replies.MostPeople).ToListAsync(ct);
        conversation.Recount(root, new Replies(await left.LongCountAsync(ct), last.Number, last.CreatedAt, people));
    }
}
