using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>Every caller tries every act in every kind of conversation, and gets exactly what the table says.</summary>
[Collection(ProofApp.Collection)]
public sealed class ConversationPermissionTests(ProofApp app, ITestOutputHelper output)
{
    private const int Described = 3;

    private static readonly Table Permissions = Table.Read("conversation-permissions.txt");

    public static TheoryData<string, string> Existing() => new(Permissions.Rows.Where(IsThere).Select(row => (row["act"], row["kind"])));

    [Theory, MemberData(nameof(Existing))]
    public async Task What_the_table_says_of_an_act_is_what_happens(string name, string kind)
    {
        var act = Acts[name];
        var row = Permissions.Rows.Single(row => row["act"] == name && row["kind"] == kind);
        var changes = !row["operation"].StartsWith("GET", StringComparison.Ordinal);
        var before = await app.FingerprintAsync();
        var wrong = new List<string>();

        // What is refused comes first, for what is allowed may change the conversation.
        foreach (var (column, cell) in row.After(Described).Where(cell => cell.Field is not ("later" or "-")).OrderBy(cell => cell.Field == "ok"))
        {
            if (act.Given is { } given)
            {
                _written = await given(app, app.Callers[column], app.Conversation(kind));
                before = await app.FingerprintAsync();
            }

            var answer = await act.Try(app, app.Callers[column], app.Conversation(kind));
            if (changes && cell != "ok" && await app.ChangedSinceAsync(before) is { Count: > 0 } changed) wrong.Add($"{column}: was answered {answer.Status}, and this changed: {string.Join(", ", changed)}");
            if (!await IsAsync(cell, act, answer, app.Callers[column], kind)) wrong.Add($"{column}: {cell} was expected, it was {answer.Status} {answer.Code}");
            if (cell == "ok" && act.Undo is { } undo) await undo(app, app.Conversation(kind), column);
        }

        if (act.After is { } after) await after(app, app.Conversation(kind));
        wrong.ShouldBeEmpty($"{name}, {kind}");
    }

    [Fact]
    public async Task Every_cell_is_tried_or_listed_as_later_and_nothing_that_exists_is_only_listed()
    {
        var cells = Permissions.Rows.SelectMany(row => row.After(Described)).ToList();
        output.WriteLine($"{cells.Count(cell => cell.Field is not ("later" or "-"))} cells are tried, {cells.Count(cell => cell.Field == "later")} are listed as later, {cells.Count(cell => cell.Field == "-")} cannot be brought about.");

        var api = await ApiDocument.OfAsync(app);
        var tried = Permissions.Rows.Where(IsThere).Select(row => row["operation"]).ToHashSet();
        Permissions.Rows.Select(row => row["operation"]).Distinct().Where(operation => api.Has(operation) && !tried.Contains(operation)).ShouldBeEmpty();
        api.Operations.Select(operation => operation.Name).Where(name => name.Contains("/conversations/{id}", StringComparison.Ordinal) && !tried.Contains(name)).ShouldBeEmpty();
        Permissions.Rows.Where(IsThere).Select(row => row["operation"]).Where(operation => !api.Has(operation)).ShouldBeEmpty();
        app.Callers.Keys.ShouldBe(Permissions.Heading.Skip(Described).Concat(["responsiblesToken", "ownersToken", "narrowToken"]), ignoreOrder: true);
    }

    private static bool IsThere(Table.Row row) => row.After(Described).Any(cell => cell.Field is not ("later" or "-"));

