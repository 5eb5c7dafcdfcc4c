namespace ClientChats.Application.Jobs;

/// <summary>
/// Something that is done by itself from time to time, on one node at a time. A job is one class; every class that
/// implements this is found and scheduled. It may be stopped in the middle and run again, so it must not mind that.
/// </summary>
public interface IScheduledJob
{
    /// <summary>What the job is called in the API and in the database: camelCase and stable.</summary>
    string Name { get; }

    JobSchedule Schedule { get; }

    /// <returns>What it has done, as data: a count, or <c>name=count</c> pairs; null where there is nothing to say.</returns>
    Task<string?> RunAsync(CancellationToken ct);
}

/// <summary>A job did its work and found something that people must know. The run fails at once, since a second try would hide the finding.</summary>
public sealed class JobFindingException(string finding) : Exception(finding);
