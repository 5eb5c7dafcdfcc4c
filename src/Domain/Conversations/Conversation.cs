using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Conversations;

/// <summary>Two people, a group with an owner, a channel, or a group that lives in an outside messenger.</summary>
public enum ConversationKind { Direct, Group, Channel, Bridged }

/// <summary>Who sees a conversation beside its members: nobody, or whoever is responsible for its clients in the CRM.</summary>
public enum AccessMode { Members, Crm }

/// <summary>How much of the past a person gets who is added: everything, or nothing before this moment.</summary>
public enum History { All, FromNow }

/// <summary>Facts by which visibility is decided have changed in this conversation.</summary>
public sealed record AudienceFactsChanged(Guid OrganizationId, Guid ConversationId, string Cause) : IDomainEvent;

public sealed record EntryAppended(Entry Entry) : IDomainEvent;

public sealed record EntryChanged(Entry Entry) : IDomainEvent;

/// <summary>A message was reworded; what it said before is kept.</summary>
public sealed record EntryReworded(EntryWording Former) : IDomainEvent;

public sealed record ConversationRenamed(Guid OrganizationId, Guid ConversationId) : IDomainEvent;

public sealed record ConversationMembersChanged(Guid OrganizationId, Guid ConversationId) : IDomainEvent;

public sealed record EmployeeLeftConversation(Guid OrganizationId, Guid ConversationId, Guid MemberId) : IDomainEvent;

/// <summary>
/// What does not depend on the kind: the log's counters, the members and their history floors, the access mode.
/// It is loaded under its row lock, which holds until the commit, so the order of numbers is the order of commits.
/// </summary>
public sealed class Conversation : Aggregate
{
    public const int MaxNameLength = 200;

    /// <summary>A conversation holds at most this many members.</summary>
    public const int MaxMembers = 1000;

    private readonly List<ConversationMember> _members = [];

    private Conversation() { }

    public Guid Id { get; private init; }
    public ConversationKind Kind { get; private init; }
    public string Name { get; private set; } = "";
    public AccessMode AccessMode { get; private init; }
    public bool IsPublic { get; private init; }

    /// <summary>Set with the first client and never cleared: taking the client out hides nothing from supervision.</summary>
    public bool IsClientChat { get; private set; }

    /// <summary>The client who left last; he counts as in it while no other client is.</summary>
    public Guid? LastClientId { get; private set; }
    public long LastNumber { get; private set; }
    public long LastRevision { get; private set; }

    /// <summary>How many messages the main stream has taken, deleted ones included.</summary>
    public long MessageCount { get; private set; }

    /// <summary>How many of these messages were deleted.</summary>
    public long DeletedCount { get; private set; }
    public long LastMessageNumber { get; private set; }
    public Guid? LastMessageAuthorId { get; private set; }

    /// <summary>How the last message begins; null once it is deleted.</summary>
    public string? LastMessageText { get; private set; }
    public DateTimeOffset? LastMessageAt { get; private set; }
    public DateTimeOffset? LastMessageDeletedAt { get; private set; }

    /// <summary>The bridge that mirrors it, where one does.</summary>
    public Guid? BridgeId { get; private init; }

