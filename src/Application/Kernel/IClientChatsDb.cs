using ClientChats.Domain.Bridges;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Chats;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Files;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Naming;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Kernel;

/// <summary>The database as use cases see it. Conversations are reached through <c>ConversationAccess</c> only.</summary>
public interface IClientChatsDb
{
    DbSet<Organization> Organizations { get; }
    DbSet<Member> Members { get; }
    DbSet<MemberPhone> MemberPhones { get; }
    DbSet<MemberCrmUser> MemberCrmUsers { get; }
    DbSet<Session> Sessions { get; }
    DbSet<AccessToken> AccessTokens { get; }
    DbSet<PasswordReset> PasswordResets { get; }
    DbSet<Invitation> Invitations { get; }
    DbSet<InvitationLink> InvitationLinks { get; }
    DbSet<StoredConvention> NamingConventions { get; }
    DbSet<StoredWords> NamingDictionaries { get; }
    DbSet<FixedNames> FixedNames { get; }
    DbSet<Conversation> Conversations { get; }
    DbSet<ConversationMember> ConversationMembers { get; }
    DbSet<Chat> Chats { get; }
    DbSet<Channel> Channels { get; }
    DbSet<DirectPair> DirectPairs { get; }
    DbSet<Entry> Entries { get; }
    DbSet<EntryWording> EntryWordings { get; }
    DbSet<EntryFile> EntryFiles { get; }
    DbSet<StoredFile> Files { get; }
    DbSet<FileUpload> FileUploads { get; }
    DbSet<Contact> Contacts { get; }
    DbSet<ContactKey> ContactKeys { get; }
    DbSet<ParticipantContact> ParticipantContacts { get; }
    DbSet<RemovedLink> RemovedLinks { get; }
    DbSet<Handover> Handovers { get; }
    DbSet<Bridge> Bridges { get; }
    DbSet<BridgedChat> BridgedChats { get; }
    DbSet<OutsideParticipant> OutsideParticipants { get; }
    DbSet<BridgedPresence> BridgedPresences { get; }
    DbSet<BridgedMessage> BridgedMessages { get; }

    /// <summary>People as conversations know them: members and outside persons, with the name they have now.</summary>
    IQueryable<Participant> Participants { get; }

    /// <summary>The clients who are in a conversation now.</summary>
    IQueryable<PresentClient> PresentClients { get; }

    /// <summary>The known, active employees who are responsible for a contact.</summary>
    IQueryable<ContactResponsible> ContactResponsibles { get; }

    /// <summary>What a member sees now: the stored result of the one predicate, asked with his present status, role and duties.</summary>
    IQueryable<VisibleConversation> VisibleConversations(Guid organizationId, Guid memberId);

    /// <summary>How a member stands towards one conversation; empty where there is no such conversation or no such active member.</summary>
    IQueryable<StandingRow> Standings(Guid organizationId, Guid conversationId, Guid memberId);

    /// <summary>How a member stands towards each of many conversations.</summary>
    IQueryable<StandingIn> StandingsIn(IQueryable<Conversation> conversations, Guid organizationId, Guid memberId);

    /// <summary>What the one predicate says of a conversation, over the facts.</summary>
    IQueryable<Conversations.AudienceRow> AudienceOf(Guid organizationId, Guid conversationId);

    /// <summary>Takes the row locks of these conversations, in the order that everybody keeps, until the transaction ends.</summary>
    Task LockConversationsAsync(Guid organizationId, IReadOnlyCollection<Guid> conversationIds, CancellationToken ct);

    /// <summary>Takes a member's row lock until the transaction ends: nobody signs in as him, or signs him out, meanwhile.</summary>
    Task LockMemberAsync(Guid organizationId, Guid memberId, CancellationToken ct);

    /// <summary>Takes an invitation's row lock until the transaction ends: of all who follow its link at once, one is first.</summary>
    Task LockInvitationAsync(Guid organizationId, Guid invitationId, CancellationToken ct);

