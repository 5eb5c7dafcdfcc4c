namespace ClientChats.Domain.Messages;

/// <summary>Limits of what somebody has begun to write and not sent. It is his alone.</summary>
public static class Draft
{
    /// <summary>How many drafts of one person are kept.</summary>
    public const int MostOfOne = 500;

    /// <summary>The place of a draft that belongs to no thread.</summary>
    public const long MainStream = 0;

    /// <summary>How long a draft waits for its owner to see the conversation again.</summary>
    public static readonly TimeSpan KeptUnseen = TimeSpan.FromDays(30);
}