    /// <summary>Moves with everything that may change who sees this conversation or who may write into it.</summary>
    public long AccessVersion { get; private set; }
    public DateTimeOffset LastActivityAt { get; private set; }
    public DateTimeOffset? ArchivedAt { get; private set; }
    public Guid? CreatedBy { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    public IReadOnlyList<ConversationMember> Members => _members;
    public bool IsArchived => ArchivedAt is not null;

    public static Conversation StartGroup(Guid id, string name, Viewer by, IReadOnlyCollection<Member> others, DateTimeOffset at)
    {
        Refuse.If(by.IsGuest, ConversationRefusals.GuestsOpenNoGroups);
        Refuse.If(others.Count >= MaxMembers, ConversationRefusals.TooManyMembers);

        var conversation = Start(by.OrganizationId, id, ConversationKind.Group, name, by.MemberId, at);
        conversation.Note(new SystemFact(SystemFactType.Created) { By = by.MemberId, Name = conversation.Name }, at);
        conversation.Take(by.MemberId, isGuest: false, by.MemberId, floor: 0, at);
        foreach (var other in others) conversation.Take(other.Id, other.IsGuest, by.MemberId, floor: 0, at);

        conversation.AudienceChanged("created");
        return conversation;
    }

    public static Conversation StartDirect(Guid id, Viewer by, Member other, DateTimeOffset at)
    {
        Refuse.If(other.Id == by.MemberId, ConversationRefusals.NotWithYourself);
        Refuse.If(by.IsGuest && !other.IsAdministrator, ConversationRefusals.GuestsWriteToAdministrators);

        var conversation = Start(by.OrganizationId, id, ConversationKind.Direct, "", by.MemberId, at);
        conversation.Take(by.MemberId, by.IsGuest, by.MemberId, floor: 0, at);
        conversation.Take(other.Id, other.IsGuest, by.MemberId, floor: 0, at);
        conversation.AudienceChanged("created");
        return conversation;
    }

    /// <summary>A group that lives in an outside messenger and is mirrored here; who sees it follows the CRM.</summary>
    public static Conversation Mirror(Guid organizationId, Guid id, Guid bridgeId, string title, DateTimeOffset at)
    {
        var conversation = Start(organizationId, id, ConversationKind.Bridged, title, createdBy: null, at, bridgeId);
        conversation.AudienceChanged("created");
        return conversation;
    }

    public ConversationAbilities AbilitiesOf(Standing standing) => ConversationAbilities.Of(Kind, IsArchived, standing);

    public void Rename(string name, Standing by, DateTimeOffset at)
    {
        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectHasNoName);
        Refuse.Unless(AbilitiesOf(by).Rename, ConversationRefusals.MayNotRename);
        Refuse.If(IsArchived, ConversationRefusals.Archived);

        var tidy = PersonName.Tidy(name);
        if (tidy == Name) return;
        Note(new SystemFact(SystemFactType.Renamed) { By = by.Viewer.MemberId, Name = tidy, PreviousName = Name }, at);
        Name = tidy;
        Record(new ConversationRenamed(OrganizationId, Id));
    }

    /// <summary>Takes over the title that a mirrored group has outside.</summary>
    public void FollowTitle(string title)
    {
        if (title == Name) return;
        Name = title;
        Record(new ConversationRenamed(OrganizationId, Id));
    }

    /// <summary>Adds a person with the whole history or none of it; answers whether anything changed.</summary>
    public bool Add(Member person, History history, Standing by, DateTimeOffset at)
    {
        var can = AbilitiesOf(by);
        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectHasTwo);
        Refuse.If(Kind == ConversationKind.Bridged && !person.IsGuest, ConversationRefusals.FollowsCrm);
        Refuse.If(by.IsManager && !by.Sees && person.Id == by.Viewer.MemberId, ConversationRefusals.NotYourselfByManaging);
        Refuse.Unless(person.IsGuest ? can.AddGuests : can.AddEmployees, ConversationRefusals.MayNotAdd);
        Refuse.If(IsArchived, ConversationRefusals.Archived);

        var floor = history == History.All ? 0 : LastNumber;
        if (MemberOrNull(person.Id) is { } present)
        {
            if (present.History == history) return false;
            Refuse.If(history == History.FromNow, ConversationRefusals.HistoryAlreadyShown);
            present.ShowAll();
            AudienceChanged("historyShown");
            Record(new ConversationMembersChanged(OrganizationId, Id));
            return true;
        }

