using System.Text.Json.Serialization;
using ClientChats.Application.Files;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;

namespace ClientChats.Application.Messages;

/// <summary>Who wrote an entry, or whom it is about, with the name he has now.</summary>
/// <param name="ParticipantId">The person in conversations; for a member the same as his id.</param>
/// <param name="MemberId">The member; absent for people outside.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="IsClient">A guest, or somebody outside who is no employee.</param>
/// <param name="AvatarUrl">Where the member's picture is; absent where he has none.</param>
public sealed record AuthorView(Guid ParticipantId, Guid? MemberId, string DisplayName, bool IsClient, string? AvatarUrl = null);

/// <summary>The message that a message replies to; without its content where it does not exist for the reader.</summary>
/// <param name="Number">The number in the log.</param>
/// <param name="Available">Whether the reader may see it.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">What was written.</param>
public sealed record QuoteView(long Number, bool Available, AuthorView? Author, string? Text);

/// <summary>A member by name.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="DisplayName">First and last name.</param>
public sealed record MemberName(Guid MemberId, string DisplayName);

/// <summary>What a system entry tells, said for its reader: guests are not told who was responsible before.</summary>
/// <param name="Type">What happened.</param>
/// <param name="By">Who did it.</param>
/// <param name="Person">To whom it happened.</param>
/// <param name="Name">The name now.</param>
/// <param name="PreviousName">The name before.</param>
/// <param name="History">How much of the past he was given.</param>
/// <param name="To">The new responsible.</param>
/// <param name="From">The former ones; for employees only.</param>
/// <param name="Kind">What was created; a group may have become a channel since.</param>
public sealed record SystemView(
    SystemFactType Type, AuthorView? By, AuthorView? Person, string? Name, string? PreviousName, History? History, MemberName? To, IReadOnlyList<MemberName>? From, ConversationKind? Kind = null);

/// <summary>An emoji under a message.</summary>
/// <param name="Emoji">The emoji, without a variation selector at its end.</param>
/// <param name="People">Whose it is, the first one first.</param>
public sealed record ReactionView(string Emoji, IReadOnlyList<AuthorView> People);

/// <summary>How the thread under a message stands, without what was deleted of it.</summary>
/// <param name="Count">How many replies.</param>
/// <param name="LastNumber">The number of the last one; 0 where all are deleted.</param>
/// <param name="LastAt">When it was written.</param>
/// <param name="People">The last people who wrote, each once, at most 5, the last one first.</param>
/// <param name="Following">Whether the reader wrote the message, or wrote in the thread or opened it; absent in what all readers are told at once.</param>
/// <param name="UnreadCount">Replies of others after the reader's mark; 0 where he does not follow; absent in what all readers are told at once.</param>
public sealed record RepliesView(long Count, long LastNumber, DateTimeOffset? LastAt, IReadOnlyList<AuthorView> People, bool? Following, long? UnreadCount);

/// <summary>That a message is pinned.</summary>
/// <param name="At">Since when.</param>
/// <param name="By">Who pinned it.</param>
public sealed record PinView(DateTimeOffset At, AuthorView? By);

/// <summary>A place in a message's text where somebody is called by name.</summary>
/// <param name="ParticipantId">Who is called; absent where it is everybody in the conversation.</param>
/// <param name="Start">Where it begins, at the @, in UTF-16 code units.</param>
/// <param name="Length">How long it is, with the @.</param>
public sealed record MentionView(Guid? ParticipantId, int Start, int Length)
{
    /// <summary>He sees the conversation without being in it; guests are not told who it is.</summary>
    [JsonIgnore]
    public bool IsOnlooker { get; init; }

    public static IReadOnlyList<MentionView>? Of(IReadOnlyList<Mention>? mentions, Guid conversationId) =>
        mentions is null ? null : [.. mentions.Select(mention => new MentionView(mention.Of == conversationId ? null : mention.Of, mention.Start, mention.Length) { IsOnlooker = mention.IsOnlooker })];

    internal static IReadOnlyList<MentionView>? ForGuests(IReadOnlyList<MentionView> mentions)
    {
        var known = mentions.Where(mention => !mention.IsOnlooker).ToList();
        return known.Count > 0 ? known : null;
    }
}

/// <summary>What a message passes on of another one, as that was then; where that was is not told.</summary>
/// <param name="Author">Who wrote it; a guest is told only of people who are in this conversation.</param>
/// <param name="At">When it was written.</param>
/// <param name="Text">What it said; empty where it held files only. Its files are among the attachments.</param>
public sealed record ForwardedView(AuthorView? Author, DateTimeOffset At, string Text)
{
    /// <summary>Its author is in this conversation.</summary>
    [JsonIgnore]
    public bool IsAuthorHere { get; init; }
}

