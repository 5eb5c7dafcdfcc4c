using System.Diagnostics.CodeAnalysis;
using ClientChats.Application.Kernel;

namespace ClientChats.Application.Jobs;

/// <summary>The jobs of this installation, known by name.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is a queue.")]
public interface IJobQueue
{
    /// <summary>Queues a run in the running transaction; it begins after the commit, on any node, also while the job is paused.</summary>
    Task<RunView> RunAsync(Guid organizationId, string name, CancellationToken ct);

    /// <summary>Queues a failed run again, or puts parked work back into the outbox, in the running transaction.</summary>
    Task RetryAsync(Guid organizationId, Guid runId, CancellationToken ct);

    /// <summary>Holds the schedule and later tries of the job, on all nodes and across restarts. A run that is under way goes on.</summary>
    Task PauseAsync(Guid organizationId, string name, CancellationToken ct);

    Task ResumeAsync(Guid organizationId, string name, CancellationToken ct);
}

/// <summary>A run was queued by hand and can begin.</summary>
public sealed record RunQueuedNotice(Guid OrganizationId, string Name) : LiveNotice(OrganizationId);
