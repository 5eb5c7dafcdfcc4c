using ClientChats.Domain.Organizations;
using ClientChats.Tests;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Api.Tests.Proof;

/// <summary>The demo company with every kind of caller and one conversation of every kind, for the proofs that ask about all of them.</summary>
public sealed class ProofApp(TestPostgres postgres) : BureauApp(postgres)
{
    public const string Collection = "Proof";

    private static readonly string[] AllScopes =
        ["conversations:read", "messages:write", "members:write", "invitations:write", "crm:read", "crm:write", "bridges:write", "jobs:read"];

    private static readonly string[] Kept =
    [
        "organizations", "members", "member_phones", "member_crm_users", "(select id, email_key, role, status from invitations)", "invitation_links", "(select id, member_id, name from access_tokens)", "conversations",
        "conversation_members", "conversation_access", "chats", "channels", "channel_administrators", "entries", "entry_files", "crm_contacts", "crm_contact_keys", "crm_deals", "participant_contacts", "removed_links", "handovers",
        "(select name, is_enabled, deleted_at from bridges)", "naming_conventions", "naming_dictionaries", "fixed_names", "password_resets",
    ];

    private static readonly string Fingerprint = "select array[" + string.Join(", ", Kept.Select(table => $"(select coalesce(sum(hashtextextended(t::text, 0)), 0)::text from {table} t)")) + "]";

    private readonly Dictionary<string, Caller> _callers = [];
    private readonly Dictionary<string, Guid> _conversations = [];

    protected override IEnumerable<string> Settings =>
    [
        .. base.Settings, "--ClientChats:Limits:FailedSignIns=100000", "--ClientChats:Limits:UnknownTokens=100000", "--ClientChats:Limits:MailsPerAddress=100000",
        "--ClientChats:Limits:PasswordResets=100000", "--ClientChats:Limits:InvitationsPerDay=100000", "--ClientChats:Limits:Messages=100000", "--ClientChats:Limits:GuestMessages=100000",
        "--ClientChats:Limits:Searches=100000", "--ClientChats:Limits:BridgeEvents=100000", "--ClientChats:Limits:Uploads=100000",
    ];

    /// <summary>Callers by the names that the columns of the tables bear.</summary>
    public IReadOnlyDictionary<string, Caller> Callers => _callers;

    public Person Owner => Nikolai;
    public Person Guest => (Person)_callers["guest"];
    public Person Responsible => (Person)_callers["responsible"];
    public Person ChatOwner => (Person)_callers["chatOwner"];
    public Person Supervisor => (Person)_callers["supervisor"];

    /// <summary>Employees and a guest whom the acts are done to.</summary>
    public Person Newcomer { get; private set; } = null!;
    public Person Colleague { get; private set; } = null!;
    public Person SecondGuest { get; private set; } = null!;

    /// <summary>A guest who is in no conversation.</summary>
    public Person Stranger { get; private set; } = null!;

    /// <summary>The pattern that names follow unless another is named.</summary>
    public Guid Convention { get; private set; }

    public OutsideGroup Outside { get; private set; } = null!;
    public OutsidePerson Client { get; } = new("proof-client", "Инга Пруф", "+79120990001");

    /// <summary>A conversation by the name of its kind in the tables.</summary>
    public Guid Conversation(string kind) => _conversations[kind];

