using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>Notes that whoever was to decide has answered by a message that he has just written; the decision stays open until an employee closes it.</summary>
/// <remarks>It follows his post, whose commit has decided that he may write there.</remarks>
public sealed record AnswerDecisions(Guid ConversationId, IReadOnlyList<long> Decisions, long Reply) : ICommand, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, IViewerContext current) : ICommandHandler<AnswerDecisions>
    {
        public async Task Handle(AnswerDecisions command, CancellationToken ct)
        {
            var viewer = current.Viewer;
            await db.LockConversationsAsync(viewer.OrganizationId, [command.ConversationId], ct);
            var conversation = await access.LoadAsync(viewer.OrganizationId, command.ConversationId, ct);
            long[] numbers = [.. command.Decisions, command.Reply];
            var entries = await db.Entries.Where(e => e.OrganizationId == viewer.OrganizationId && e.ConversationId == conversation.Id && numbers.Contains(e.Number)).ToListAsync(ct);
            if (entries.SingleOrDefault(e => e.Number == command.Reply) is not { } reply || reply.AuthorId != viewer.MemberId) return;
            foreach (var decision in entries.Where(e => e.Status?.DecisionBy == viewer.MemberId && command.Decisions.Contains(e.Number)).OrderBy(e => e.Number)) conversation.Answer(decision, reply);
        }
    }
}

/// <summary>What is said in a mirrored group answers a decision as well, where it replies to it.</summary>
internal sealed class AnswerDecisionWhenSaid(IClientChatsDb db) : IReaction<EntryAppended>
{
    public async Task React(EntryAppended happened, CancellationToken ct)
    {
        var reply = happened.Entry;
        if (reply.ReplyTo is not { } number || reply.AuthorId is not { } authorId) return;
        var decision = await db.Entries.SingleOrDefaultAsync(e => e.OrganizationId == reply.OrganizationId && e.ConversationId == reply.ConversationId && e.Number == number, ct);
        if (decision?.Status is not { IsOpenDecision: true, DecisionBy: { } decider }) return;
        if (decider != authorId && !await db.OutsideParticipants.AnyAsync(p => p.OrganizationId == reply.OrganizationId && p.Id == authorId && p.MemberId == decider, ct)) return;
        var conversation = await db.Conversations.SingleAsync(c => c.OrganizationId == reply.OrganizationId && c.Id == reply.ConversationId, ct);
        conversation.Answer(decision, reply);
    }
}

/// <summary>A decision whose answer was deleted waits again.</summary>
internal sealed class LoseAnswerWhenDeleted(IClientChatsDb db) : IReaction<EntryChanged>
{
    public async Task React(EntryChanged happened, CancellationToken ct)
    {
        var reply = happened.Entry;
        if (!reply.IsDeleted) return;
        var statuses = await db.Entries.AsNoTracking()
            .Where(e => e.OrganizationId == reply.OrganizationId && e.ConversationId == reply.ConversationId && e.Status != null).Select(e => new { e.Number, e.Status }).ToListAsync(ct);
        var numbers = statuses.Where(e => e.Status!.AnsweredBy == reply.Number).Select(e => e.Number).ToList();
        if (numbers.Count == 0) return;
        var conversation = await db.Conversations.SingleAsync(c => c.OrganizationId == reply.OrganizationId && c.Id == reply.ConversationId, ct);
        foreach (var decision in await db.Entries.Where(e => e.OrganizationId == reply.OrganizationId && e.ConversationId == reply.ConversationId && numbers.Contains(e.Number)).ToListAsync(ct))
            conversation.LoseAnswer(decision);
    }
}
