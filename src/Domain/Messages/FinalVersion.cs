namespace ClientChats.Domain.Messages;

/// <summary>A file of a message, named by both.</summary>
/// <param name="Number">The number of the message.</param>
/// <param name="FileId">The file.</param>
public sealed record FilePlace(long Number, Guid FileId);

/// <summary>That a file of a message is final: the version that counts, until a later one supersedes it.</summary>
/// <param name="FileId">The file.</param>
/// <param name="By">Who marked it.</param>
/// <param name="At">When.</param>
public sealed record FinalVersion(Guid FileId, Guid By, DateTimeOffset At)
{
    /// <summary>The version that took its place; null while it counts.</summary>
    public FilePlace? SupersededBy { get; init; }

    public bool IsCurrent => SupersededBy is null;
}
