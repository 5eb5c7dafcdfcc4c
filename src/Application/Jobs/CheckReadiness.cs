using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>Whoever runs the installation asks whether this node can do its work.</summary>
public sealed record CheckReadiness : IQuery<Readiness>, IForAnyone
{
    internal sealed class Handler(IReadinessProbe probe) : IQueryHandler<CheckReadiness, Readiness>
    {
        public Task<Readiness> Handle(CheckReadiness query, CancellationToken cancellationToken) => probe.AskAsync(cancellationToken);
    }
}

/// <summary>One part of the node.</summary>
/// <param name="Ok">Whether it works.</param>
/// <param name="Reason">Why not.</param>
public sealed record ReadinessPart(bool Ok, string? Reason = null);

/// <summary>Whether this node can do its work, part by part.</summary>
/// <param name="Database">It answers.</param>
/// <param name="Outbox">Work that is due is done within a minute.</param>
/// <param name="Jobs">The scheduler has started.</param>
public sealed record Readiness(ReadinessPart Database, ReadinessPart Outbox, ReadinessPart Jobs)
{
    /// <summary>Whether the node takes requests: every part is ready.</summary>
    public bool Ready => Database.Ok && Outbox.Ok && Jobs.Ok;
}

/// <summary>Looks at the parts of this node.</summary>
public interface IReadinessProbe
{
    Task<Readiness> AskAsync(CancellationToken ct);
}
