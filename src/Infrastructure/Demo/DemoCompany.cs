using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Chats;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Crm;
using ClientChats.Domain.Files;
using ClientChats.Domain.Invitations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Infrastructure.Demo;

/// <summary>Fills an empty database with the demo company, in one transaction.</summary>
public sealed class DemoCompany
{
    private readonly ClientChatsDb _db;
    private readonly ISecrets _secrets;
    private readonly IPasswords _passwords;
    private readonly IArrivals _arrivals;
    private readonly IFileStore _store;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<DemoPerson, Member> _members = [];
    private readonly Dictionary<object, OutsideParticipant> _outside = [];
    private readonly Dictionary<DemoFile, StoredFile> _files = [];
    private readonly List<(Guid ConversationId, long Number, IReadOnlyList<Guid> Files)> _held = [];
    private readonly List<(Conversation Conversation, Action SayTheNew)> _chats = [];
    private Organization _organization = null!;
    private Bridge _bridge = null!;

    private DemoCompany(IServiceProvider services)
    {
        _db = services.GetRequiredService<ClientChatsDb>();
        _secrets = services.GetRequiredService<ISecrets>();
        _passwords = services.GetRequiredService<IPasswords>();
        _arrivals = services.GetRequiredService<IArrivals>();
        _store = services.GetRequiredService<IFileStore>();
        _now = services.GetRequiredService<TimeProvider>().GetUtcNow();
    }

    /// <summary>Loads the company unless the database has an organization; answers whether it did.</summary>
    public static async Task<bool> LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var db = provider.GetRequiredService<ClientChatsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockSetupAsync(ct);
        if (await db.Organizations.AnyAsync(ct)) return false;

