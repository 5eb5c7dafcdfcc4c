using System.Collections.Concurrent;
using ClientChats.Domain.Kernel;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Application.Kernel;

/// <summary>
/// Runs a write in one transaction: handle it, react to its events, save once, store who sees the conversations whose
/// facts have changed, commit, and tell those who listen. A deadlock is tried again from the start.
/// </summary>
internal sealed class SavingBehaviour<TRequest, TResponse>(
    IUnitOfWork unit, IViewerContext current, IServedOrganization served, IIdempotency idempotency, IAudiences audiences, ILiveNotices notices, INoticeBoard board, IServiceProvider services)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IWrites
{
    private const int Tries = 4;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await RunAsync(request, next, cancellationToken);
                await board.PostAsync([.. notices.Take().OrderBy(notice => notice is not AccessNotice)]);
                return response;
            }
            catch (Exception failure) when (attempt < Tries && unit.IsWorthAnotherTry(failure))
            {
                await unit.AbandonAsync();
                notices.Take();
                audiences.Take();
            }
        }
    }

    private async Task<TResponse> RunAsync(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken ct)
    {
        var organizationId = current.ViewerOrNull?.OrganizationId ?? await served.FindAsync(ct);
        await unit.BeginAsync(request is IChangesVisibility ? organizationId : null, ct);

        if (organizationId is { } organization && idempotency.Key is not null)
        {
            var (found, before) = await idempotency.FindAsync<TResponse>(organization, ct);
            if (found) return before!;
        }

        var response = await next();
        await ReactAsync(ct);
        await unit.SaveAsync(ct);
        foreach (var group in audiences.Take().GroupBy(a => (a.OrganizationId, a.Cause)))
        {
            var changes = await unit.RefreshAccessAsync(group.Key.OrganizationId, [.. group.Select(a => a.ConversationId)], group.Key.Cause, current.ViewerOrNull?.MemberId, ct);
            if (changes.Count > 0) notices.Add(new AccessNotice(group.Key.OrganizationId, changes));
        }

        if (organizationId is { } keeper && idempotency.Key is not null) await idempotency.KeepAsync(keeper, response, ct);
        await unit.CommitAsync(ct);
        return response;
    }

    private async Task ReactAsync(CancellationToken ct)
    {
        while (unit.TakeEvents() is { Count: > 0 } events)
        {
            foreach (var happened in events) await Reactions.To(happened, services, ct);
        }
    }
}

/// <summary>Finds the reactions to an event by its type.</summary>
internal abstract class Reactions
{
    private static readonly ConcurrentDictionary<Type, Reactions> ByEvent = new();

    public static Task To(IDomainEvent happened, IServiceProvider services, CancellationToken ct) =>
        ByEvent.GetOrAdd(happened.GetType(), type => (Reactions)Activator.CreateInstance(typeof(Of<>).MakeGenericType(type))!).React(happened, services, ct);

    protected abstract Task React(IDomainEvent happened, IServiceProvider services, CancellationToken ct);

    private sealed class Of<TEvent> : Reactions where TEvent : IDomainEvent
    {
        protected override async Task React(IDomainEvent happened, IServiceProvider services, CancellationToken ct)
        {
            foreach (var reaction in services.GetServices<IReaction<TEvent>>()) await reaction.React((TEvent)happened, ct);
        }
    }
}
