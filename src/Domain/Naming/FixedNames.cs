using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Naming;

/// <summary>A chat that was given another name, and what it was called before.</summary>
public sealed record FixedName(Guid ConversationId, string Before, string After);

/// <summary>Names that somebody fixed at once, kept so that he can take it back.</summary>
public sealed class FixedNames
{
    /// <summary>So many names are fixed at once at most.</summary>
    public const int MaxAtOnce = 200;

    private FixedNames() { }

    public Guid OrganizationId { get; private init; }
    public Guid Id { get; private init; }
    public Guid FixedBy { get; private init; }
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset? UndoneAt { get; private set; }
    public IReadOnlyList<FixedName> Names { get; private init; } = [];

    public static FixedNames Of(Guid id, Viewer by, IReadOnlyList<FixedName> names, DateTimeOffset at) =>
        new() { OrganizationId = by.OrganizationId, Id = id, FixedBy = by.MemberId, Names = names, At = at };

    /// <summary>Only whoever fixed them takes it back, once.</summary>
    public void Undo(Viewer by, DateTimeOffset now)
    {
        Refuse.If(FixedBy != by.MemberId, NamingRefusals.FixNotFound);
        Refuse.If(UndoneAt is not null, NamingRefusals.FixUndone);
        UndoneAt = now;
    }
}