    private async Task<bool> IsAsync(string cell, Act act, Answer answer, Caller caller, string kind)
    {
        switch (cell.Split(':'))
        {
            case ["ok"]:
                return answer.Status is >= 200 and < 300 && (!act.IsList || answer.Items.Any(item => item["id"].Id == app.Conversation(kind)));
            case ["hidden"] when act.IsList:
                return answer.Status == 200 && answer.Items.All(item => item["id"].Id != app.Conversation(kind));
            case ["hidden"]:
                var nothing = await act.Try(app, caller, Guid.CreateVersion7());
                return answer.Status == 404 && nothing.Status == 404 && answer.Bytes.SequenceEqual(nothing.Bytes);
            case ["signedOut"]:
                return answer.Status == 401 && answer.Code == "session.signedOut";
            case ["no", var code]:
                return answer.Status == 403 && answer.Code == code;
            case ["conflict", var code]:
                return answer.Status == 409 && answer.Code == code;
            case ["missing", var code]:
                return answer.Status == 404 && answer.Code == code;
            default:
                throw new InvalidOperationException($"The table has no {cell}.");
        }
    }

    private static readonly string Thumb = Uri.EscapeDataString("👍");

    /// <summary>The number of the message that was written for the act that is being tried.</summary>
    private static long _written;

    /// <summary>A chat of the caller's own for the act that is being tried.</summary>
    private static Guid _own;

    /// <summary>The file that a message holds for the act that is being tried.</summary>
    private static Guid _file;