    /// <summary>Waits for its turn to change facts of visibility; for a write that has slow work to do before, others begin with it.</summary>
    Task LockFactsAsync(Guid organizationId, CancellationToken ct);

    /// <summary>Lets only one set-up run at a time.</summary>
    Task LockSetupAsync(CancellationToken ct);

    /// <summary>Saves what has changed so far within the running transaction, for a step that asks the database about it.</summary>
    Task FlushAsync(CancellationToken ct);
}

/// <summary>A person's place in conversations. <paramref name="ParticipantId"/> is the member's id where he has an account.</summary>
public sealed record Participant(
    Guid OrganizationId, Guid Id, Guid ParticipantId, Guid? MemberId, string DisplayName, string? Company, bool IsClient);

public sealed record PresentClient(Guid OrganizationId, Guid ConversationId, Guid ParticipantId);

public sealed record ContactResponsible(Guid OrganizationId, string ExternalId, Guid MemberId);

/// <summary>A conversation that a member sees, and the last number that does not exist for him.</summary>
public sealed record VisibleConversation(Guid OrganizationId, Guid Id, long HistoryFloor);

/// <summary>The stored predicate's answer about one member and one conversation.</summary>
public sealed record StandingRow(
    ConversationKind Kind, bool IsArchived, long AccessVersion, long MemberVersion, Role Role, bool IsSupervisor, bool IsQualityControl,
    bool ReceivesNewClients, string DisplayName, bool Sees, bool IsMember, bool IsOwner, bool IsChannelAdministrator, bool IsOpen, bool IsResponsible, bool ReceivesIt,
    bool IsOverseer, bool IsManager, long HistoryFloor)
{
    public Standing Of(Guid organizationId, Guid memberId) => new(
        new Viewer(organizationId, memberId, Role, IsSupervisor, IsQualityControl, ReceivesNewClients),
        Sees, IsMember, IsOwner, IsChannelAdministrator, IsOpen, IsResponsible, ReceivesIt, IsOverseer, IsManager, HistoryFloor);
}

/// <summary>A conversation, and how a member stands towards it.</summary>
public sealed class StandingIn
{
    public required Conversation Conversation { get; init; }
    public required StandingRow Row { get; init; }
}

/// <summary>How a client in conversations was recognised as a CRM contact.</summary>
public enum LinkedBy { Phone, Email, Messenger, Hand }

/// <summary>A client in conversations is this contact of the CRM.</summary>
public sealed class ParticipantContact
{
    public Guid OrganizationId { get; init; }
    public Guid ParticipantId { get; init; }
    public string ExternalId { get; init; } = "";
    public LinkedBy LinkedBy { get; init; }
    public DateTimeOffset LinkedAt { get; init; }
}

/// <summary>Somebody said that a client is not this contact: no key of the contact links them again.</summary>
public sealed class RemovedLink
{
    public Guid OrganizationId { get; init; }
    public Guid ParticipantId { get; init; }
    public string ExternalId { get; init; } = "";
    public Guid RemovedBy { get; init; }
    public DateTimeOffset RemovedAt { get; init; }
}

/// <summary>What an organization changed in the dictionary of one language; a language without changes has none.</summary>
public sealed class StoredWords
{
    public Guid OrganizationId { get; init; }

    /// <summary>The language's tag, <c>ru</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "";
    public int Version { get; set; }
    public IReadOnlyList<DictionaryEntry> Added { get; set; } = [];
    public IReadOnlyList<DictionaryEntry> Removed { get; set; } = [];
}

/// <summary>A naming convention as it is kept for an organization.</summary>
public sealed class StoredConvention
{
    public Guid OrganizationId { get; init; }
    public Guid Id { get; init; }
    public int Position { get; set; }
    public string Pattern { get; set; } = "";
    public bool IsDefault { get; set; }
}
