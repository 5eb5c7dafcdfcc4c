using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Crm;

/// <summary>Clients were given to another responsible; for a minute whoever did it can take it back.</summary>
public sealed class Handover
{
    public static readonly TimeSpan UndoTime = TimeSpan.FromSeconds(60);

    private Handover() { }

    public Guid OrganizationId { get; private init; }
    public Guid Id { get; private init; }
    public Guid ToMemberId { get; private init; }
    public Guid HandedBy { get; private init; }
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>The responsibles before, contact by contact.</summary>
    public IReadOnlyList<Responsibles> Before { get; private init; } = [];

    public static Handover Of(Guid id, Viewer by, Guid toMemberId, IReadOnlyList<Responsibles> before, DateTimeOffset at) => new()
    {
        OrganizationId = by.OrganizationId, Id = id, HandedBy = by.MemberId, ToMemberId = toMemberId, Before = before, At = at,
    };

    public void Undo(Viewer by, DateTimeOffset now)
    {
        Refuse.If(HandedBy != by.MemberId, CrmRefusals.HandoverNotFound);
        Refuse.If(UndoneAt is not null, CrmRefusals.UndoChanged);
        Refuse.If(now - At > UndoTime, CrmRefusals.UndoTooLate);
        UndoneAt = now;
    }
}