/// <summary>The version that took a final version's place.</summary>
/// <param name="Number">The number of the message that holds it.</param>
/// <param name="FileId">The file.</param>
public sealed record NewerVersionView(long Number, Guid FileId);

/// <summary>That a file is a final version.</summary>
/// <param name="At">Since when.</param>
/// <param name="By">Who marked it.</param>
/// <param name="IsCurrent">It counts; false once a newer version has taken its place.</param>
/// <param name="SupersededBy">That newer version; absent where it does not exist for the reader.</param>
public sealed record FinalView(DateTimeOffset At, AuthorView? By, bool IsCurrent, NewerVersionView? SupersededBy);

/// <summary>How the matter of a message stands.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="At">Since when.</param>
/// <param name="By">Who said so.</param>
/// <param name="DecisionBy">Who is to decide, or has decided; absent where no decision was asked for.</param>
/// <param name="DueAt">Until when he is to decide.</param>
/// <param name="AnsweredBy">The number of the message by which he answered. The decision stays open until an employee closes it.</param>
public sealed record StatusView(StatusKind Status, DateTimeOffset At, AuthorView? By, AuthorView? DecisionBy, DateTimeOffset? DueAt, long? AnsweredBy);

/// <summary>One number of a conversation's log as its readers get it: a message, a tombstone of one, or a system entry.</summary>
public sealed record EntryView
{
    public const string Message = "message";
    public const string SystemKind = "system";

    /// <summary>The message; absent for system entries and once deleted.</summary>
    public Guid? Id { get; init; }

    /// <summary>The number in the log, gapless from 1.</summary>
    public required long Number { get; init; }

    /// <summary>The revision at which it last changed.</summary>
    public required long Revision { get; init; }

    /// <summary><c>message</c> or <c>system</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The conversation.</summary>
    public required Guid ConversationId { get; init; }

    /// <summary>Who wrote it.</summary>
    public AuthorView? Author { get; init; }

    /// <summary>1 to 10,000 characters, or none beside attachments or what it passes on; absent once deleted.</summary>
    public string? Text { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>When it was deleted; then nothing of its text is left.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The message that it answers.</summary>
    public QuoteView? ReplyTo { get; init; }

    /// <summary>The number of the message under whose thread it stands; absent in the main stream.</summary>
    public long? Thread { get; init; }

    /// <summary>The thread under it; absent where nobody has replied in one.</summary>
    public RepliesView? Replies { get; init; }

    /// <summary>The emoji under it, in the order in which they came; absent where there are none.</summary>
    public IReadOnlyList<ReactionView>? Reactions { get; init; }

    /// <summary>Absent where it is not pinned.</summary>
    public PinView? Pinned { get; init; }

    /// <summary>The files that it holds, at most 10; absent where there are none, and once deleted.</summary>
    public IReadOnlyList<FileView>? Attachments { get; init; }

    /// <summary>Who is called in its text, in its order; absent where nobody is.</summary>
    public IReadOnlyList<MentionView>? Mentions { get; init; }

    /// <summary>The message that it passes on; its own text is then a word beside it, or empty.</summary>
    public ForwardedView? Forwarded { get; init; }

    /// <summary>How its matter stands; absent where nobody has said, and once deleted.</summary>
    public StatusView? Status { get; init; }

    /// <summary>What a system entry tells.</summary>
    public SystemView? System { get; init; }

    /// <summary>The sender's own id of the message; only its author gets it.</summary>
    public Guid? ClientMessageId { get; init; }

    /// <summary>The entry as somebody may read it for whom the message that it answers does not exist.</summary>
    public EntryView WithoutQuote() => ReplyTo is { } quote ? this with { ReplyTo = new QuoteView(quote.Number, Available: false, null, null) } : this;

    /// <summary>Whether a file of it was superseded by a version at or below a number.</summary>
    public bool IsSupersededBelow(long floor) => Attachments is { } files && files.Any(file => file.Final?.SupersededBy?.Number <= floor);

    /// <summary>The entry as somebody may read it for whom the newer versions of its files do not exist.</summary>
    public EntryView WithoutNewerVersions() =>
        this with { Attachments = Attachments?.Select(file => file.Final is { } final ? file with { Final = final with { SupersededBy = null } } : file).ToList() };

    /// <summary>The entry without what is one reader's own.</summary>
    public EntryView ForAll() => (Replies is { } replies ? this with { Replies = replies with { Following = null, UnreadCount = null } } : this) with { ClientMessageId = null };

    /// <summary>The entry as a guest may read it.</summary>
    public EntryView ForGuests()
    {
        if (System is { From: not null } system) return this with { System = system with { From = null } };
        var told = Forwarded is { Author: not null, IsAuthorHere: false } forwarded ? this with { Forwarded = forwarded with { Author = null } } : this;
        return Mentions?.Any(mention => mention.IsOnlooker) == true ? told with { Mentions = MentionView.ForGuests(Mentions) } : told;
    }
}
