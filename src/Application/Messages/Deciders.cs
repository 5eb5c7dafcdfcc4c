using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>Who may be asked for a decision: a member, somebody who is in the mirrored group, or oneself.</summary>
public sealed class Deciders(IClientChatsDb db, ConversationAccess access, IViewerContext current, TimeProvider time)
{
    public async Task<bool> IsHereAsync(Viewer viewer, Guid conversationId, Guid decider, CancellationToken ct) =>
        decider == viewer.MemberId
        || await db.ConversationMembers.AnyAsync(m => m.OrganizationId == viewer.OrganizationId && m.ConversationId == conversationId && m.MemberId == decider, ct)
        || await (
            from presence in db.BridgedPresences
            where presence.OrganizationId == viewer.OrganizationId && presence.ConversationId == conversationId && presence.IsPresent
            join person in db.OutsideParticipants on new { presence.OrganizationId, Id = presence.ParticipantId } equals new { person.OrganizationId, person.Id }
            where (person.MemberId ?? person.Id) == decider
            select person.Id).AnyAsync(ct);

    /// <summary>Refuses a status that the viewer may not give to a message that he is about to write.</summary>
    public async Task MayAskAsync(Guid conversationId, WantedStatus wanted, CancellationToken ct)
    {
        var by = (await access.SeenAsync(conversationId, ct)).Viewer;
        Refuse.If(by.IsGuest, MessageRefusals.MayNotSetStatus);
        if (wanted.DecisionBy is { } decider && !await IsHereAsync(current.Viewer, conversationId, decider, ct)) throw new RefusedException(MessageRefusals.DeciderNotHere) { Field = "status.decisionBy" };
        if (wanted.DueAt <= time.GetUtcNow()) throw new RefusedException(MessageRefusals.DueInThePast) { Field = "status.dueAt" };
    }
}