        await new DemoCompany(provider).BuildAsync(ct);
        await transaction.CommitAsync(ct);
        provider.GetRequiredService<IServedOrganization>().Forget();
        return true;
    }

    private async Task BuildAsync(CancellationToken ct)
    {
        _organization = Organization.Found(Guid.CreateVersion7(_now), DemoPeople.OrganizationName, "ru", "Asia/Yekaterinburg", "RU", _now.AddDays(-90));
        _db.Organizations.Add(_organization);
        await HireAsync(ct);
        Invite();
        Connect();
        await KeepFilesAsync(ct);
        foreach (var chat in DemoChats.All) Open(chat);
        KnowClients();
        await SaveAsync(ct);

        var conversations = _chats.Select(chat => chat.Conversation.Id).ToArray();
        await _db.Database.ExecuteSqlAsync($"select from refresh_access({_organization.Id}, {conversations}, 'created', null)", ct);
        foreach (var (_, sayTheNew) in _chats) sayTheNew();
        await SaveAsync(ct);
        await AttachFilesAsync(ct);

        // Whoever wrote has read up to what he wrote.
        await _db.Database.ExecuteSqlAsync($"""
            update conversation_access a
               set read_number = e.number, read_count = e.count
              from (select distinct on (conversation_id, author_id) conversation_id, author_id, number, count from entries
                     where organization_id = {_organization.Id} and author_id is not null and thread is null order by conversation_id, author_id, number desc) e
             where a.organization_id = {_organization.Id} and a.member_id = e.author_id and a.conversation_id = e.conversation_id and a.read_number < e.number
            """, ct);
        await _db.Database.ExecuteSqlAsync($"""
            insert into thread_marks (organization_id, member_id, conversation_id, root, number)
            select organization_id, author_id, conversation_id, thread, max(number) from entries
             where organization_id = {_organization.Id} and thread is not null group by organization_id, author_id, conversation_id, thread
            """, ct);
    }

    private async Task HireAsync(CancellationToken ct)
    {
        var hash = await _passwords.HashAsync(DemoPeople.Password, ct);
        foreach (var person in DemoPeople.All)
        {
            var member = Member.Join(
                _organization.Id, Guid.CreateVersion7(_now), EmailAddress.Parse(person.Email), new PersonName(person.FirstName, person.LastName), person.Role,
                _organization.Locale, _organization.TimeZone, _now.AddDays(person.Role == Role.Guest ? -21 : -80));
            member.SetPassword(hash);
            member.WorkFor(person.Company);
            _members[person] = member;
            if (person.Role != Role.Guest) member.TakeDuties(person.IsSupervisor, person.IsQualityControl, person.ReceivesNewClients, As(DemoPeople.Zuev));
            if (person.Phone is { } phone) member.AnswerFrom([phone]);
            _db.Members.Add(member);
        }
    }

    private void Invite()
    {
        var by = As(DemoPeople.Zuev);
        var week = TimeSpan.FromDays(_organization.InvitationLifetimeDays);
        foreach (var guest in DemoPeople.All.Where(person => person.Role == Role.Guest))
        {
            var accepted = Invitation.Send(Guid.CreateVersion7(_now), EmailAddress.Parse(guest.Email), new PersonName(guest.FirstName, guest.LastName), Role.Guest, by, week, _now.AddDays(-22));
            accepted.Delivered();
            accepted.Accept(LinkTo(accepted), _members[guest].Id, _now.AddDays(-21));
            _db.Invitations.Add(accepted);
        }

        var waiting = Invitation.Send(Guid.CreateVersion7(_now), EmailAddress.Parse("melnik@coffeeug.example"), new PersonName("Стас", "Мельник"), Role.Guest, by, week, _now.AddDays(-1));
        waiting.Delivered();
        var expired = Invitation.Send(Guid.CreateVersion7(_now), EmailAddress.Parse("sizov@gruz.example"), new PersonName("Артём", "Сизов"), Role.Guest, by, week, _now.AddDays(-10));
        expired.Delivered();
        expired.Expire(_now);
        var revoked = Invitation.Send(Guid.CreateVersion7(_now), EmailAddress.Parse("gonchar@gruz.example"), new PersonName("Раиса", "Гончар"), Role.Guest, by, week, _now.AddDays(-3));
        revoked.Delivered();
        revoked.Revoke(by, _now.AddDays(-2));
        _db.Invitations.AddRange(waiting, expired, revoked);
        LinkTo(waiting);
    }

    private InvitationLink LinkTo(Invitation invitation)
    {
        var link = InvitationLink.For(invitation, _secrets.Make(SecretKind.Invitation, _organization.Id).Hash, invitation.CreatedAt);
        _db.InvitationLinks.Add(link);
        return link;
    }

    private void Connect()
    {
        var key = _secrets.Make(SecretKind.BridgeKey, _organization.Id);
        var secret = _secrets.Make(SecretKind.BridgeSecret, _organization.Id);
        _bridge = Bridge.Connect(
            Guid.CreateVersion7(_now), As(DemoPeople.Zuev), Bridge.Development, "WhatsApp отдела продаж", key.Hash, _secrets.Protect(key.Text), _secrets.Protect(secret.Text), _now.AddDays(-60));
        _db.Bridges.Add(_bridge);
        foreach (var client in DemoClients.All) Meet(client, client.OutsideId, client.Name, client.Phone, null);
        foreach (var employee in DemoPeople.All.Where(person => person.Phone is not null)) Meet(employee, employee.Email, employee.DisplayName, employee.Phone!, _members[employee].Id);
    }

    private void Meet(object person, string outsideId, string name, string phone, Guid? memberId)
    {
        var participant = OutsideParticipant.Met(_organization.Id, Guid.CreateVersion7(_now), _bridge.Id, outsideId, name, phone, _now.AddDays(-20));
        participant.Is(memberId);
        _outside[person] = participant;
        _db.OutsideParticipants.Add(participant);
    }

    private void Open(DemoChat chat)
    {
        var at = _now - chat.Lines[0].Ago - TimeSpan.FromMinutes(5);
        var by = As(chat.People[0]);
        var others = chat.People.Skip(1).Select(person => _members[person]).ToList();
        var id = Guid.CreateVersion7(at);
        var conversation = chat.IsBridged ? Conversation.Mirror(_organization.Id, id, _bridge.Id, chat.Name, at)
            : chat.IsDirect ? Conversation.StartDirect(id, by, others[0], at)
            : chat.Visibility is not null ? Conversation.StartChannel(id, chat.Name, by, others, at)
            : Conversation.StartGroup(id, chat.Name, by, others, at);
        _db.Conversations.Add(conversation);

        if (chat.IsBridged) MirrorGroup(chat, conversation, at);
        else if (chat.IsDirect) _db.DirectPairs.Add(DirectPair.Of(_organization.Id, id, by.MemberId, others[0].Id));
        else if (chat.Visibility is { } visibility) OpenChannel(chat, visibility, conversation, by, at);
        else _db.Chats.Add(Chat.OwnedBy(_organization.Id, id, by.MemberId));

        var circle = new MentionableCircle(
            id, [.. chat.People.Select(person => new Mentionable(_members[person].Id, person.FirstName, person.LastName, IsOnlooker: false)), .. chat.Outside.Select(client => new Mentionable(_outside[client].Id, client.Name, "", IsOnlooker: false))],
            Everyone: true);
        var said = new List<Entry>();
        foreach (var line in chat.Lines.SkipLast(chat.New)) Say(line);
        _chats.Add((conversation, () => chat.Lines.TakeLast(chat.New).ToList().ForEach(Say)));

        void Say(DemoLine line)
        {
            var replyTo = line.ReplyTo > 0 ? said[^line.ReplyTo].Number : (long?)null;
            var lineAt = _now - line.Ago;

            // An employee with a number of his own takes part from it; the others write through us.
            var author = chat.IsBridged && _outside.TryGetValue(line.Author, out var outside) ? outside.Id : _members[(DemoPerson)line.Author].Id;
            var files = line.Files.Select(file => _files[file]).ToList();
            var forwarded = line.Forwarded is { } passedOn ? new ForwardedMessage(_outside[passedOn.Author].Id, _now - passedOn.Ago, passedOn.Text) : null;
            var attachments = files.Select(file => new AttachedFile(file.Id, file.Name, file.Size, file.ContentType, file.Width, file.Height)).ToList();
            var extras = new MessageExtras(attachments.Count > 0 ? attachments : null, forwarded, circle.FindIn(line.Text));
            var entry = line.Thread > 0
                ? conversation.HearInThread(said[^line.Thread], Guid.CreateVersion7(lineAt), author, line.Text, lineAt)
                : conversation.Hear(Guid.CreateVersion7(lineAt), author, line.Text, replyTo, lineAt, extras);
            said.Add(entry);
            if (files.Count > 0) _held.Add((conversation.Id, entry.Number, [.. files.Select(file => file.Id)]));
            foreach (var file in line.Files.Where(file => file.FinalBy is not null))
            {
                var former = file.InsteadOf is { } earlier ? new FilePlace(said.Single(one => one.Attachments?.Any(held => held.Id == _files[earlier].Id) == true).Number, _files[earlier].Id) : null;
                new FinalShelf(conversation, said).Mark(entry, _files[file].Id, former, Inside(file.FinalBy!), lineAt);
            }

            foreach (var (emoji, person) in line.Reactions) conversation.React(entry, emoji, Inside(person));
            if (line.Status is { } status)
            {
                conversation.SetStatus(entry, new WantedStatus(status.Kind, status.DecisionBy is { } decider ? _members[decider].Id : null, _now + status.Due), deciderIsHere: true, Inside(status.By), lineAt);
                if (line.DecidedBy is { } closing) conversation.SetStatus(entry, new WantedStatus(StatusKind.Done, null, null), deciderIsHere: true, Inside(closing), lineAt);
            }

            if (line.PinnedBy is { } pinner) conversation.Pin(entry, Inside(pinner), lineAt);
        }
    }

    /// <summary>Brings the contents of all files to the store, each with the row of its file.</summary>
    private async Task KeepFilesAsync(CancellationToken ct)
    {
        foreach (var line in DemoChats.All.SelectMany(chat => chat.Lines))
        {
            foreach (var file in line.Files)
            {
                var id = Guid.NewGuid();
                await _arrivals.AppendAsync(id, new MemoryStream(file.Content), file.Content.Length, ct);
                var kept = StoredFile.Arrived(_organization.Id, id, _members[(DemoPerson)line.Author].Id, file.Name, null, await _arrivals.ExamineAsync(id, null, ct), _now - line.Ago);
                await _store.KeepAsync(_organization.Id, kept.Sha256, _arrivals.PathOf(id), ct);
                _arrivals.Drop(id);
                _files[file] = kept;
                _db.Files.Add(kept);
            }
        }
    }

    private async Task AttachFilesAsync(CancellationToken ct)
    {
        foreach (var (conversationId, number, files) in _held)
        {
            await _db.Database.ExecuteSqlAsync($"""
                insert into entry_files (organization_id, conversation_id, number, position, file_id, is_forwarded)
                select {_organization.Id}, {conversationId}, {number}, place, id, false from unnest({files.ToArray()}) with ordinality f (id, place)
                """, ct);
        }

        await _db.Database.ExecuteSqlAsync($"update files set state = 'ready', attached_at = created_at where organization_id = {_organization.Id}", ct);
        await _db.Database.ExecuteSqlAsync($"insert into file_usage (organization_id, bytes) select organization_id, sum(size) from files where organization_id = {_organization.Id} group by organization_id", ct);
    }

    private void OpenChannel(DemoChat chat, ChannelVisibility visibility, Conversation conversation, Viewer by, DateTimeOffset at)
    {
        var channel = Channel.Open(_organization.Id, conversation.Id, visibility, by.MemberId, at);
        var today = DateOnly.FromDateTime(_now.UtcDateTime);
        channel.Describe(
            chat.Description with { ResponsibleMemberId = by.MemberId, StartsOn = chat.Work is { } begun ? today.AddDays(begun.Began) : null, EndsOn = chat.Work is { } ending ? today.AddDays(ending.Ends) : null },
            conversation);
        _db.Channels.Add(channel);
    }

    private void MirrorGroup(DemoChat chat, Conversation conversation, DateTimeOffset at)
    {
        _db.BridgedChats.Add(BridgedChat.Of(_organization.Id, conversation.Id, _bridge.Id, $"group-{_chats.Count + 1}", chat.Name, at));
        foreach (var person in chat.Outside.Cast<object>().Concat(chat.People.Where(p => p.Phone is not null)))
        {
            var participant = _outside[person];
            var presence = BridgedPresence.Of(_organization.Id, conversation.Id, participant.Id, at);
            presence.Turn(present: true, at);
            _db.BridgedPresences.Add(presence);
            conversation.OutsideParticipantJoined(participant.Id, participant.IsClient, announce: true, at);
        }
    }

    private void KnowClients()
    {
        foreach (var client in DemoClients.All.Where(client => client.Contact is not null))
        {
            var contact = Contact.Known(_organization.Id, client.Contact!);
            var responsible = _members[client.Responsible!].Id;
            contact.Replace(
                new ContactState(client.Name, [(ContactKey.Phone, client.Phone)], responsible, null, [new DealState($"deal-{client.Contact}", client.Deal, responsible, null, _now.AddDays(-18), null)]),
                revision: null, _now.AddDays(-18));
            Know(contact, _outside[client].Id, LinkedBy.Phone);
        }

        foreach (var (guest, id) in new[] { (DemoPeople.Ivanova, "51001"), (DemoPeople.Tkach, "51002") })
        {
            var contact = Contact.Known(_organization.Id, id);
            contact.Replace(
                new ContactState($"{guest.DisplayName}, «{guest.Company}»", [(ContactKey.Email, EmailAddress.Parse(guest.Email).Key)], _members[DemoPeople.Ershova].Id, null, []),
                revision: null, _now.AddDays(-20));
            Know(contact, _members[guest].Id, LinkedBy.Email);
        }
    }

    private void Know(Contact contact, Guid participantId, LinkedBy by)
    {
        _db.Contacts.Add(contact);
        _db.ParticipantContacts.Add(new ParticipantContact { OrganizationId = _organization.Id, ParticipantId = participantId, ExternalId = contact.ExternalId, LinkedBy = by, LinkedAt = contact.UpdatedAt });
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        var events = _db.ChangeTracker.Entries<Aggregate>().SelectMany(entry => entry.Entity.TakeEvents()).ToList();
        _db.Entries.AddRange(events.OfType<EntryAppended>().Select(appended => appended.Entry));
        await _db.SaveChangesAsync(ct);
    }

    /// <summary>Somebody who writes in the conversation, as a member or for its clients.</summary>
    private Standing Inside(DemoPerson person) =>
        new(As(person), Sees: true, IsMember: true, IsOwner: false, IsChannelAdministrator: false, IsOpen: false, IsResponsible: true, ReceivesIt: false, IsOverseer: false, IsManager: false, HistoryFloor: 0);

    private Viewer As(DemoPerson person)
    {
        var member = _members[person];
        return new Viewer(member.OrganizationId, member.Id, member.Role, member.IsSupervisor, member.IsQualityControl, member.ReceivesNewClients);
    }
}