    /// <summary>Whether this is one of the conversations.</summary>
    public bool Knows(Guid conversation) => _conversations.ContainsValue(conversation);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await MeetPeopleAsync();
        await OpenChatsAsync();
        await MirrorGroupsAsync();
        await GiveTokensAsync();
        Convention = (await Owner.GetAsync("/naming/conventions")).Items[0]["id"].Id;
    }

    /// <summary>A group of its own for one test: the chat's owner, a member, and the guest where it has one.</summary>
    public async Task<Guid> OpenGroupAsync(string name, params Person[] members) =>
        (await ChatOwner.PostAsync("/chats", new { kind = "group", name, memberIds = members.Select(m => m.Id) })).Expect(201)["id"].Id;

    /// <summary>A channel that the chat's owner administers.</summary>
    public async Task<Guid> OpenChannelAsync(string name, string visibility, params Person[] members) =>
        (await ChatOwner.PostAsync("/channels", new { name, visibility, memberIds = members.Select(m => m.Id) })).Expect(201)["id"].Id;

    /// <summary>A mirrored group that is seen by who is responsible for its client; without one it is open to those who receive new clients.</summary>
    public async Task<Guid> MirrorAsync(string id, string title, OutsidePerson client, Person? responsible)
    {
        if (responsible is not null) await MakeResponsibleAsync($"contact-{id}", client, responsible);
        var group = await OutsideGroup.ConnectAsync(Owner, Browser(), id, title);
        (await group.JoinAsync(client)).Expect(200);
        (await group.WriteAsync(client, "m-1", $"Здравствуйте! {title}")).Expect(200);
        Outside = group;
        await Eventually.HoldsAsync(async () => await AskSqlAsync<long>("select count(*) from conversations where name = $1 and last_number >= 2", title) == 1);
        return await ConversationAsync(title);
    }

    public async Task MakeResponsibleAsync(string contact, OutsidePerson client, Person responsible)
    {
        var answer = await Owner.PutAsync($"/crm/contacts/{contact}", new { name = client.Name, phones = new[] { client.Phone }, responsibleMemberId = responsible.Id });
        answer.Status.ShouldBeOneOf(200, 201);
    }

    /// <summary>What is in the database that a refused request must not change.</summary>
    public Task<string[]> FingerprintAsync() => AskSqlAsync<string[]>(Fingerprint);

    /// <summary>The tables that are not as they were.</summary>
    public async Task<IReadOnlyList<string>> ChangedSinceAsync(string[] before)
    {
        var now = await FingerprintAsync();
        return [.. Kept.Where((_, i) => now[i] != before[i])];
    }

    private async Task MeetPeopleAsync()
    {
        _callers["owner"] = Nikolai;
        _callers["admin"] = await As(Ryzhova);
        _callers["supervisor"] = await As(Vlasova);
        _callers["qualityControl"] = await As(Akhmetov);
        _callers["newClients"] = await As(Panin);
        _callers["responsible"] = await As(Belova);
        _callers["chatOwner"] = await As(Ershova);
        _callers["member"] = await As(Gromov);
        _callers["employee"] = await As(Klimova);
        _callers["guest"] = await JoinAsync("Инна Клиентова", Role.Guest);
        _callers["otherGuest"] = await JoinAsync("Олеся Чужая", Role.Guest);
        _callers["invited"] = Browser();
        var gone = await JoinAsync("Игорь Бывший");
        (await Nikolai.PatchAsync($"/members/{gone.Id}", new { status = "deactivated" })).Expect(200);
        _callers["deactivated"] = gone;
        Newcomer = await JoinAsync("Яна Новая");
        Colleague = await JoinAsync("Семён Коллегин");
        SecondGuest = await JoinAsync("Роза Вторая", Role.Guest);
        Stranger = await JoinAsync("Клара Третья", Role.Guest);
    }

    private async Task OpenChatsAsync()
    {
        var member = (Person)_callers["member"];
        _conversations["direct"] = (await ChatOwner.PostAsync("/chats", new { kind = "direct", memberIds = new[] { member.Id } }))["id"].Id;
        _conversations["clientDirect"] = (await member.PostAsync("/chats", new { kind = "direct", memberIds = new[] { Guest.Id } })).Expect(201)["id"].Id;
        _conversations["group"] = await OpenGroupAsync("Пруф: без клиентов", member, Colleague);
        _conversations["clientGroup"] = await OpenGroupAsync("Пруф: с клиентом", member, Colleague, Guest, SecondGuest);
        foreach (var (kind, visibility) in new[] { ("privateChannel", "private"), ("publicChannel", "public") })
            _conversations[kind] = await OpenChannelAsync($"Пруф: канал, {visibility}", visibility, member, Colleague, Guest, SecondGuest);

        // What the operations archive, hand on and convert is no conversation of the table.
        _conversations["spare"] = await OpenGroupAsync("Пруф: запасной", member, Colleague, Guest);
        _conversations["convertible"] = await OpenGroupAsync("Пруф: будущий канал", member, Colleague, Guest);
        foreach (var (kind, conversation) in _conversations)
            (await member.PostAsync($"/conversations/{conversation}/messages", new { clientMessageId = Guid.NewGuid(), text = $"Первое слово: {kind}" })).Expect(201);
    }

    private async Task MirrorGroupsAsync()
    {
        _conversations["unlinked"] = await MirrorAsync("proof-unlinked", "Пруф: ничей", new OutsidePerson("proof-nobody", "Некто Пруф", "+79120990002"), responsible: null);
        _conversations["bridged"] = await MirrorAsync("proof-bridged", "Пруф: внешний", Client, Responsible);
        foreach (var guest in new[] { Guest, SecondGuest })
            (await Responsible.PutAsync($"/conversations/{_conversations["bridged"]}/members/{guest.Id}", new { history = "all" })).Expect(201);
    }

    private async Task GiveTokensAsync()
    {
        _callers["token"] = await TokenAsync((Person)_callers["member"], AllScopes);
        _callers["responsiblesToken"] = await TokenAsync(Responsible, AllScopes);
        _callers["ownersToken"] = await TokenAsync(Owner, AllScopes);
        _callers["narrowToken"] = await TokenAsync(Owner, "jobs:read");
        var bridge = (await Owner.PostAsync("/bridges", new { kind = "development", name = "Пруф" })).Expect(201);
        _callers["bridge"] = Program(bridge["secret"].Text);
    }

    private async Task<Caller> TokenAsync(Person of, params string[] scopes) => Program((await of.PostAsync("/tokens", new { name = "proof", scopes })).Expect(201)["token"].Text);
}

/// <summary>The proofs share one app.</summary>
[CollectionDefinition(ProofApp.Collection)]
public sealed class ProofGroup : ICollectionFixture<ProofApp>;
