using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>What a message said at some time.</summary>
/// <param name="Text">Its words then.</param>
/// <param name="At">Since when it said this.</param>
public sealed record WordingView(string Text, DateTimeOffset At);

/// <summary>What a message said before it was changed, the oldest first; for employees who see the conversation.</summary>
public sealed record ListWordings(Guid ConversationId, long Number) : IQuery<IReadOnlyList<WordingView>>, IForEmployees
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access) : IQueryHandler<ListWordings, IReadOnlyList<WordingView>>
    {
        public async Task<IReadOnlyList<WordingView>> Handle(ListWordings query, CancellationToken cancellationToken)
        {
            var reader = await access.SeenAsync(query.ConversationId, cancellationToken);
            var organizationId = reader.Viewer.OrganizationId;
            var memberId = reader.Viewer.MemberId;
            var exists = query.Number > reader.HistoryFloor
                && await db.Entries.AnyAsync(e => e.OrganizationId == organizationId && e.ConversationId == query.ConversationId && e.Number == query.Number, cancellationToken);
            Refuse.Unless(exists, MessageRefusals.NotFound);
            return await (
                from seen in db.VisibleConversations(organizationId, memberId)
                where seen.Id == query.ConversationId
                join wording in db.EntryWordings on new { seen.OrganizationId, ConversationId = seen.Id } equals new { wording.OrganizationId, wording.ConversationId }
                where wording.Number == query.Number
                orderby wording.Revision
                select new WordingView(wording.Text, wording.At)).ToListAsync(cancellationToken);
        }
    }
}
