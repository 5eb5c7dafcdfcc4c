namespace ClientChats.Domain.Kernel;

/// <summary>Something that has happened in the domain; reactions to it run in the same transaction.</summary>
public interface IDomainEvent;

/// <summary>A thing that guards its own rules and tells what has happened to it. Its key begins with the organization.</summary>
public abstract class Aggregate
{
    private readonly List<IDomainEvent> _events = [];

    public Guid OrganizationId { get; protected init; }

    /// <summary>Hands out what has happened since the last time it was asked.</summary>
    public IReadOnlyList<IDomainEvent> TakeEvents()
    {
        var taken = _events.ToArray();
        _events.Clear();
        return taken;
    }

    protected void Record(IDomainEvent happened) => _events.Add(happened);
}
