using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>A chat whose name there is something to say about.</summary>
/// <param name="ConversationId">The chat.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What it is called.</param>
/// <param name="IsClientChat">Whether a client is or was in it.</param>
/// <param name="Findings">The remarks, in the order of their places.</param>
/// <param name="Suggestion">The whole name with everything fixed; absent where there is nothing to fix by itself.</param>
/// <param name="CanRename">Whether one may give it another name.</param>
public sealed record NameInReport(Guid ConversationId, ConversationKind Kind, string Name, bool IsClientChat, IReadOnlyList<FindingView> Findings, string? Suggestion, bool CanRename);

/// <summary>A part of the report.</summary>
/// <param name="Items">The names there is something to say about.</param>
/// <param name="Checked">How many names were read for this part.</param>
/// <param name="NextCursor">Asks for the next part; null after the last one.</param>
public sealed record NamesReport(IReadOnlyList<NameInReport> Items, int Checked, string? NextCursor);

/// <summary>
/// Checks the names of the chats that one sees, for administrators also of those that they manage; a part reads so many
/// names as its limit says, and tells of those that are not as they should be. Names are not compared with each other here.
/// </summary>
public sealed record ReportNames(string? Cursor, int Limit) : IQuery<NamesReport>, IForEmployees
{
    internal sealed class Validator : AbstractValidator<ReportNames>
    {
        public Validator() => RuleFor(x => x.Limit).InclusiveBetween(1, 200);
    }

    internal sealed class Handler(IClientChatsDb db, ConversationAccess access, IViewerContext current, ConventionStore conventions, DictionaryStore dictionaries) : IQueryHandler<ReportNames, NamesReport>
    {
        public async Task<NamesReport> Handle(ReportNames query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var organizationId = viewer.OrganizationId;
            var after = Kernel.Cursor.ReadId(query.Cursor);
            var chats = viewer.IsAdministrator ? db.Conversations.Where(c => c.OrganizationId == organizationId) : access.VisibleTo(viewer);
            var page = await db.StandingsIn(chats.Where(c => c.Kind != ConversationKind.Direct && c.ArchivedAt == null && (after == null || c.Id > after)), organizationId, viewer.MemberId)
                .Where(one => one.Row.Sees || one.Row.IsManager).OrderBy(one => one.Conversation.Id).Take(query.Limit + 1).AsNoTracking().ToListAsync(cancellationToken);

            var names = page.Take(query.Limit).ToList();
            var ids = names.Select(one => one.Conversation.Id).ToList();
            var members = (await db.ConversationMembers.Where(m => m.OrganizationId == organizationId && ids.Contains(m.ConversationId)).Select(m => new { m.ConversationId, m.MemberId }).ToListAsync(cancellationToken))
                .ToLookup(m => m.ConversationId, m => m.MemberId);
            var surroundings = await KnownSurroundings.ReadAsync(db, organizationId, cancellationToken);
            var check = await dictionaries.CheckAsync(organizationId, cancellationToken);
            var convention = (await conventions.ReadAsync(organizationId, cancellationToken)).Default;

            var told = new List<NameInReport>();
            foreach (var one in names)
            {
                // Patterns are for chats with clients; what any name may not have, no name may have.
                var verdict = check.Of(one.Conversation.Name, one.Conversation.IsClientChat ? convention : null, surroundings.Of(members[one.Conversation.Id], responsible: null));
                if (verdict.Findings.Length == 0) continue;
                var canRename = one.Conversation.AbilitiesOf(one.Row.Of(organizationId, viewer.MemberId)).Rename;
                told.Add(new NameInReport(one.Conversation.Id, one.Conversation.Kind, one.Conversation.Name, one.Conversation.IsClientChat, FindingView.Of(verdict.Findings), verdict.Suggestion, canRename));
            }

            return new NamesReport(told, names.Count, page.Count > query.Limit ? Kernel.Cursor.Of(names[^1].Conversation.Id) : null);
        }
    }
}
