using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>Everybody listens while something happens, and whoever may hear of it is told, and nobody else gets a byte of it.</summary>
/// <remarks>Discourse CVE-2026-91156; Mattermost CVE-2020-14457, CVE-2023-48732, CVE-2022-2408.</remarks>
[Collection(ProofApp.Collection)]
public sealed class LiveReceiverTests(ProofApp app)
{
    private static readonly string[] Listening =
        ["chatOwner", "member", "responsible", "newClients", "employee", "supervisor", "qualityControl", "owner", "admin", "guest", "otherGuest", "token", "ownersToken"];

    [Theory]
    [InlineData("direct", "chatOwner member token")]
    [InlineData("clientDirect", "member guest token")]
    [InlineData("group", "chatOwner member token")]
    [InlineData("clientGroup", "chatOwner member guest token qualityControl")]
    [InlineData("privateChannel", "chatOwner member guest token qualityControl")]
    [InlineData("publicChannel", "chatOwner member responsible newClients employee supervisor qualityControl owner admin guest token ownersToken")]
    [InlineData("bridged", "responsible guest qualityControl")]
    [InlineData("unlinked", "newClients qualityControl")]
    public async Task A_message_reaches_those_who_see_the_conversation_and_nobody_else(string kind, string receivers)
    {
        var conversation = app.Conversation(kind);
        var marker = $"маркер-{Guid.NewGuid():N}";
        var writer = app.Callers[receivers.Split(' ')[0]];

        // Quality control has opened the conversation on this connection, the supervisor has not.
        var heard = await WhileListeningAsync(
            async () => (await writer.PostAsync($"/conversations/{conversation}/messages", new { clientMessageId = Guid.NewGuid(), text = marker })).Expect(201),
            opening: receivers.Contains("qualityControl", StringComparison.Ordinal) ? ("qualityControl", conversation) : null);

        Having(heard, marker).ShouldBe(receivers.Split(' '), ignoreOrder: true);
        Having(heard, conversation.ToString()).ShouldBe(receivers.Split(' '), ignoreOrder: true);
    }

