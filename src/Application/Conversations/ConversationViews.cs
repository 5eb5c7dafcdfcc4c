using System.Text.Json.Serialization;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Conversations;

/// <summary>The last message of a conversation as the list shows it: at most its first 200 characters.</summary>
/// <param name="Number">The number in the log.</param>
/// <param name="Kind"><c>message</c>.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">The first 200 characters; absent once deleted.</param>
/// <param name="DeletedAt">When it was deleted.</param>
/// <param name="CreatedAt">When it was written.</param>
public sealed record LastMessage(long Number, string Kind, AuthorView? Author, string? Text, DateTimeOffset? DeletedAt, DateTimeOffset CreatedAt);

/// <summary>The other one in a direct chat.</summary>
/// <param name="ParticipantId">The person in conversations; for a member the same as his id.</param>
/// <param name="MemberId">The member; absent for people outside.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="IsClient">A guest, or somebody outside who is no employee.</param>
/// <param name="Role">The role in the organization.</param>
public sealed record OtherPerson(Guid ParticipantId, Guid? MemberId, string DisplayName, bool IsClient, Role? Role);

/// <summary>The connection through which a conversation is mirrored.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">The kind of messenger.</param>
/// <param name="Name">The name of the connection.</param>
public sealed record BridgeName(Guid Id, string Kind, string Name);

/// <summary>A conversation in the list of somebody who sees it, or, without any content, of somebody who manages it.</summary>
public record ConversationItem
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind it is.</summary>
    public required ConversationKind Kind { get; init; }

    /// <summary>Its name; in a direct chat the name of the other one.</summary>
    public required string Name { get; init; }

    /// <summary>Who sees it beside its members.</summary>
    public required AccessMode Access { get; init; }

    /// <summary>Where its picture is; null where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? AvatarUrl { get; init; }

    /// <summary>There is, or has been, a client in it.</summary>
    public required bool IsClientChat { get; init; }

    /// <summary>How many clients are in it now; guests count only those they see.</summary>
    public int? ClientCount { get; init; }

    /// <summary>No contact explains it, so everybody who receives new clients sees it; only employees are told.</summary>
    public bool? Unlinked { get; init; }

    /// <summary>Messages of others after one's read mark.</summary>
    public long? UnreadCount { get; init; }

    /// <summary>How often one was mentioned after one's read mark.</summary>
    public long? MentionCount { get; init; }

    /// <summary>The newest message; null where nobody has written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public LastMessage? LastMessage { get; init; }

    /// <summary>When something last happened in it.</summary>
    public DateTimeOffset? LastActivityAt { get; init; }

    /// <summary>How many messages are pinned.</summary>
    public int? PinnedCount { get; init; }

    /// <summary>Since when it is archived.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Of a channel: who finds it.</summary>
    public ChannelVisibility? Visibility { get; init; }

    /// <summary>Of a public channel: false where the reader sees it as that alone, and is not in it.</summary>
    public bool? Joined { get; init; }

    /// <summary>In a direct chat: the other one.</summary>
    public OtherPerson? Person { get; init; }

    /// <summary>In a mirrored group: the connection.</summary>
    public BridgeName? Bridge { get; init; }

    /// <summary>Who is in it; only in the list of conversations that one manages without reading them.</summary>
    public IReadOnlyList<AuthorView>? Members { get; init; }
}

/// <summary>One conversation, and what its reader may do in it.</summary>
public sealed record ConversationView : ConversationItem, IAboutConversation
{
    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The newest number of its log.</summary>
    public long? LastNumber { get; init; }

    /// <summary>The newest revision; what comes later is asked for with it.</summary>
    public long? Revision { get; init; }

    /// <summary>The first number that exists for this reader.</summary>
    public long? FirstNumber { get; init; }

    /// <summary>The reader's own mark; absent where he has none.</summary>
    public long? ReadNumber { get; init; }

    /// <summary>Who owns the chat.</summary>
    public MemberName? Owner { get; init; }

    /// <summary>The title that a mirrored group has outside.</summary>
    public string? OutsideTitle { get; init; }

    /// <summary>True where the reader manages it and sees no content.</summary>
    public bool? Managed { get; init; }

    /// <summary>What the reader may do in it.</summary>
    public required ConversationAbilities Can { get; init; }

    /// <summary>Why the reader cannot write; absent where he can.</summary>
    public ReadOnlyReason? ReadOnly { get; init; }
}
