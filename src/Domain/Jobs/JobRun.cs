namespace ClientChats.Domain.Jobs;

/// <summary>How far a run of a job has come. Work of the outbox that failed too often is listed among the runs as parked.</summary>
public enum JobRunState { Queued, Running, Succeeded, Failed, Parked }

/// <summary>What holds for every run of a job: a failed try is followed by another after a growing pause, until the last one has failed.</summary>
public static class JobRun
{
    public const int MostAttempts = 3;

    public static TimeSpan PauseAfter(int attempt) => TimeSpan.FromSeconds(10 * Math.Pow(6, attempt - 1));

    /// <summary>A run that waits after a failed try can be brought forward.</summary>
    public static bool CanRetry(JobRunState state, int attempt) => state is JobRunState.Failed or JobRunState.Parked || state == JobRunState.Queued && attempt > 0;
}