    [Fact]
    public async Task Whoever_is_added_or_removed_hears_of_it_by_the_id_alone_and_strangers_hear_nothing()
    {
        var group = await app.OpenGroupAsync($"Тайное имя {Guid.NewGuid():N}", (Person)app.Callers["member"]);
        var employee = (Person)app.Callers["employee"];

        var added = await WhileListeningAsync(async () => (await app.ChatOwner.PutAsync($"/conversations/{group}/members/{employee.Id}", new { history = "all" })).Expect(201));
        Having(added, group.ToString()).ShouldBe(["chatOwner", "member", "token", "employee"], ignoreOrder: true);
        added["employee"].ShouldContain(happened => happened["type"].Text == "conversationAppeared" && happened["conversationId"].Id == group);

        var removed = await WhileListeningAsync(async () => (await app.ChatOwner.DeleteAsync($"/conversations/{group}/members/{employee.Id}")).Expect(204));
        Having(removed, group.ToString()).ShouldBe(["chatOwner", "member", "token", "employee"], ignoreOrder: true);
        var last = removed["employee"].Where(happened => happened["conversationId"].ToString() == group.ToString()).ToList().ShouldHaveSingleItem();
        last["type"].Text.ShouldBe("conversationDisappeared");
        last["data"].Fields.ShouldBeEmpty();

        var renamed = await WhileListeningAsync(async () => (await app.ChatOwner.PatchAsync($"/chats/{group}", new { name = $"Другое имя {Guid.NewGuid():N}" })).Expect(200));
        Having(renamed, group.ToString()).ShouldBe(["chatOwner", "member", "token"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_channel_appears_to_every_employee_when_it_is_opened_and_disappears_when_it_is_closed()
    {
        var channel = await app.OpenChannelAsync($"Тайный канал {Guid.NewGuid():N}", "private", (Person)app.Callers["member"]);
        string[] employees = ["chatOwner", "member", "responsible", "newClients", "employee", "supervisor", "qualityControl", "owner", "admin", "token", "ownersToken"];

        var opened = await WhileListeningAsync(async () => (await app.ChatOwner.PatchAsync($"/channels/{channel}", new { visibility = "public" })).Expect(200));
        Having(opened, channel.ToString()).ShouldBe(employees, ignoreOrder: true);
        opened["employee"].ShouldContain(happened => happened["type"].Text == "conversationAppeared" && happened["conversationId"].Id == channel);

        var closed = await WhileListeningAsync(async () => (await app.ChatOwner.PatchAsync($"/channels/{channel}", new { visibility = "private" })).Expect(200));
        Having(closed, channel.ToString()).ShouldBe(employees, ignoreOrder: true);
        var last = closed["employee"].Where(happened => happened["conversationId"].ToString() == channel.ToString()).ToList().ShouldHaveSingleItem();
        last["type"].Text.ShouldBe("conversationDisappeared");
        closed["member"].ShouldNotContain(happened => happened["type"].Text == "conversationDisappeared");
    }

    [Fact]
    public async Task Who_was_added_from_now_on_hears_nothing_of_what_was_said_before()
    {
        var group = await app.OpenGroupAsync($"Прошлое {Guid.NewGuid():N}", (Person)app.Callers["member"]);
        var employee = (Person)app.Callers["employee"];
        var secret = $"тайна-{Guid.NewGuid():N}";
        var said = (await app.ChatOwner.PostAsync($"/conversations/{group}/messages", new { clientMessageId = Guid.NewGuid(), text = secret })).Expect(201)["number"].Number;
        (await app.ChatOwner.PutAsync($"/conversations/{group}/members/{employee.Id}", new { history = "fromNow" })).Expect(201);

        var answered = await WhileListeningAsync(async () =>
            (await app.Callers["member"].PostAsync($"/conversations/{group}/messages", new { clientMessageId = Guid.NewGuid(), text = "Согласен", replyTo = said })).Expect(201));
        Having(answered, "Согласен").ShouldBe(["chatOwner", "member", "token", "employee"], ignoreOrder: true);
        Having(answered, secret).ShouldBe(["chatOwner", "member", "token"], ignoreOrder: true);

        var edited = await WhileListeningAsync(async () => (await app.ChatOwner.PatchAsync($"/conversations/{group}/messages/{said}", new { text = $"{secret} иначе" })).Expect(200));
        edited["member"].ShouldContain(happened => happened["type"].Text == "messageEdited");
        Having(edited, group.ToString()).ShouldBe(["chatOwner", "member", "token"], ignoreOrder: true);

        var deleted = await WhileListeningAsync(async () => (await app.ChatOwner.DeleteAsync($"/conversations/{group}/messages/{said}")).Expect(204));
        deleted["member"].ShouldContain(happened => happened["type"].Text == "messageDeleted");
        Having(deleted, group.ToString()).ShouldBe(["chatOwner", "member", "token"], ignoreOrder: true);
        Having(deleted, secret).ShouldBeEmpty();
    }

    [Fact]
    public async Task Guests_are_not_told_who_is_called_that_looks_on_from_outside()
    {
        var (conversation, supervisor) = (app.Conversation("clientGroup"), (Person)app.Callers["supervisor"]);
        var text = $"@{supervisor.Name} и @{app.Guest.Name}, посмотрите {Guid.NewGuid():N}";

        var heard = await WhileListeningAsync(async () =>
            (await app.ChatOwner.PostAsync($"/conversations/{conversation}/messages", new { clientMessageId = Guid.NewGuid(), text })).Expect(201));

        CalledIn(heard["member"]).ShouldBe([supervisor.Id, app.Guest.Id]);
        CalledIn(heard["guest"]).ShouldBe([app.Guest.Id]);

        IEnumerable<Guid> CalledIn(IEnumerable<Json> events) =>
            events.Single(happened => happened["type"].Text == "messagePosted" && happened["data"]["entry"]["text"].ToString() == text)["data"]["entry"]["mentions"].Items.Select(mention => mention["participantId"].Id);
    }

    [Fact]
    public async Task A_read_mark_is_shown_to_co_members_and_an_observer_leaves_no_trace()
    {
        var conversation = app.Conversation("clientGroup");
        (await app.ChatOwner.PostAsync($"/conversations/{conversation}/messages", new { clientMessageId = Guid.NewGuid(), text = "Прочтите" })).Expect(201);
        var last = (await app.ChatOwner.GetAsync($"/conversations/{conversation}"))["lastNumber"].Number;

        var byGuest = await WhileListeningAsync(async () => (await app.Guest.PutAsync($"/conversations/{conversation}/read", new { number = last })).Expect(200));
        byGuest.Where(heard => heard.Value.Any(happened => happened["type"].Text == "readMoved" && happened["data"]["participantId"].Id == app.Guest.Id)).Select(heard => heard.Key)
            .ShouldBe(["chatOwner", "member", "token", "guest"], ignoreOrder: true);

        var byObserver = await WhileListeningAsync(async () => (await app.Supervisor.PutAsync($"/conversations/{conversation}/read", new { number = last })).Expect(200));
        Having(byObserver, app.Supervisor.Id.ToString()).ShouldBe(["supervisor"]);
        (await app.Guest.GetAsync($"/conversations/{conversation}/reads")).Expect(200).Items.ShouldNotContain(mark => mark["participantId"].Id == app.Supervisor.Id);
    }

    [Fact]
    public async Task Who_writes_is_shown_to_those_who_see_the_conversation_and_an_observer_is_shown_to_nobody()
    {
        var conversation = app.Conversation("clientGroup");

        var byGuest = await WhileListeningAsync(() => TypesAsync(app.Guest, conversation));
        byGuest.Where(heard => heard.Value.Any(happened => happened["type"].Text == "typing" && happened["data"]["participantId"].Id == app.Guest.Id)).Select(heard => heard.Key)
            .ShouldBe(["chatOwner", "member", "token"], ignoreOrder: true);

        var byObserver = await WhileListeningAsync(() => TypesAsync(app.Supervisor, conversation));
        Having(byObserver, app.Supervisor.Id.ToString()).ShouldBeEmpty();

        await using var stranger = await app.Callers["employee"].ListenAsync();
        (await stranger.CallAsync("typing", conversation)).ShouldNotBeNull().ShouldEndWith("conversations.notFound");
    }

    [Fact]
    public async Task Presence_is_told_to_who_has_a_conversation_with_that_person_open_and_to_nobody_else()
    {
        var conversation = app.Conversation("clientGroup");
        var newcomer = (Person)app.Callers["member"];
        await using var guest = await app.Guest.ListenAsync();
        await using var owner = await app.ChatOwner.ListenAsync();
        await using var stranger = await app.Callers["otherGuest"].ListenAsync();
        (await guest.CallAsync("open", conversation)).ShouldBeNull();
        await using (var live = await newcomer.ListenAsync())
        {
            (await live.CallAsync("away")).ShouldBeNull();
            (await live.CallAsync("back")).ShouldBeNull();
            await TypesAsync(newcomer, conversation);
        }

        foreach (var presence in new[] { "away", "online", "offline" })
        {
            Json heard;
            do heard = await guest.NextAsync("presenceChanged");
            while (heard["data"]["presence"].Text != presence);
            (heard["data"]["participantId"].Id, heard["conversationId"].Exists).ShouldBe((newcomer.Id, false));
        }

        owner.Heard().ShouldNotContain(happened => happened["type"].Text == "presenceChanged");
        stranger.Heard().ShouldBeEmpty();
        (await app.Guest.GetAsync($"/conversations/{conversation}/participants")).Items.Single(one => one["participantId"].Id == app.Guest.Id)["presence"].Text.ShouldBe("online");
    }

    [Fact]
    public async Task Invitations_are_heard_of_by_administrators_alone()
    {
        var email = $"marker-{Guid.NewGuid():N}@client.example";

        var heard = await WhileListeningAsync(async () => (await app.Owner.PostAsync("/invitations", new { email, firstName = "А", lastName = "Б", role = "guest" })).Expect(201));

        heard.Where(one => one.Value.Any(happened => happened["type"].Text == "invitationChanged")).Select(one => one.Key).ShouldBe(["owner", "admin", "ownersToken"], ignoreOrder: true);
        Having(heard, email).ShouldBeEmpty();
    }

    /// <remarks>Open WebUI CVE-2026-44561: the list left a conversation out, and the routes behind it did not.</remarks>
    [Theory]
    [InlineData("direct"), InlineData("clientDirect"), InlineData("group"), InlineData("clientGroup"), InlineData("bridged"), InlineData("unlinked")]
    public async Task Nobody_opens_on_a_connection_what_he_does_not_see(string kind)
    {
        var conversation = app.Conversation(kind);
        foreach (var column in Listening)
        {
            var sees = (await app.Callers[column].GetAsync($"/conversations/{conversation}/messages")).Status == 200;
            var listed = (await app.Callers[column].GetAsync("/conversations?limit=200")).Items.Any(item => item["id"].Id == conversation);
            await using var live = await app.Callers[column].ListenAsync();
            listed.ShouldBe(sees, $"{column} in {kind}");
            var refused = await live.CallAsync("open", conversation);
            (refused is null).ShouldBe(sees, $"{column} in {kind}");
            refused?.ShouldEndWith("conversations.notFound");
        }
    }

    private static async Task TypesAsync(Caller person, Guid conversation)
    {
        await using var live = await person.ListenAsync();
        (await live.CallAsync("typing", conversation)).ShouldBeNull();
    }

    private async Task<Dictionary<string, IReadOnlyList<Json>>> WhileListeningAsync(Func<Task> act, (string Column, Guid Conversation)? opening = null)
    {
        var listeners = new Dictionary<string, Listener>();
        foreach (var column in Listening) listeners[column] = await app.Callers[column].ListenAsync();
        if (opening is var (who, conversation)) (await listeners[who].CallAsync("open", conversation)).ShouldBeNull();

        await act();

        // Events are sent in turn, so what everybody hears after the act ends the waiting for it.
        var end = await EndAsync(listeners);
        var heard = new Dictionary<string, IReadOnlyList<Json>>();
        foreach (var (column, listener) in listeners)
        {
            heard[column] = [.. end[column], .. listener.Heard()];
            await listener.DisposeAsync();
        }

        return heard;
    }

    /// <summary>Has a message written that everybody hears, and answers with what each had heard by then.</summary>
    private async Task<Dictionary<string, List<Json>>> EndAsync(Dictionary<string, Listener> listeners)
    {
        var everybody = Listening.Where(column => column is not ("token" or "ownersToken" or "chatOwner")).Select(column => (Person)app.Callers[column]).ToArray();
        var ended = await app.OpenGroupAsync($"Конец {Guid.NewGuid():N}", everybody);
        var heard = new Dictionary<string, List<Json>>();
        foreach (var (column, listener) in listeners)
        {
            heard[column] = [];
            await Eventually.HoldsAsync(() =>
            {
                heard[column].AddRange(listener.Heard());
                return Task.FromResult(heard[column].Any(happened => happened["conversationId"].ToString() == ended.ToString()));
            });
            heard[column].RemoveAll(happened => happened["conversationId"].ToString() == ended.ToString());
        }

        return heard;
    }

    private static IEnumerable<string> Having(Dictionary<string, IReadOnlyList<Json>> heard, string marker) =>
        heard.Where(one => one.Value.Any(happened => happened.ToString().Contains(marker, StringComparison.Ordinal))).Select(one => one.Key);
}
