using ClientChats.Domain.Channels;
using ClientChats.Domain.Chats;
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

public sealed record EntryReactionsChanged(Entry Entry) : IDomainEvent;

public sealed record EntryPinChanged(Entry Entry) : IDomainEvent;

public sealed record EntryFinalsChanged(Entry Entry) : IDomainEvent;

public sealed record EntryStatusChanged(Entry Entry) : IDomainEvent;

public sealed record EntryRepliesChanged(Entry Entry) : IDomainEvent;

/// <summary>A reply in a thread is gone; what the root says of its thread holds no more.</summary>
public sealed record ReplyDeleted(Conversation Conversation, Entry Reply) : IDomainEvent;

/// <summary>A message was reworded; what it said before is kept.</summary>
public sealed record EntryReworded(EntryWording Former) : IDomainEvent;

public sealed record ConversationRenamed(Guid OrganizationId, Guid ConversationId) : IDomainEvent;

/// <summary>Its kind, its owner, its archive or what its kind adds has changed.</summary>
public sealed record ConversationChanged(Guid OrganizationId, Guid ConversationId) : IDomainEvent;

public sealed record ConversationMembersChanged(Guid OrganizationId, Guid ConversationId) : IDomainEvent;

public sealed record EmployeeJoinedConversation(Guid OrganizationId, Guid ConversationId, Guid MemberId) : IDomainEvent;

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

    /// <summary>A conversation holds at most this many pinned messages.</summary>
    public const int MaxPins = 50;

    private readonly List<ConversationMember> _members = [];

    private Conversation() { }

    public Guid Id { get; private init; }
    public ConversationKind Kind { get; private set; }
    public string Name { get; private set; } = "";
    public AccessMode AccessMode { get; private init; }

    /// <summary>The file that is its picture.</summary>
    public Guid? AvatarId { get; private set; }

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

    /// <summary>No message after this one calls anybody.</summary>
    public long LastMentionNumber { get; private set; }

    /// <summary>The numbers of pinned messages, the first one first.</summary>
    public IReadOnlyList<long> Pins { get; private set; } = [];

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
        return StartWith(ConversationKind.Group, id, name, by, others, at);
    }

    public static Conversation StartChannel(Guid id, string name, Viewer by, IReadOnlyCollection<Member> others, DateTimeOffset at)
    {
        Refuse.If(by.IsGuest, ChannelRefusals.GuestsOpenNone);
        return StartWith(ConversationKind.Channel, id, name, by, others, at);
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

    /// <summary>What he may do in it, or could do if it were not archived.</summary>
    public ConversationAbilities AbilitiesBesidesArchiveOf(Standing standing) => ConversationAbilities.Of(Kind, isArchived: false, standing);

    public void Rename(string name, Standing by, DateTimeOffset at)
    {
        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectHasNoName);
        Refuse.Unless(AbilitiesBesidesArchiveOf(by).Rename, ConversationRefusals.MayNotRename);
        Refuse.If(IsArchived, ConversationRefusals.Archived);

        Rename(name, by.Viewer.MemberId, at);
    }

    /// <summary>Its name follows the client to a new responsible.</summary>
    /// <param name="name">The name with his last name in it.</param>
    /// <param name="by">Who handed the client over; nobody where the CRM did.</param>
    /// <param name="at">When.</param>
    public void FollowResponsible(string name, Guid? by, DateTimeOffset at) => Rename(name, by, at);

    private void Rename(string name, Guid? by, DateTimeOffset at)
    {
        var tidy = PersonName.Tidy(name);
        if (tidy == Name) return;
        Note(new SystemFact(SystemFactType.Renamed) { By = by, Name = tidy, PreviousName = Name }, at);
        Name = tidy;
        Record(new ConversationRenamed(OrganizationId, Id));
    }

    /// <summary>Gives it another picture, or takes away the one it has. Whoever may rename it may do so.</summary>
    public void ShowPicture(Guid? fileId, Standing by)
    {
        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectNoPicture);
        Refuse.Unless(AbilitiesBesidesArchiveOf(by).Rename, ConversationRefusals.MayNotDepict);
        Refuse.If(IsArchived, ConversationRefusals.Archived);
        if (fileId == AvatarId) return;
        AvatarId = fileId;
        Changed();
    }

    /// <summary>Puts it away for everybody: it can be read, and nobody writes in it until it is taken out again.</summary>
    public void Archive(Standing by, DateTimeOffset at) => KeepInArchive(at, by);

    public void Restore(Standing by) => KeepInArchive(null, by);

    /// <summary>Makes a group a private channel; who is in it, what was said and what everybody has read stay as they are.</summary>
    public void BecomeChannel(Standing by, DateTimeOffset at)
    {
        Refuse.If(Kind != ConversationKind.Group, ChatRefusals.NotAGroup);
        Refuse.Unless(AbilitiesBesidesArchiveOf(by).Convert, ChatRefusals.MayNotConvert);
        Refuse.If(IsArchived, ConversationRefusals.Archived);
        Note(new SystemFact(SystemFactType.BecameChannel) { By = by.Viewer.MemberId }, at);
        Kind = ConversationKind.Channel;
        AccessVersion++;
        Changed();
    }

    /// <summary>Something that its kind adds has changed; whoever sees it looks again.</summary>
    public void Changed() => Record(new ConversationChanged(OrganizationId, Id));

    /// <summary>Who leads it has changed, or who is in it.</summary>
    public void PeopleChanged()
    {
        Record(new ConversationMembersChanged(OrganizationId, Id));
        Changed();
    }

    /// <summary>Takes over the title that a mirrored group has outside.</summary>
    public void FollowTitle(string title)
    {
        if (title == Name) return;
        Name = title;
        Record(new ConversationRenamed(OrganizationId, Id));
    }

    /// <summary>
    /// Adds a person with the whole history, as far as it exists for whoever adds him, or with none of it; answers whether anything changed.
    /// </summary>
    public bool Add(Member person, History history, Standing by, DateTimeOffset at)
    {
        var can = AbilitiesBesidesArchiveOf(by);
        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectHasTwo);
        Refuse.If(Kind == ConversationKind.Bridged && !person.IsGuest, ConversationRefusals.FollowsCrm);
        Refuse.If(by.IsManager && !by.Sees && person.Id == by.Viewer.MemberId, ConversationRefusals.NotYourselfByManaging);
        var joins = can.Join && person.Id == by.Viewer.MemberId;
        Refuse.Unless(joins || (person.IsGuest ? can.AddGuests : can.AddEmployees), ConversationRefusals.MayNotAdd);
        Refuse.If(IsArchived, ConversationRefusals.Archived);

        var floor = history == History.All ? by.HistoryFloor : LastNumber;
        if (MemberOrNull(person.Id) is { } present)
        {
            Refuse.If(history == History.FromNow && present.History == History.All, ConversationRefusals.HistoryAlreadyShown);
            if (present.HistoryFloor <= floor) return false;
            present.ShowFrom(floor);
            AudienceChanged("historyShown");
            Record(new ConversationMembersChanged(OrganizationId, Id));
            return true;
        }

        Refuse.If(_members.Count >= MaxMembers, ConversationRefusals.TooManyMembers);
        Take(person.Id, person.IsGuest, by.Viewer.MemberId, floor, at);
        Note(
            joins
                ? new SystemFact(SystemFactType.Joined) { Person = person.Id }
                : new SystemFact(SystemFactType.Added) { By = by.Viewer.MemberId, Person = person.Id, History = history },
            at);
        if (joins) Record(new EmployeeJoinedConversation(OrganizationId, Id, person.Id));
        AudienceChanged(joins ? "memberJoined" : "memberAdded");
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

    /// <summary>Appends a message that was written outside. A client who writes again takes the chat out of the archive.</summary>
    public Entry Hear(Guid id, Guid authorId, string text, long? replyTo, DateTimeOffset at, MessageExtras? extras = null)
    {
        MessageCount++;
        var entry = Entry.Message(this, id, ++LastNumber, ++LastRevision, MessageCount, authorId, text, replyTo, at, extras);
        KeepAsLast(entry);
        KeepLastMention(entry);
        LastActivityAt = at > LastActivityAt ? at : LastActivityAt;
        if (IsArchived) KeepInArchive(null);
        Record(new EntryAppended(entry));
        return entry;
    }

    /// <summary>Appends a reply to the thread under a message; the main stream does not count it.</summary>
    public Entry HearInThread(Entry root, Guid id, Guid authorId, string text, DateTimeOffset at)
    {
        var entry = Entry.Message(this, id, ++LastNumber, ++LastRevision, MessageCount, authorId, text, replyTo: null, at, thread: root.Number);
        root.CountReply(entry);
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
    public void Edit(Entry entry, string text, IReadOnlyList<Mention>? mentions, Standing by, DateTimeOffset at)
    {
        MayChange(entry, by, mayModerate: false);
        Refuse.If(entry.IsDeleted, MessageRefusals.Deleted);
        Refuse.If(at - entry.CreatedAt > Entry.EditWindow, MessageRefusals.EditTooLate);
        if (text.Length == 0 && entry.Attachments is null && entry.Forwarded is null) throw new RefusedException(MessageRefusals.Empty) { Field = "text" };
        Edit(entry, text, mentions, at);
    }

    /// <summary>An author takes back what he wrote, or the chat's owner what somebody else did; its number stays, nothing of its text does.</summary>
    public void Delete(Entry entry, Standing by, DateTimeOffset at)
    {
        MayChange(entry, by, mayModerate: AbilitiesOf(by).Moderate);
        Delete(entry, at);
    }

    public void Edit(Entry entry, string text, IReadOnlyList<Mention>? mentions, DateTimeOffset at)
    {
        if (entry.IsDeleted || entry.Text == text) return;
        Record(new EntryReworded(EntryWording.Of(entry)));
        entry.Reword(text, mentions, ++LastRevision, at);
        KeepLastMention(entry);
        if (entry.Number == LastMessageNumber) KeepAsLast(entry);
        Record(new EntryChanged(entry));
    }

    public void Delete(Entry entry, DateTimeOffset at)
    {
        if (entry.IsDeleted) return;
        entry.Erase(++LastRevision, at);
        if (entry.Thread is null) DeletedCount++;
        else Record(new ReplyDeleted(this, entry));
        Pins = [.. Pins.Where(number => number != entry.Number)];
        if (entry.Number == LastMessageNumber) KeepAsLast(entry);
        Record(new EntryChanged(entry));
    }

    /// <summary>Takes over how the thread under a message stands after one of its replies was deleted.</summary>
    public void Recount(Entry root, Replies replies)
    {
        root.TakeReplies(replies, ++LastRevision);
        Record(new EntryRepliesChanged(root));
    }

    /// <summary>Puts a person's reaction under a message; the same one again is one.</summary>
    public void React(Entry entry, string emoji, Standing by)
    {
        MayReact(entry, by);
        var reactions = Reaction.Added(entry.Reactions, Emoji.Tidy(emoji), by.Viewer.MemberId);
        Refuse.If(reactions?.Count > Reaction.MaxPerMessage, MessageRefusals.TooManyReactions);
        TakeReactions(entry, reactions);
    }

    public void TakeBackReaction(Entry entry, string emoji, Standing by)
    {
        MayReact(entry, by);
        TakeReactions(entry, Reaction.Removed(entry.Reactions, Emoji.Tidy(emoji), by.Viewer.MemberId));
    }

    /// <summary>Pins a message after those that are pinned already; again is no error.</summary>
    public void Pin(Entry entry, Standing by, DateTimeOffset at)
    {
        MayPin(by);
        Refuse.If(entry.System is not null, MessageRefusals.NotAMessage);
        Refuse.If(entry.IsDeleted, MessageRefusals.Deleted);
        if (Pins.Contains(entry.Number)) return;
        Refuse.If(Pins.Count >= MaxPins, MessageRefusals.TooManyPins);

        Pins = [.. Pins, entry.Number];
        entry.Pin(by.Viewer.MemberId, ++LastRevision, at);
        Record(new EntryPinChanged(entry));
    }

    public void Unpin(Entry entry, Standing by)
    {
        MayPin(by);
        if (!Pins.Contains(entry.Number)) return;

        Pins = [.. Pins.Where(number => number != entry.Number)];
        entry.Unpin(++LastRevision);
        Record(new EntryPinChanged(entry));
    }

    /// <summary>Puts the pinned messages that exist for this person into another order; those that do not keep their places.</summary>
    /// <param name="order">All pinned messages that exist for him.</param>
    /// <param name="by">Who does it.</param>
    public void OrderPins(IReadOnlyList<Entry> order, Standing by)
    {
        MayPin(by);
        var shown = Pins.Where(number => number > by.HistoryFloor).ToList();
        Refuse.Unless(order.Count == shown.Count && order.Select(entry => entry.Number).ToHashSet().SetEquals(shown), MessageRefusals.OtherPins);

        var (before, next) = (Pins, new Queue<Entry>(order));
        Pins = [.. before.Select(number => number > by.HistoryFloor ? next.Dequeue().Number : number)];
        foreach (var entry in order.Where(entry => Place(Pins, entry) != Place(before, entry)))
        {
            entry.MovePin(++LastRevision);
            Record(new EntryPinChanged(entry));
        }

        static int Place(IReadOnlyList<long> pins, Entry entry) => pins.ToList().IndexOf(entry.Number);
    }

    internal void MayMarkFinal(Standing by)
    {
        Refuse.If(IsArchived, ConversationRefusals.Archived);
        Refuse.Unless(AbilitiesOf(by).MarkFinal, MessageRefusals.MayNotMarkFinal);
    }

    internal void TakeFinals(Entry entry, IReadOnlyList<FinalVersion>? finals)
    {
        entry.TakeFinals(finals, ++LastRevision);
        Record(new EntryFinalsChanged(entry));
    }

    /// <summary>Says how the matter of a message stands, or takes that back; the same again is no error.</summary>
    /// <param name="entry">The message.</param>
    /// <param name="wanted">The status; null takes it back. A decision that is done keeps who made it.</param>
    /// <param name="deciderIsHere">Whether the one who is to decide is in the conversation.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="at">When.</param>
    public void SetStatus(Entry entry, WantedStatus? wanted, bool deciderIsHere, Standing by, DateTimeOffset at)
    {
        Refuse.If(IsArchived, ConversationRefusals.Archived);
        Refuse.Unless(AbilitiesOf(by).SetStatus, MessageRefusals.MayNotSetStatus);
        Refuse.If(entry.System is not null, MessageRefusals.NotAMessage);
        Refuse.If(entry.IsDeleted, MessageRefusals.Deleted);
        if (wanted is null ? entry.Status is null : entry.Status?.Is(wanted) == true) return;
        if (wanted?.DecisionBy is not null && !deciderIsHere) throw new RefusedException(MessageRefusals.DeciderNotHere) { Field = "decisionBy" };
        if (wanted?.DueAt <= at && wanted.DueAt != entry.Status?.DueAt) throw new RefusedException(MessageRefusals.DueInThePast) { Field = "dueAt" };

        var status = wanted?.SetBy(by.Viewer.MemberId, at, LastNumber);
        if (status is { Status: StatusKind.Done } && entry.Status is { DecisionBy: not null } decided)
        {
            if (decided.Status == StatusKind.Done) return;
            status = status with { DecisionBy = decided.DecisionBy, DueAt = decided.DueAt, AnsweredBy = decided.AnsweredBy };
        }

        TakeStatus(entry, status);
    }

    /// <summary>Notes that whoever is to decide has answered; an employee closes the decision.</summary>
    public void Answer(Entry decision, Entry reply)
    {
        if (decision.Status is not { IsOpenDecision: true, AnsweredBy: null } status || reply.IsDeleted || reply.Number <= status.After) return;
        TakeStatus(decision, status with { AnsweredBy = reply.Number });
    }

    /// <summary>The answer is gone; the decision waits again.</summary>
    public void LoseAnswer(Entry decision)
    {
        if (decision.Status is { AnsweredBy: not null } status) TakeStatus(decision, status with { AnsweredBy = null });
    }

    private void TakeStatus(Entry entry, MessageStatus? status)
    {
        entry.TakeStatus(status, ++LastRevision);
        Record(new EntryStatusChanged(entry));
    }

    private void MayPin(Standing by)
    {
        Refuse.If(IsArchived, ConversationRefusals.Archived);
        Refuse.Unless(AbilitiesOf(by).Pin, MessageRefusals.MayNotPin);
    }

    private void MayReact(Entry entry, Standing by)
    {
        Refuse.If(IsArchived, ConversationRefusals.Archived);
        Refuse.Unless(AbilitiesOf(by).Write, ConversationRefusals.MayNotWrite);
        Refuse.If(entry.System is not null, MessageRefusals.NotAMessage);
        Refuse.If(entry.IsDeleted, MessageRefusals.Deleted);
    }

    private void TakeReactions(Entry entry, IReadOnlyList<Reaction>? reactions)
    {
        if (reactions == entry.Reactions) return;
        entry.TakeReactions(reactions, ++LastRevision);
        Record(new EntryReactionsChanged(entry));
    }

    private void KeepInArchive(DateTimeOffset? since, Standing by)
    {
        Refuse.If(Kind == ConversationKind.Direct, ConversationRefusals.DirectStaysOpen);
        Refuse.Unless(AbilitiesOf(by).Archive, ConversationRefusals.MayNotArchive);
        if (IsArchived != since is not null) KeepInArchive(since);
    }

    private void KeepInArchive(DateTimeOffset? since)
    {
        ArchivedAt = since;
        AccessVersion++;
        Changed();
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
        (message.Number, message.AuthorId, message.Text is { } text ? MessageText.ExcerptOf(text, message.Attachments?.Select(file => file.Name), message.Forwarded?.Text) : null, message.CreatedAt, message.DeletedAt);

    private void KeepLastMention(Entry message)
    {
        if (message is { Mentions: not null, Thread: null } && message.Number > LastMentionNumber) LastMentionNumber = message.Number;
    }

    private static Conversation StartWith(ConversationKind kind, Guid id, string name, Viewer by, IReadOnlyCollection<Member> others, DateTimeOffset at)
    {
        Refuse.If(others.Count >= MaxMembers, ConversationRefusals.TooManyMembers);

        var conversation = Start(by.OrganizationId, id, kind, name, by.MemberId, at);
        conversation.Note(new SystemFact(SystemFactType.Created) { By = by.MemberId, Name = conversation.Name, Kind = kind }, at);
        conversation.Take(by.MemberId, isGuest: false, by.MemberId, floor: 0, at);
        foreach (var other in others) conversation.Take(other.Id, other.IsGuest, by.MemberId, floor: 0, at);

        conversation.AudienceChanged("created");
        return conversation;
    }

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
