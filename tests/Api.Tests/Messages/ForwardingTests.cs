using ClientChats.Api.Tests.Files;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Messages;

/// <summary>The studio with a bridge for tests.</summary>
public sealed class ForwardingApp(TestPostgres postgres) : FileApp(postgres)
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--ClientChats:DevelopmentBridge=true"];
}

/// <summary>What is passed on is a copy, made by who sees the original and may write there; it opens nothing else.</summary>
public sealed class ForwardingTests(ForwardingApp app) : IClassFixture<ForwardingApp>
{
    [Fact]
    public async Task A_message_is_passed_on_as_it_is_then_and_lives_its_own_life()
    {
        var (anna, boris, zoya) = (await app.JoinAsync("Анна Пишет"), await app.JoinAsync("Борис Читает"), await app.JoinAsync("Зоя Чужая"));
        var (from, to) = (await FileApp.OpenChatAsync(anna, zoya), await FileApp.OpenChatAsync(zoya, boris));
        var (file, number) = await anna.AttachAsync(from, name: "смета.pdf", text: "Итог по смете");
        (await boris.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");

        var copy = (await ForwardAsync(zoya, to, from, number, "Посмотри")).Expect(201);

        copy["text"].Text.ShouldBe("Посмотри");
        copy["forwarded"]["text"].Text.ShouldBe("Итог по смете");
        copy["forwarded"]["author"]["displayName"].Text.ShouldBe("Анна Пишет");
        copy["forwarded"].Fields.ShouldBe(["author", "at", "text"]);
        copy.Text.ShouldNotContain(from.ToString());
        copy["attachments"][0]["id"].Id.ShouldBe(file);
        var read = (await boris.GetAsync($"/conversations/{to}/messages/{copy["number"].Number}")).Expect(200);
        read["forwarded"].ToString().ShouldBe(copy["forwarded"].ToString());
        (await boris.GetAsync($"/files/{file}")).Expect(200);
        (await boris.GetAsync($"/conversations/{to}/files")).Items.Select(item => item["file"]["name"].Text).ShouldBe(["смета.pdf"]);
        (await boris.GetAsync($"/conversations/{from}/messages/{number}")).Refuses(404, "conversations.notFound");

        (await anna.PatchAsync($"/conversations/{from}/messages/{number}", new { text = "Иначе" })).Expect(200);
        (await anna.DeleteAsync($"/conversations/{from}/messages/{number}")).Expect(204);
        await app.SweepAsync();
        (await boris.GetAsync($"/conversations/{to}/messages/{copy["number"].Number}"))["forwarded"]["text"].Text.ShouldBe("Итог по смете");
        (await boris.GetAsync($"/files/{file}")).Expect(200);
        (await anna.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");

        (await zoya.DeleteAsync($"/conversations/{to}/messages/{copy["number"].Number}")).Expect(204);
        (await boris.GetAsync($"/conversations/{to}/messages/{copy["number"].Number}"))["forwarded"].Exists.ShouldBeFalse();
        (await boris.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");
        await app.SweepAsync();
        (await app.AskSqlAsync<long>("select count(*) from files where id = $1", file)).ShouldBe(0);
        (await app.AskSqlAsync<long>("select count(*) from entries where conversation_id = $1 and forwarded is not null", to)).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_message_sent_again_is_one_even_when_the_original_is_gone_meanwhile()
    {
        var anna = await app.JoinAsync("Анна Повторная");
        var (from, to) = (await FileApp.OpenChatAsync(anna), await FileApp.OpenChatAsync(anna));
        var (one, other) = (await WriteAsync(anna, from, "Первое"), await WriteAsync(anna, from, "Второе"));
        var body = new { clientMessageId = Guid.NewGuid(), text = "", forward = new { conversationId = from, number = one } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => anna.PostAsync($"/conversations/{to}/messages", body)));

        answers.Select(answer => answer.Status).Order().ShouldBe([200, 200, 200, 200, 200, 201]);
        (await anna.DeleteAsync($"/conversations/{from}/messages/{one}")).Expect(204);
        (await anna.PostAsync($"/conversations/{to}/messages", body)).Expect(200)["forwarded"]["text"].Text.ShouldBe("Первое");
        (await anna.PostAsync($"/conversations/{to}/messages", body with { forward = new { conversationId = from, number = other } })).Refuses(409, "messages.clientIdReused");
        (await anna.PostAsync($"/conversations/{to}/messages", new { body.clientMessageId, text = "Первое" })).Refuses(409, "messages.clientIdReused");
        (await ForwardAsync(anna, to, from, one)).Refuses(409, "messages.deleted");
        (await app.AskSqlAsync<long>("select count(*) from entries where conversation_id = $1 and system is null", to)).ShouldBe(1);
    }

    [Fact]
    public async Task What_one_does_not_see_cannot_be_passed_on_and_does_not_exist()
    {
        var (anna, guest, zoya) = (await app.JoinAsync("Анна Тайная"), await app.JoinAsync("Глеб Поздний", Role.Guest), await app.JoinAsync("Зоя Любопытная"));
        var (from, to) = (await FileApp.OpenChatAsync(anna), await FileApp.OpenChatAsync(anna, guest));
        var (file, number) = await anna.AttachAsync(from, text: "Секрет");
        (await anna.PutAsync($"/conversations/{from}/members/{guest.Id}", new { history = "fromNow" })).Expect(201);
        var own = await FileApp.OpenChatAsync(zoya);

        var refused = (await ForwardAsync(zoya, own, from, number)).Refuses(404, "conversations.notFound");
        refused.Bytes.ShouldBe((await ForwardAsync(zoya, own, Guid.CreateVersion7(), number)).Bytes);
        (await ForwardAsync(guest, to, from, number)).Refuses(404, "messages.notFound").Bytes.ShouldBe((await ForwardAsync(guest, to, from, 999)).Bytes);
        (await ForwardAsync(zoya, to, own, 2)).Refuses(404, "conversations.notFound");

        (await zoya.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");
        (await guest.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");
        (await app.AskSqlAsync<long>("select count(*) from entry_files where file_id = $1", file)).ShouldBe(1);
        (await app.AskSqlAsync<long>("select count(*) from entries where conversation_id = any ($1) and system is null", new[] { own, to })).ShouldBe(0);
    }

    [Fact]
    public async Task Where_one_may_not_write_nothing_is_passed_on_to()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Закрытая"), await app.JoinAsync("Борис Снаружи"));
        var from = await FileApp.OpenChatAsync(anna, boris);
        var number = await WriteAsync(anna, from, "Новость");
        var archived = await FileApp.OpenChatAsync(anna, boris);
        (await anna.PutAsync($"/conversations/{archived}/archive")).Expect(204);
        var channel = (await anna.PostAsync("/channels", new { name = "Новости", visibility = "public", memberIds = Array.Empty<Guid>() })).Expect(201)["id"].Id;

        (await ForwardAsync(boris, archived, from, number)).Refuses(409, "conversations.archived");
        (await ForwardAsync(boris, channel, from, number)).Refuses(403, "conversations.mayNotWrite");
        (await ForwardAsync(boris, await FileApp.OpenChatAsync(anna), from, number)).Refuses(404, "conversations.notFound");
        (await ForwardAsync(anna, channel, from, number)).Expect(201);
        (await ForwardAsync(boris, from, channel, 2)).Expect(201);
    }

    [Fact]
    public async Task A_guest_is_told_who_wrote_it_only_where_that_person_is_in_the_same_conversation()
    {
        var (anna, boris, author) = (await app.JoinAsync("Анна Ведущая"), await app.JoinAsync("Борис Ведущий"), await app.JoinAsync("Олег Соседний", Role.Guest));
        var guest = await app.JoinAsync("Глеб Здешний", Role.Guest);
        var (from, to) = (await FileApp.OpenChatAsync(anna, author), await FileApp.OpenChatAsync(anna, boris, guest));
        var number = await WriteAsync(author, from, "Скажите им, что согласен");
        await using var live = await guest.ListenAsync();
        await using var colleague = await boris.ListenAsync();

        var copy = (await ForwardAsync(anna, to, from, number, "Вот ответ")).Expect(201);
        var own = (await ForwardAsync(anna, to, from, await WriteAsync(anna, from, "Моё"))).Expect(201);

        copy["forwarded"]["author"]["displayName"].Text.ShouldBe("Олег Соседний");
        var told = (await live.NextAsync("messagePosted"))["data"]["entry"];
        told["number"].Number.ShouldBe(copy["number"].Number);
        (await colleague.NextAsync("messagePosted"))["data"]["entry"]["forwarded"]["author"]["displayName"].Text.ShouldBe("Олег Соседний");
        var answers = new[]
        {
            told, (await guest.GetAsync($"/conversations/{to}/messages/{copy["number"].Number}")).Expect(200).Body,
            (await guest.GetAsync($"/conversations/{to}/messages")).Items[^2], (await guest.GetAsync($"/conversations/{to}/changes?after={copy["revision"].Number - 1}")).Items[0]["entry"],
        };
        foreach (var answer in answers)
        {
            answer["forwarded"]["text"].Text.ShouldBe("Скажите им, что согласен");
            answer.ToString().ShouldNotContain("Соседний");
            answer.ToString().ShouldNotContain(author.Id.ToString());
        }

        (await guest.GetAsync($"/conversations/{to}/messages/{own["number"].Number}"))["forwarded"]["author"]["displayName"].Text.ShouldBe("Анна Ведущая");
        (await boris.GetAsync($"/conversations/{to}/messages/{copy["number"].Number}"))["forwarded"]["author"]["displayName"].Text.ShouldBe("Олег Соседний");
        (await anna.PutAsync($"/conversations/{to}/members/{author.Id}", new { history = "all" })).Expect(201);
        (await guest.GetAsync($"/conversations/{to}/messages/{copy["number"].Number}"))["forwarded"]["author"]["displayName"].Text.ShouldBe("Олег Соседний");
    }

    [Fact]
    public async Task Passing_on_what_was_passed_on_gives_the_original_and_not_the_word_beside_it()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Исходная"), await app.JoinAsync("Борис Передаёт"));
        var (first, second, third) = (await FileApp.OpenChatAsync(anna, boris), await FileApp.OpenChatAsync(boris), await FileApp.OpenChatAsync(boris));
        var (file, number) = await anna.AttachAsync(first, text: "Исходное");
        var once = (await ForwardAsync(boris, second, first, number, "Между нами: дорого")).Expect(201);

        var twice = (await ForwardAsync(boris, third, second, once["number"].Number)).Expect(201);

        twice.Text.ShouldNotContain("Между нами");
        twice["forwarded"].ToString().ShouldBe(once["forwarded"].ToString());
        twice["attachments"][0]["id"].Id.ShouldBe(file);
        (await boris.GetAsync("/conversations")).Items.Single(item => item["id"].Id == third)["lastMessage"]["text"].Text.ShouldBe("↪ Исходное");
        var reply = (await boris.PostAsync($"/conversations/{third}/messages", new { clientMessageId = Guid.NewGuid(), text = "Да", replyTo = twice["number"].Number })).Expect(201);
        reply["replyTo"]["text"].Text.ShouldBe("↪ Исходное");
        (await boris.GetAsync($"/conversations/{third}/messages/{reply["number"].Number}"))["replyTo"]["text"].Text.ShouldBe("↪ Исходное");
        (await boris.PatchAsync($"/conversations/{third}/messages/{twice["number"].Number}", new { text = "Слово" })).Expect(200);
        (await boris.PatchAsync($"/conversations/{third}/messages/{twice["number"].Number}", new { text = "" })).Expect(200)["forwarded"]["text"].Text.ShouldBe("Исходное");
    }

    [Fact]
    public async Task What_is_passed_on_to_a_messenger_goes_out_in_words_and_takes_no_files_along()
    {
        var client = new OutsidePerson("forward-client", "Инга Внешняя", "+79120990301");
        var seller = await app.JoinAsync("Семён Продавец");
        (await app.Nikolai.PutAsync("/crm/contacts/forward", new { name = client.Name, phones = new[] { client.Phone }, responsibleMemberId = seller.Id })).Expect(201);
        var bridge = (await app.Nikolai.PostAsync("/bridges", new { kind = "development", name = "WhatsApp" })).Expect(201);
        var group = new OutsideGroup(app.Browser(), bridge["webhookPath"].Text["/api/v1".Length..], bridge["secret"].Text, "g-forward", "Дом | Внешние");
        (await group.JoinAsync(client)).Expect(200);
        (await group.WriteAsync(client, "m-1", "Что по срокам?")).Expect(200);
        await Eventually.HoldsAsync(async () => (await seller.GetAsync("/conversations?kind=bridged")).Items.Any(item => item["lastMessage"]["text"].Exists && item["lastMessage"]["text"].Text == "Что по срокам?"));
        var outside = (await seller.GetAsync("/conversations?kind=bridged")).Items.Single()["id"].Id;
        var inside = await FileApp.OpenChatAsync(seller);
        var number = await WriteAsync(seller, inside, "Сдаём в марте");
        var (_, withFile) = await seller.AttachAsync(inside);

        (await ForwardAsync(seller, outside, inside, withFile)).Refuses(409, "files.bridgeTakesNone");
        (await ForwardAsync(seller, outside, inside, number, "Инга, узнали:")).Expect(201);
        (await ForwardAsync(seller, inside, outside, 2, "Спрашивает")).Expect(201)["forwarded"]["author"]["displayName"].Text.ShouldBe("Инга Внешняя");

        using var messenger = app.Program(bridge["secret"].Text);
        await Eventually.HoldsAsync(async () => (await messenger.GetAsync($"/bridges/{bridge["id"].Id}/outgoing?after=0")).Items.Count == 1);
        (await messenger.GetAsync($"/bridges/{bridge["id"].Id}/outgoing?after=0")).Items[0]["text"].Text.ShouldBe("Инга, узнали:\n\nСдаём в марте");
    }

    [Fact]
    public async Task What_is_passed_on_is_found_by_its_words_where_it_stands_now()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Ищущая"), await app.JoinAsync("Борис Ищущий"));
        var (from, to) = (await FileApp.OpenChatAsync(anna), await FileApp.OpenChatAsync(anna, boris));
        var copy = (await ForwardAsync(anna, to, from, await WriteAsync(anna, from, "Редкостный трилистник"), "Смотри")).Expect(201)["number"].Number;

        foreach (var words in new[] { "трилистник", "смотри трилистник" })
            await Eventually.HoldsAsync(async () => (await boris.GetAsync($"/search?in=messages&query={words}")).Items is [var found] && found["number"].Number == copy && found["text"].Text.Contains("трилистник", StringComparison.Ordinal));
        (await anna.DeleteAsync($"/conversations/{to}/messages/{copy}")).Expect(204);
        (await boris.GetAsync("/search?in=messages&query=трилистник")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_may_only_write_cannot_read_by_passing_on()
    {
        var anna = await app.JoinAsync("Анна Жетонная");
        var chat = await FileApp.OpenChatAsync(anna);
        var number = await WriteAsync(anna, chat, "Прочитать меня");
        using var writer = app.Program((await anna.PostAsync("/tokens", new { name = "Пишет", scopes = new[] { "messages:write" } })).Expect(201)["token"].Text);
        using var both = app.Program((await anna.PostAsync("/tokens", new { name = "Оба", scopes = new[] { "messages:write", "conversations:read" } })).Expect(201)["token"].Text);

        (await ForwardAsync(writer, chat, chat, number)).Refuses(403, "tokens.scopeMissing");
        (await ForwardAsync(both, chat, chat, number)).Expect(201);
        (await writer.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text = "Можно" })).Expect(201);
    }

    [Fact]
    public async Task What_is_no_message_or_brings_other_files_is_refused_by_name()
    {
        var anna = await app.JoinAsync("Анна Точная");
        var chat = await FileApp.OpenChatAsync(anna);
        var number = await WriteAsync(anna, chat, "Слово");
        var file = (await anna.UploadAsync(ClientChats.Tests.Files.Unique())).Expect(201)["id"].Id;

        (await ForwardAsync(anna, chat, chat, 1)).Refuses(409, "messages.notAMessage");
        var both = new { clientMessageId = Guid.NewGuid(), text = "", attachmentIds = new[] { file }, forward = new { conversationId = chat, number } };
        (await anna.PostAsync($"/conversations/{chat}/messages", both)).RefusesField("attachmentIds", "messages.forwardAlone");
        (await anna.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text = "", forward = new { conversationId = chat, number = 0 } })).Expect(422);
    }

    private static Task<Answer> ForwardAsync(Caller caller, Guid to, Guid from, long number, string text = "") =>
        caller.PostAsync($"/conversations/{to}/messages", new { clientMessageId = Guid.NewGuid(), text, forward = new { conversationId = from, number } });

    private static async Task<long> WriteAsync(Caller caller, Guid chat, string text) =>
        (await caller.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text })).Expect(201)["number"].Number;
}
