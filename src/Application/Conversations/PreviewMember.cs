using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>How much one author wrote of what would be shown.</summary>
/// <param name="ParticipantId">The person in conversations; for a member the same as his id.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="IsClient">A guest, or somebody outside who is no employee.</param>
/// <param name="Messages">How many messages he wrote.</param>
public sealed record PreviewAuthor(Guid ParticipantId, string DisplayName, bool IsClient, long Messages);

/// <summary>The part of it that was written while no client was there.</summary>
/// <param name="Since">When the first of these messages was written.</param>
/// <param name="Until">When the last of them was written.</param>
/// <param name="Messages">How many messages.</param>
public sealed record WithoutClients(DateTimeOffset Since, DateTimeOffset Until, long Messages);

/// <summary>What somebody would get to see: what people wrote, without system entries and deleted messages.</summary>
/// <param name="Messages">How many messages people wrote, system entries and deleted ones not counted.</param>
/// <param name="Files">How many files.</param>
/// <param name="Pins">How many pinned messages.</param>
/// <param name="Since">When the first of these messages was written.</param>
/// <param name="Authors">Who wrote how much.</param>
/// <param name="WithoutGuests">The part written while no client was there.</param>
public sealed record MemberPreview(
    long Messages, long Files, long Pins, DateTimeOffset? Since, IReadOnlyList<PreviewAuthor> Authors, WithoutClients? WithoutGuests)
{
    public static readonly MemberPreview Nothing = new(0, 0, 0, null, [], null);
}

/// <summary>Counts what a conversation's log would show.</summary>
public interface IHistoryPreview
{
    Task<MemberPreview> CountAsync(Guid organizationId, Guid conversationId, long floor, CancellationToken ct);
}

/// <summary>What somebody would get to see if he were added; for whoever may add him, and never more than he sees himself.</summary>
public sealed record PreviewMember(Guid ConversationId, Guid MemberId, History History) : IQuery<MemberPreview>, IForEmployees
{
    internal sealed class Handler(ConversationAccess access, NewMemberCheck check, IHistoryPreview preview) : IQueryHandler<PreviewMember, MemberPreview>
    {
        public async Task<MemberPreview> Handle(PreviewMember query, CancellationToken cancellationToken)
        {
            var by = await access.SeenAsync(query.ConversationId, cancellationToken);
            await check.MayAddAsync(query.ConversationId, query.MemberId, by, cancellationToken);
            return query.History == History.FromNow
                ? MemberPreview.Nothing
                : await preview.CountAsync(by.Viewer.OrganizationId, query.ConversationId, by.HistoryFloor, cancellationToken);
        }
    }
}

/// <summary>Whether a person exists for the viewer and may be added by him.</summary>
internal sealed class NewMemberCheck(IClientChatsDb db)
{
    public async Task<Member> MayAddAsync(Guid conversationId, Guid memberId, Standing by, CancellationToken ct)
    {
        var organizationId = by.Viewer.OrganizationId;
        var person = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.OrganizationId == organizationId && m.Id == memberId && m.Status == MemberStatus.Active, ct)
            ?? throw new RefusedException(MemberRefusals.NotFound);
        var conversation = await db.Conversations.AsNoTracking().SingleAsync(c => c.OrganizationId == organizationId && c.Id == conversationId, ct);
        var can = conversation.AbilitiesOf(by);
        Refuse.Unless(person.IsGuest ? can.AddGuests : can.AddEmployees, ConversationRefusals.MayNotAdd);
        return person;
    }
}