        Refuse.If(_members.Count >= MaxMembers, ConversationRefusals.TooManyMembers);
        Take(person.Id, person.IsGuest, by.Viewer.MemberId, floor, at);
        Note(new SystemFact(SystemFactType.Added) { By = by.Viewer.MemberId, Person = person.Id, History = history }, at);
        AudienceChanged("memberAdded");
        Record(new ConversationMembersChanged(OrganizationId, Id));
        return true;
    }

    public void Remove(Guid memberId, Standing by, DateTimeOffset at)
    {
        if (memberId == by.Viewer.MemberId)
        {
            Leave(by, at);
            return;
        }

        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectHasTwo);
        var member = MemberOrNull(memberId) ?? throw new RefusedException(MemberRefusals.NotFound);
        var can = AbilitiesOf(by);
        Refuse.Unless(can.Remove || can.RemoveGuests && member.IsGuest, ConversationRefusals.MayNotRemove);

        Drop(member, new SystemFact(SystemFactType.Removed) { By = by.Viewer.MemberId, Person = memberId }, "memberRemoved", at);
    }

    /// <summary>A client of a mirrored group who is not there any more.</summary>
    public void OutsideClientLeft(Guid participantId, Guid? memberId, DateTimeOffset at)
    {
        if (memberId is null) LastClientId = participantId;
        Note(new SystemFact(SystemFactType.Left) { Person = participantId }, at);
        AudienceChanged("participantLeft");
        Record(new ConversationMembersChanged(OrganizationId, Id));
    }

    /// <summary>Somebody has come into a mirrored group; a client makes it a client chat for good.</summary>
    /// <param name="participantId">Who has come.</param>
    /// <param name="isClient">Whether he is a client.</param>
    /// <param name="announce">Whether his coming was told; otherwise it is only known from what he wrote.</param>
    /// <param name="at">When.</param>
    public void OutsideParticipantJoined(Guid participantId, bool isClient, bool announce, DateTimeOffset at)
    {
        IsClientChat |= isClient;
        if (announce) Note(new SystemFact(SystemFactType.Joined) { Person = participantId }, at);
        AudienceChanged("participantJoined");
        Record(new ConversationMembersChanged(OrganizationId, Id));
    }

    /// <summary>Somebody in it became a client: a member who is a guest now, or a number that is no employee's any more.</summary>
    public void MemberBecameClient()
    {
        IsClientChat = true;
        AudienceChanged("memberBecameGuest");
    }

    /// <summary>Decides anew who sees this conversation; the reason goes into the log of access changes.</summary>
    public void AudienceChanged(string cause) => Record(new AudienceFactsChanged(OrganizationId, Id, cause));

    /// <summary>Appends a message that was written outside.</summary>
    public Entry Hear(Guid id, Guid authorId, string text, long? replyTo, DateTimeOffset at)
    {
        MessageCount++;
        var entry = Entry.Message(this, id, ++LastNumber, ++LastRevision, MessageCount, authorId, text, replyTo, at);
        KeepAsLast(entry);
        LastActivityAt = at > LastActivityAt ? at : LastActivityAt;
        Record(new EntryAppended(entry));
        return entry;
    }

    /// <summary>Appends a system entry that everybody in the conversation may read.</summary>
    public Entry Note(SystemFact fact, DateTimeOffset at)
    {
        var entry = Entry.Of(this, fact, Guid.CreateVersion7(at), ++LastNumber, ++LastRevision, MessageCount, at);
        if (fact.Type != SystemFactType.HandedOver && at > LastActivityAt) LastActivityAt = at;
        Record(new EntryAppended(entry));
        return entry;
    }

    /// <summary>An author changes what he wrote; its former wording is kept.</summary>
    public void Edit(Entry entry, string text, Standing by, DateTimeOffset at)
    {
        MayChange(entry, by, mayModerate: false);
        Refuse.If(entry.IsDeleted, MessageRefusals.Deleted);
        Refuse.If(at - entry.CreatedAt > Entry.EditWindow, MessageRefusals.EditTooLate);
        if (text.Length == 0 && entry.Attachments is null) throw new RefusedException(MessageRefusals.Empty) { Field = "text" };
        Edit(entry, text, at);
    }

    /// <summary>An author takes back what he wrote, or the chat's owner what somebody else did; its number stays, nothing of its text does.</summary>
    public void Delete(Entry entry, Standing by, DateTimeOffset at)
    {
        MayChange(entry, by, mayModerate: AbilitiesOf(by).Moderate);
        Delete(entry, at);
    }

    public void Edit(Entry entry, string text, DateTimeOffset at)
    {
        if (entry.IsDeleted || entry.Text == text) return;
        Record(new EntryReworded(EntryWording.Of(entry)));
        entry.Reword(text, ++LastRevision, at);
        if (entry.Number == LastMessageNumber) KeepAsLast(entry);
        Record(new EntryChanged(entry));
    }

    public void Delete(Entry entry, DateTimeOffset at)
    {
        if (entry.IsDeleted) return;
        entry.Erase(++LastRevision, at);
        DeletedCount++;
        if (entry.Number == LastMessageNumber) KeepAsLast(entry);
        Record(new EntryChanged(entry));
    }

    private void MayChange(Entry entry, Standing by, bool mayModerate)
    {
        Refuse.If(IsArchived, ConversationRefusals.Archived);
        Refuse.If(Kind == ConversationKind.Bridged, MessageRefusals.SentOutside);
        Refuse.Unless(entry.System is null && (entry.AuthorId == by.Viewer.MemberId || mayModerate), MessageRefusals.NotYours);
        Refuse.Unless(AbilitiesOf(by).Write, ConversationRefusals.MayNotWrite);
    }

    private void KeepAsLast(Entry message) =>
        (LastMessageNumber, LastMessageAuthorId, LastMessageText, LastMessageAt, LastMessageDeletedAt) =
        (message.Number, message.AuthorId, message.Text is { } text ? MessageText.ExcerptOf(text, message.Attachments?.Select(file => file.Name)) : null, message.CreatedAt, message.DeletedAt);

    private static Conversation Start(Guid organizationId, Guid id, ConversationKind kind, string name, Guid? createdBy, DateTimeOffset at, Guid? bridgeId = null) => new()
    {
        OrganizationId = organizationId, Id = id, Kind = kind, Name = PersonName.Tidy(name),
        AccessMode = kind == ConversationKind.Bridged ? AccessMode.Crm : AccessMode.Members,
        CreatedBy = createdBy, CreatedAt = at, LastActivityAt = at, BridgeId = bridgeId,
    };

    private void Leave(Standing by, DateTimeOffset at)
    {
        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectHasTwo);
        var member = MemberOrNull(by.Viewer.MemberId) ?? throw new RefusedException(MemberRefusals.NotFound);
        Refuse.If(
            Kind != ConversationKind.Bridged && !member.IsGuest && _members.Any(m => m.IsGuest) && !_members.Any(m => !m.IsGuest && m != member),
            ConversationRefusals.LastEmployee);

        Drop(member, new SystemFact(SystemFactType.Left) { Person = member.MemberId }, "memberLeft", at);
    }

    private void Drop(ConversationMember member, SystemFact fact, string cause, DateTimeOffset at)
    {
        _members.Remove(member);
        if (member.IsGuest) LastClientId = member.MemberId;
        else Record(new EmployeeLeftConversation(OrganizationId, Id, member.MemberId));
        AudienceChanged(cause);
        Note(fact, at);
        Record(new ConversationMembersChanged(OrganizationId, Id));
    }

    private void Take(Guid memberId, bool isGuest, Guid addedBy, long floor, DateTimeOffset at)
    {
        IsClientChat |= isGuest;
        _members.Add(ConversationMember.Of(this, memberId, floor, addedBy, at));
    }

    private ConversationMember? MemberOrNull(Guid memberId) => _members.Find(m => m.MemberId == memberId);
}
