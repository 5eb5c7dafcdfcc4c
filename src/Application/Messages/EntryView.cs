using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;

namespace ClientChats.Application.Messages;

/// <summary>Who wrote an entry, or whom it is about, with the name he has now.</summary>
public sealed record AuthorView(Guid ParticipantId, Guid? MemberId, string DisplayName, bool IsClient);

/// <summary>The message that a message replies to; without its content where it does not exist for the reader.</summary>
public sealed record QuoteView(long Number, bool Available, AuthorView? Author, string? Text);

/// <summary>A member by name.</summary>
public sealed record MemberName(Guid MemberId, string DisplayName);

/// <summary>What a system entry tells, said for its reader: guests are not told who was responsible before.</summary>
public sealed record SystemView(
    SystemFactType Type, AuthorView? By, AuthorView? Person, string? Name, string? PreviousName, History? History, MemberName? To, IReadOnlyList<MemberName>? From);

/// <summary>One number of a conversation's log as its readers get it: a message, a tombstone of one, or a system entry.</summary>
public sealed record EntryView
{
    public const string Message = "message";
    public const string SystemKind = "system";

    public Guid? Id { get; init; }
    public required long Number { get; init; }

    /// <summary>The revision at which it last changed.</summary>
    public required long Revision { get; init; }

    /// <summary><c>message</c> or <c>system</c>.</summary>
    public required string Kind { get; init; }
    public required Guid ConversationId { get; init; }
    public AuthorView? Author { get; init; }

    /// <summary>1 to 10,000 characters; absent once deleted.</summary>
    public string? Text { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
    public QuoteView? ReplyTo { get; init; }
    public SystemView? System { get; init; }

    /// <summary>The sender's own id of the message; only its author gets it.</summary>
    public Guid? ClientMessageId { get; init; }

    /// <summary>The entry as a guest may read it.</summary>
    public EntryView ForGuests() => System is { From: not null } system ? this with { System = system with { From = null } } : this;
}
