using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>A page of a conversation, by number; the newest one where no number is given.</summary>
/// <param name="ConversationId">The conversation.</param>
/// <param name="Before">The page before this number.</param>
/// <param name="After">The page after this number.</param>
/// <param name="Around">The page around this number.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="As">Through the eyes of somebody whom the reader may add.</param>
/// <param name="History">With how much of the past he would be added.</param>
public sealed record ReadMessages(Guid ConversationId, long? Before, long? After, long? Around, int Limit, Guid? As = null, History History = History.All) : IQuery<HistoryPage>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ReadMessages>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).InclusiveBetween(1, 200);
            RuleFor(x => x.Before).GreaterThan(0);
            RuleFor(x => x.After).GreaterThanOrEqualTo(0);
            RuleFor(x => x.Around).GreaterThan(0);
            RuleFor(x => x).Must(x => new[] { x.Before, x.After, x.Around }.Count(n => n is not null) <= 1).WithErrorCode("messages.onePlaceOnly").OverridePropertyName("before");
        }
    }

    internal sealed class Handler(IHistory history, ConversationAccess access, NewMemberCheck check, IViewerContext current) : IQueryHandler<ReadMessages, HistoryPage>
    {
        public async Task<HistoryPage> Handle(ReadMessages query, CancellationToken cancellationToken)
        {
            var page = new PageRequest(query.Before, query.After, query.Around, query.Limit);
            if (query.As is not { } memberId) return await history.PageAsync(current.Viewer, query.ConversationId, page, cancellationToken);

            var by = await access.SeenAsync(query.ConversationId, cancellationToken);
            var person = await check.MayAddAsync(query.ConversationId, memberId, by, cancellationToken);
            var seen = await history.PageAsync(current.Viewer, query.ConversationId, page, cancellationToken);
            if (query.History == History.FromNow) return new HistoryPage([], false, false, seen.Revision);
            return seen with { Items = [.. seen.Items.Select(entry => (person.IsGuest ? entry.ForGuests() : entry).ForAll())] };
        }
    }
}
