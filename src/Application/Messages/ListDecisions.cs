using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using FluentValidation;

namespace ClientChats.Application.Messages;

/// <summary>Who is to decide: a client, or one of us.</summary>
public enum DecidingSide { Client, Us }

/// <summary>The decisions that are waited for in all conversations that one sees, one's own first; a guest gets his own alone.</summary>
/// <param name="WaitingFor">Only those that clients, or employees, are to make.</param>
/// <param name="Cursor">Where it goes on.</param>
/// <param name="Limit">How many.</param>
public sealed record ListDecisions(DecidingSide? WaitingFor, string? Cursor, int Limit) : IQuery<Page<DecisionView>>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ListDecisions>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).PageLimit();
            RuleFor(x => x.Cursor).MaximumLength(Kernel.Cursor.MaxLength);
        }
    }

    internal sealed class Handler(IDecisions decisions, IViewerContext current, TimeProvider time) : IQueryHandler<ListDecisions, Page<DecisionView>>
    {
        public Task<Page<DecisionView>> Handle(ListDecisions query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var filter = new DecisionFilter(ByClients: query.WaitingFor is { } side ? side == DecidingSide.Client : null, OnlyOwn: viewer.IsGuest);
            return decisions.PageAsync(viewer, filter, query.Cursor, query.Limit, time.GetUtcNow(), cancellationToken);
        }
    }
}

internal static class DecisionPages
{
    public static async Task<Page<DecisionView>> PageAsync(this IDecisions decisions, Viewer viewer, DecisionFilter filter, string? cursor, int limit, DateTimeOffset now, CancellationToken ct)
    {
        var after = Cursor.Read(cursor, 4) is [var rank, var place, var conversation, var number]
            ? new DecisionPlace(Cursor.NumberIn(rank), Cursor.NumberIn(place), Cursor.IdIn(conversation), Cursor.NumberIn(number))
            : null;
        var found = await decisions.ListAsync(viewer, filter, after, limit + 1, ct);
        var items = found.Take(limit).Select(one => Told(one.Decision)).ToList();
        var next = found.Count > limit ? found[limit - 1].Place : null;
        return new Page<DecisionView>(items, next is null ? null : Cursor.Of(next.Rank, next.Place, next.ConversationId, next.Number));

        DecisionView Told(DecisionView decision) => decision with
        {
            Own = decision.Status.DecisionBy?.ParticipantId == viewer.MemberId, Overdue = decision.Status.Status == StatusKind.NeedsDecision && decision.Status.DueAt < now,
        };
    }
}
