using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using FluentValidation;

namespace ClientChats.Application.Conversations;

/// <summary>The conversations that the viewer sees, newest activity first; an administrator may ask for those he manages instead.</summary>
/// <param name="Kind">Only this kind.</param>
/// <param name="Client">Only client chats, or only others.</param>
/// <param name="Unread">Only what has something unread.</param>
/// <param name="Archived">Those in the archive instead of those that are not.</param>
/// <param name="Joined">Without the public channels that he sees as that alone, or only these.</param>
/// <param name="Query">A part of the name.</param>
/// <param name="Managed">Those that an administrator manages instead.</param>
/// <param name="Cursor">Where the page before ended.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListConversations(ConversationKind? Kind, bool? Client, bool? Unread, bool Archived, bool? Joined, string? Query, bool Managed, string? Cursor, int Limit)
    : IQuery<Page<ConversationItem>>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ListConversations>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
            RuleFor(x => x.Query).MaximumLength(Conversation.MaxNameLength);
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
        }
    }

    internal sealed class Handler(IConversationList list, IPaces paces, IViewerContext current) : IQueryHandler<ListConversations, Page<ConversationItem>>
    {
        public async Task<Page<ConversationItem>> Handle(ListConversations query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            await paces.TakeSearchTurnAsync(query.Query, viewer, cancellationToken);
            if (!query.Managed)
                return await list.PageAsync(viewer, new ConversationFilter(query.Kind, query.Client, query.Unread, query.Archived, query.Joined, query.Query), query.Cursor, query.Limit, cancellationToken);

            Domain.Kernel.Refuse.Unless(viewer.IsAdministrator, Domain.Organizations.MemberRefusals.MayNotManage);
            return await list.ManagedAsync(viewer, query.Query, query.Cursor, query.Limit, cancellationToken);
        }
    }
}
