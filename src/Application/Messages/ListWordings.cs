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
            var by = await access.SeenAsync(query.ConversationId, cancellationToken);
            var organizationId = by.Viewer.OrganizationId;
            var exists = query.Number > by.HistoryFloor
                && await db.Entries.AnyAsync(e => e.OrganizationId == organizationId && e.ConversationId == query.ConversationId && e.Number == query.Number, cancellationToken);
            Refuse.Unless(exists, MessageRefusals.NotFound);
            return await db.EntryWordings
                .Where(w => w.OrganizationId == organizationId && w.ConversationId == query.ConversationId && w.Number == query.Number)
                .OrderBy(w => w.Revision).Select(w => new WordingView(w.Text, w.At)).ToListAsync(cancellationToken);
        }
    }
}
