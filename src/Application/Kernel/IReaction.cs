using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Kernel;

/// <summary>Does what follows from an event, in the same transaction, before it is saved.</summary>
public interface IReaction<in TEvent> where TEvent : IDomainEvent
{
    Task React(TEvent happened, CancellationToken ct);
}