    private static readonly Dictionary<string, Act> Acts = new()
    {
        ["is in the list"] = new((_, caller, _) => caller.GetAsync("/conversations?limit=200")) { IsList = true },
        ["is in the list of what is managed"] = new((_, caller, _) => caller.GetAsync("/conversations?managed=true&limit=200")) { IsList = true },
        ["looks at it"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}")),
        ["reads the history"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/messages")),
        ["searches inside"] = new((_, caller, id) => caller.GetAsync($"/search?query=Проба&in=messages&conversationId={id}")),
        ["reads one entry"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/messages/1")),
        ["reads the changes"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/changes")),
        ["sees who has read"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/reads")),
        ["moves the own read mark"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/read", new { number = 1 })),
        ["sees the members"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/members")),
        ["sees the people"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/participants")),
        ["sees who will read"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/viewers")),
        ["asks why he sees it"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/access")),
        ["asks it for somebody else"] = new((app, caller, id) => caller.GetAsync($"/conversations/{id}/access?memberId={app.Newcomer.Id}")),
        ["writes"] = new((_, caller, id) => caller.PostAsync($"/conversations/{id}/messages", new { clientMessageId = Guid.NewGuid(), text = "Проба" })),
        ["passes a message on to it"] = new((app, caller, id) => ForwardAsync(caller, id, _own, _written)) { Given = OwnChatAsync },
        ["passes a message on from it"] = new((app, caller, id) => ForwardAsync(caller, _own, id, _written))
        {
            Given = async (app, caller, id) =>
            {
                await OwnChatAsync(app, caller, id);
                return await WrittenByWhomeverAsync(app, caller, id);
            },
        },
        ["edits an own message"] = new((_, caller, id) => caller.PatchAsync($"/conversations/{id}/messages/{_written}", new { text = "Иначе" })) { Given = (_, caller, id) => WrittenByAsync(caller, id) },
        ["deletes an own message"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/messages/{_written}")) { Given = (_, caller, id) => WrittenByAsync(caller, id) },
        ["deletes a message of somebody else"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/messages/{_written}")) { Given = WrittenBySomebodyElseAsync },
        ["reads what it said before"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/messages/1/edits")),
        ["reacts"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/messages/{_written}/reactions/{Thumb}")) { Given = (_, caller, id) => WrittenByAsync(caller, id) },
        ["takes a reaction back"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/messages/{_written}/reactions/{Thumb}")) { Given = (_, caller, id) => WrittenByAsync(caller, id) },
        ["pins a message"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/messages/{_written}/pin")) { Given = (_, caller, id) => WrittenByAsync(caller, id) },
        ["unpins a message"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/messages/{_written}/pin")) { Given = PinnedByAsync },
        ["sees what is pinned"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/pins")),
        ["puts what is pinned into order"] = new(async (_, caller, id) =>
            await caller.PutAsync($"/conversations/{id}/pins", new { numbers = await caller.GetAsync($"/conversations/{id}/pins") is { Status: 200 } pins ? pins.Items.Select(pin => pin["number"].Number).Reverse().ToArray() : [] })),
        ["marks a final version"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/messages/{_written}/final")) { Given = HeldIfPossibleAsync },
        ["unmarks a final version"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/messages/{_written}/final")) { Given = MarkedAsync },
        ["sees the final versions"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/finals")),
        ["sets a status"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/messages/{_written}/status", new { status = "inProgress" })) { Given = WrittenByWhomeverAsync },
        ["lists the decisions"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/decisions")),
        ["reads a thread"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/threads/{_written}")) { Given = ThreadByWhomeverAsync },
        ["lists the threads"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/threads")),
        ["moves the own mark in a thread"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/threads/{_written}/read", new { number = _written })) { Given = ThreadByWhomeverAsync },
        ["replies in a thread"] = new((_, caller, id) => caller.PostAsync($"/conversations/{id}/messages", new { clientMessageId = Guid.NewGuid(), text = "Проба", thread = _written })) { Given = ThreadByWhomeverAsync },
        ["uploads a file"] = new(async (_, caller, id) =>
        {
            var uploaded = await caller.UploadAsync(ClientChats.Tests.Files.Unique());
            return uploaded.Status == 201 ? await caller.PostFilesAsync(id, "", uploaded["id"].Id) : uploaded;
        }) { Given = WritesSomewhereAsync },
        ["downloads a file"] = new((app, caller, id) => caller.GetAsync($"/files/{(app.Knows(id) ? _file : id)}")) { Given = HeldBySomebodyAsync },
        ["lists the files"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/files")),
        ["adds an employee"] = new((app, caller, id) => caller.PutAsync($"/conversations/{id}/members/{app.Newcomer.Id}", new { history = "all" }))
        {
            Undo = async (app, id, _) => (await app.ChatOwner.DeleteAsync($"/conversations/{id}/members/{app.Newcomer.Id}")).Expect(204),
        },
        ["adds a guest"] = new((app, caller, id) => caller.PutAsync($"/conversations/{id}/members/{app.Stranger.Id}", new { history = "all" }))
        {
            Undo = (app, id, _) => ByWhomeverAsync(app, caller => caller.DeleteAsync($"/conversations/{id}/members/{app.Stranger.Id}"), 204),
        },
        ["sees what a guest would get"] = new((app, caller, id) => caller.GetAsync($"/conversations/{id}/members/{app.Stranger.Id}/preview?history=all")),
        ["removes a guest"] = new((app, caller, id) => caller.DeleteAsync($"/conversations/{id}/members/{app.SecondGuest.Id}"))
        {
            Undo = (app, id, _) => AddAgainAsync(app, id, app.SecondGuest),
        },
        ["removes an employee"] = new((app, caller, id) => caller.DeleteAsync($"/conversations/{id}/members/{app.Colleague.Id}"))
        {
            Undo = async (app, id, _) => (await app.ChatOwner.PutAsync($"/conversations/{id}/members/{app.Colleague.Id}", new { history = "all" })).Expect(201),
        },
        ["leaves"] = new(async (app, caller, id) => await caller.DeleteAsync($"/conversations/{id}/members/{(caller is Person person ? person.Id : app.Newcomer.Id)}"))
        {
            Undo = (app, id, column) => AddAgainAsync(app, id, (Person)app.Callers[column]),
        },
        ["joins it"] = new((app, caller, id) => caller.PutAsync($"/conversations/{id}/members/{((caller as Person) ?? (Person)app.Callers["member"]).Id}", new { history = "all" }))
        {
            Undo = async (app, id, column) =>
            {
                if (column is not ("chatOwner" or "member" or "token")) (await app.Callers[column].DeleteAsync($"/conversations/{id}/members/{((Person)app.Callers[column]).Id}")).Expect(204);
            },
        },
        ["archives"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/archive")) { Undo = (app, id, _) => RestoreAsync(app, id) },
        ["takes it out of the archive"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/archive"))
        {
            Given = async (app, _, id) => (await app.Owner.PutAsync($"/conversations/{id}/archive")).Status == 204 || (await app.ChatOwner.PutAsync($"/conversations/{id}/archive")).Status == 204 ? 1 : 0,
            After = RestoreAsync,
        },
        ["reads the description"] = new((_, caller, id) => caller.GetAsync($"/channels/{id}/description")),
        ["changes the description"] = new((_, caller, id) => caller.PutAsync($"/channels/{id}/description", new { summary = $"Пруф {Guid.NewGuid():N}" }, ("If-Match", "*"))),
        ["appoints an administrator"] = new((app, caller, id) => caller.PutAsync($"/channels/{id}/administrators/{app.Colleague.Id}"))
        {
            Undo = async (app, id, _) => (await app.ChatOwner.DeleteAsync($"/channels/{id}/administrators/{app.Colleague.Id}")).Expect(204),
        },
        ["dismisses an administrator"] = new((app, caller, id) => caller.DeleteAsync($"/channels/{id}/administrators/{app.Colleague.Id}"))
        {
            Given = async (app, _, id) => (await app.ChatOwner.PutAsync($"/channels/{id}/administrators/{app.Colleague.Id}")).Status,
        },
        ["hands the ownership on"] = new((app, caller, id) => caller.PostAsync($"/chats/{id}/owner", new { memberId = app.Colleague.Id }))
        {
            Undo = async (app, id, _) => (await app.Colleague.PostAsync($"/chats/{id}/owner", new { memberId = app.ChatOwner.Id })).Expect(200),
        },
        ["turns the group into a channel"] = new((_, caller, id) => caller.PostAsync($"/chats/{id}/to-channel"))
        {
            Undo = (app, id, _) => app.AskSqlAsync<long>(
                """
                with a as (delete from channel_administrators where channel_id = $1 returning organization_id, channel_id, member_id),
                     c as (delete from channels where id = $1),
                     k as (update conversations set kind = 'group' where id = $1),
                     g as (insert into chats select organization_id, channel_id, member_id from a returning id)
                select count(*) from g
                """, id),
        },
        ["opens it to all employees"] = new((_, caller, id) => caller.PatchAsync($"/channels/{id}", new { visibility = "public" })),
        ["closes it to all but members"] = new((_, caller, id) => caller.PatchAsync($"/channels/{id}", new { visibility = "private" })),
        ["changes the picture"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/avatar", new { fileId = _file })) { Given = (_, caller, _) => UploadedPictureAsync(caller) },
        ["sees the picture"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/avatar")) { Given = PicturedAsync },
        ["takes the picture away"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/avatar")) { Given = PicturedAsync },
        ["keeps a draft"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/draft", new { text = $"Проба {Guid.NewGuid():N}" })),
        ["finds the draft again"] = new((_, caller, id) => caller.GetAsync($"/conversations/{id}/draft")) { Given = (_, caller, id) => DraftedByAsync(caller, id) },
        ["drops the draft"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/draft")) { Given = (_, caller, id) => DraftedByAsync(caller, id) },
        ["links a client to a contact"] = new((_, caller, id) => caller.PutAsync($"/conversations/{id}/participants/{_client}/contact", new { externalId = ProofContact }))
        {
            Given = ContactOfAsync, Undo = async (app, id, column) => (await app.Callers[column].DeleteAsync($"/conversations/{id}/participants/{_client}/contact?externalId={ProofContact}")).Expect(204),
        },
        ["parts a client from a contact"] = new((_, caller, id) => caller.DeleteAsync($"/conversations/{id}/participants/{_client}/contact?externalId={ProofContact}"))
        {
            Given = async (app, caller, id) =>
            {
                await ContactOfAsync(app, caller, id);
                return (await caller.PutAsync($"/conversations/{id}/participants/{_client}/contact", new { externalId = ProofContact })).Status;
            },
        },
        ["renames"] = new((_, caller, id) => caller.PatchAsync($"/chats/{id}", new { name = $"Пруф {Guid.NewGuid():N}" })),
    };

    /// <summary>The client who is linked and parted, and the contact, which is the caller's own.</summary>
    private const string ProofContact = "proof-link";
    private static Guid _client;

    private static async Task<long> ContactOfAsync(ProofApp app, Caller caller, Guid id)
    {
        var responsible = caller as Person ?? (Person)app.Callers["member"];
        (await app.Owner.PutAsync($"/crm/contacts/{ProofContact}", new { name = "Проба связи", responsibleMemberId = responsible.Id })).Status.ShouldBeOneOf(200, 201);
        _client = await app.AskSqlAsync<Guid>(
            """
            select coalesce((select p.participant_id from bridged_presences p join outside_participants o on o.id = p.participant_id and o.member_id is null where p.conversation_id = $1 and p.is_present limit 1), $2)
            """, id, app.Guest.Id);
        return 1;
    }

    /// <summary>A new message of the caller's; where he may not write, the first entry.</summary>
    private static async Task<long> WrittenByAsync(Caller caller, Guid id) =>
        await caller.PostAsync($"/conversations/{id}/messages", new { clientMessageId = Guid.NewGuid(), text = "Проба" }) is { Status: 201 } posted ? posted["number"].Number : 1;

    /// <summary>Whoever can write nowhere at all may not even upload, which is another question.</summary>
    private static async Task<long> WritesSomewhereAsync(ProofApp app, Caller caller, Guid id)
    {
        await caller.PostAsync("/chats", new { kind = "direct", memberIds = new[] { app.Owner.Id } });
        return 1;
    }

    /// <summary>A chat in which the caller may write, with a message of his; the answer is its number.</summary>
    private static async Task<long> OwnChatAsync(ProofApp app, Caller caller, Guid id)
    {
        var other = caller == app.Owner ? ((Person)app.Callers["admin"]).Id : app.Owner.Id;
        var chat = await caller.PostAsync("/chats", new { kind = "direct", memberIds = new[] { other } });
        _own = chat.Status is 200 or 201 ? chat["id"].Id : Guid.CreateVersion7();
        return await WrittenByAsync(caller, _own);
    }

    private static Task<Answer> ForwardAsync(Caller caller, Guid to, Guid from, long number) =>
        caller.PostAsync($"/conversations/{to}/messages", new { clientMessageId = Guid.NewGuid(), text = "", forward = new { conversationId = from, number } });

    private static async Task<long> PinnedByAsync(ProofApp app, Caller caller, Guid id)
    {
        var number = await WrittenByAsync(caller, id);
        await caller.PutAsync($"/conversations/{id}/messages/{number}/pin");
        return number;
    }

    private static async Task<long> WrittenBySomebodyElseAsync(ProofApp app, Caller caller, Guid id)
    {
        foreach (var other in new[] { "chatOwner", "guest", "member", "responsible", "newClients" }.Select(column => app.Callers[column]).Where(other => other != caller))
        {
            if (await WrittenByAsync(other, id) is > 1 and var number) return number;
        }

        return 1;
    }

    private static async Task<long> WrittenByWhomeverAsync(ProofApp app, Caller caller, Guid id) =>
        await WrittenByAsync(caller, id) is > 1 and var own ? own : await WrittenBySomebodyElseAsync(app, caller, id);

    /// <summary>A new message with a thread, by the first who may write it.</summary>
    private static async Task<long> ThreadByWhomeverAsync(ProofApp app, Caller caller, Guid id)
    {
        foreach (var author in new[] { "chatOwner", "guest", "member", "responsible", "newClients" }.Select(column => app.Callers[column]))
        {
            if (await WrittenByAsync(author, id) is not (> 1 and var number)) continue;
            (await author.PostAsync($"/conversations/{id}/messages", new { clientMessageId = Guid.NewGuid(), text = "Проба", thread = number })).Expect(201);
            return number;
        }

        throw new ShouldAssertException("Nobody could begin a thread here.");
    }

    /// <summary>A new message that holds a file, by the first who may write it.</summary>
    private static async Task<long> HeldBySomebodyAsync(ProofApp app, Caller caller, Guid id)
    {
        foreach (var author in new[] { "chatOwner", "member" }.Select(column => app.Callers[column]))
        {
            var file = (await author.UploadAsync(ClientChats.Tests.Files.Unique())).Expect(201)["id"].Id;
            if (await author.PostFilesAsync(id, "", file) is not { Status: 201 } posted) continue;
            _file = file;
            return posted["number"].Number;
        }

        throw new ShouldAssertException("Nobody could attach a file here.");
    }

    /// <summary>A new message with a file; a mirrored group takes none, there it has words only.</summary>
    private static async Task<long> HeldIfPossibleAsync(ProofApp app, Caller caller, Guid id)
    {
        if ((await app.Callers["member"].GetAsync($"/conversations/{id}"))["can"]["attach"] is { Exists: true, IsTrue: true }) return await HeldBySomebodyAsync(app, caller, id);
        return await WrittenByWhomeverAsync(app, caller, id);
    }

    private static async Task<long> MarkedAsync(ProofApp app, Caller caller, Guid id)
    {
        var number = await HeldIfPossibleAsync(app, caller, id);
        await app.Callers["member"].PutAsync($"/conversations/{id}/messages/{number}/final");
        return number;
    }

    /// <summary>A picture that the caller has uploaded; where he may not, one that is not there.</summary>
    private static async Task<long> UploadedPictureAsync(Caller caller)
    {
        _file = await caller.UploadPictureAsync(ClientChats.Tests.Files.Picture()) is { Status: 201 } uploaded ? uploaded["id"].Id : Guid.NewGuid();
        return 1;
    }

    /// <summary>The conversation gets a picture from the first who may give it one.</summary>
    private static async Task<long> PicturedAsync(ProofApp app, Caller caller, Guid id)
    {
        foreach (var painter in new[] { "chatOwner", "responsible", "newClients" }.Select(column => app.Callers[column]))
        {
            await UploadedPictureAsync(painter);
            if ((await painter.PutAsync($"/conversations/{id}/avatar", new { fileId = _file })).Status == 200) break;
        }

        return 1;
    }

    private static async Task<long> DraftedByAsync(Caller caller, Guid id)
    {
        await caller.PutAsync($"/conversations/{id}/draft", new { text = "Проба" });
        return 1;
    }

    private static Task AddAgainAsync(ProofApp app, Guid id, Person person) => ByWhomeverAsync(app, caller => caller.PutAsync($"/conversations/{id}/members/{person.Id}", new { history = "all" }), 201);

    private static async Task RestoreAsync(ProofApp app, Guid id)
    {
        if ((await app.ChatOwner.DeleteAsync($"/conversations/{id}/archive")).Status != 204) await app.Owner.DeleteAsync($"/conversations/{id}/archive");
    }

    /// <summary>Has something done by the first who may do it here.</summary>
    private static async Task ByWhomeverAsync(ProofApp app, Func<Caller, Task<Answer>> act, int status)
    {
        foreach (var column in new[] { "chatOwner", "responsible", "newClients" })
        {
            if ((await act(app.Callers[column])).Status == status) return;
        }

        throw new ShouldAssertException("Nobody could bring the conversation back to where it was.");
    }

    /// <summary>An attempt at one act.</summary>
    private sealed record Act(Func<ProofApp, Caller, Guid, Task<Answer>> Try)
    {
        public bool IsList { get; init; }

        /// <summary>Brings about what the act is about, such as a message; answers its number.</summary>
        public Func<ProofApp, Caller, Guid, Task<long>>? Given { get; init; }

        /// <summary>Brings the conversation back to where it was, once everybody has tried.</summary>
        public Func<ProofApp, Guid, Task>? After { get; init; }

        /// <summary>Brings the conversation back to where it was.</summary>
        public Func<ProofApp, Guid, string, Task>? Undo { get; init; }
    }
}
