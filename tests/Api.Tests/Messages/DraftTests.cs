using ClientChats.Api.Tests.Files;
using ClientChats.Application.Jobs;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Api.Tests.Messages;

/// <summary>A draft follows its owner, waits for him where he has lost the conversation, and is nobody else's.</summary>
public sealed class DraftTests(FileApp app) : IClassFixture<FileApp>
{
    [Fact]
    public async Task What_one_has_begun_to_write_is_found_again_and_only_ones_own_devices_hear_of_it()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Пишущая"), await app.JoinAsync("Борис Ждущий"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var said = (await boris.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text = "Когда макет?" })).Expect(201)["number"].Number;
        var file = (await anna.UploadAsync(ClientChats.Tests.Files.Unique(), "макет.pdf")).Expect(201)["id"].Id;
        await using var own = await anna.ListenAsync();
        await using var other = await boris.ListenAsync();

        var kept = (await anna.PutAsync($"/conversations/{chat}/draft", new { text = "Завтра к обе", replyTo = said, attachmentIds = new[] { file } })).Expect(200);
        (await own.NextAsync("draftChanged"))["data"]["keptAt"].Text.ShouldBe(kept["at"].Text);
        var found = (await anna.GetAsync($"/conversations/{chat}/draft")).Expect(200);
        (found["text"].Text, found["replyTo"]["text"].Text, found["attachments"][0]["name"].Text, found["at"].Text).ShouldBe(("Завтра к обе", "Когда макет?", "макет.pdf", kept["at"].Text));
        (await anna.GetAsync("/drafts")).Items.ShouldContain(item => item["conversationId"].Id == chat && item["text"].Text == "Завтра к обе" && item["replyTo"].Number == said);

        (await boris.GetAsync($"/conversations/{chat}/draft")).Refuses(404, "drafts.notFound");
        (await boris.GetAsync("/drafts")).Items.ShouldBeEmpty();
        other.Heard().ShouldNotContain(happened => happened["type"].Text == "draftChanged");
    }

    [Fact]
    public async Task CVE_2026_24692_The_words_of_a_draft_are_found_by_nobody_the_administrators_included()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Скрытная"), await app.JoinAsync("Борис Ищущий"));
        var chat = await FileApp.OpenChatAsync(anna, boris, app.Nikolai);
        var marker = $"секрет{Guid.NewGuid():N}";
        (await anna.PutAsync($"/conversations/{chat}/draft", new { text = marker })).Expect(200);

        foreach (var person in new[] { anna, boris, app.Nikolai })
        {
            (await person.GetAsync($"/search?query={marker}")).Items.ShouldBeEmpty();
            (await person.GetAsync($"/conversations/{chat}")).Text.ShouldNotContain(marker);
            (await person.GetAsync("/conversations")).Text.ShouldNotContain(marker);
            (await person.GetAsync($"/conversations/{chat}/messages")).Text.ShouldNotContain(marker);
            if (person != anna) (await person.GetAsync($"/conversations/{chat}/draft")).Refuses(404, "drafts.notFound");
        }
    }

    [Fact]
    public async Task Sending_ends_the_draft_of_its_author_alone()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Отправившая"), await app.JoinAsync("Борис Черновой"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        foreach (var person in new[] { anna, boris }) (await person.PutAsync($"/conversations/{chat}/draft", new { text = "Начато" })).Expect(200);
        (await anna.PutAsync($"/conversations/{chat}/draft", new { text = "В ветке", thread = 1 })).Expect(200);

        (await anna.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text = "Начато и кончено" })).Expect(201);
        (await anna.GetAsync($"/conversations/{chat}/draft")).Refuses(404, "drafts.notFound");
        (await anna.GetAsync($"/conversations/{chat}/draft?thread=1")).Expect(200)["text"].Text.ShouldBe("В ветке");
        (await boris.GetAsync($"/conversations/{chat}/draft")).Expect(200);
    }

    [Fact]
    public async Task A_draft_of_a_conversation_that_one_has_lost_is_hidden_waits_thirty_days_and_is_there_again_with_sight()
    {
        var (anna, guest) = (await app.JoinAsync("Анна Ведущая"), await app.JoinAsync("Гость Терявший", Role.Guest));
        var chat = await FileApp.OpenChatAsync(anna, guest);
        (await guest.PutAsync($"/conversations/{chat}/draft", new { text = "Не успел" })).Expect(200);

        (await anna.DeleteAsync($"/conversations/{chat}/members/{guest.Id}")).Expect(204);
        (await guest.GetAsync($"/conversations/{chat}/draft")).Refuses(404, "conversations.notFound").Bytes.ShouldBe((await guest.GetAsync($"/conversations/{Guid.NewGuid()}/draft")).Bytes);
        (await guest.PutAsync($"/conversations/{chat}/draft", new { text = "Всё равно" })).Refuses(404, "conversations.notFound");
        (await guest.GetAsync("/drafts")).Items.ShouldBeEmpty();
        await SweepAsync();

        (await anna.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "all" })).Expect(201);
        (await guest.GetAsync($"/conversations/{chat}/draft")).Expect(200)["text"].Text.ShouldBe("Не успел");
        await SweepAsync();

        (await anna.DeleteAsync($"/conversations/{chat}/members/{guest.Id}")).Expect(204);
        await SweepAsync();
        await app.AskSqlAsync<long>("with old as (update drafts set lost_since = lost_since - interval '31 days' where conversation_id = $1 returning 1) select count(*) from old", chat);
        await SweepAsync();
        (await app.AskSqlAsync<long>("select count(*) from drafts where conversation_id = $1", chat)).ShouldBe(0);
    }

    [Fact]
    public async Task A_quoted_message_that_does_not_exist_for_the_writer_tells_nothing_in_his_draft()
    {
        var (anna, guest) = (await app.JoinAsync("Анна Прошлая"), await app.JoinAsync("Гость Новый", Role.Guest));
        var chat = await FileApp.OpenChatAsync(anna);
        var before = (await anna.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text = "До гостя" })).Expect(201)["number"].Number;
        (await anna.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "fromNow" })).Expect(201);

        (await guest.PutAsync($"/conversations/{chat}/draft", new { text = "Ответ", replyTo = before })).Expect(200);
        var found = (await guest.GetAsync($"/conversations/{chat}/draft")).Expect(200);
        found["replyTo"]["available"].IsTrue.ShouldBeFalse();
        found.Text.ShouldNotContain("До гостя");
    }

    [Fact]
    public async Task A_file_of_somebody_else_does_not_come_into_a_draft()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Честная"), await app.JoinAsync("Борис Файлов"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var file = (await boris.UploadAsync(ClientChats.Tests.Files.Unique(), "чужой.pdf")).Expect(201)["id"].Id;
        (await anna.PutAsync($"/conversations/{chat}/draft", new { text = "Смотрите", attachmentIds = new[] { file } })).Expect(200);
        (await anna.GetAsync($"/conversations/{chat}/draft")).Expect(200)["attachments"].Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_draft_and_one_that_is_too_long_are_refused_and_one_in_the_archive_too()
    {
        var anna = await app.JoinAsync("Анна Краткая");
        var chat = await FileApp.OpenChatAsync(anna);
        (await anna.PutAsync($"/conversations/{chat}/draft", new { text = " \n" })).RefusesField("text", "messages.empty");
        (await anna.PutAsync($"/conversations/{chat}/draft", new { text = new string('я', 10_001) })).Expect(422);
        (await anna.PutAsync($"/conversations/{chat}/archive")).Expect(204);
        (await anna.PutAsync($"/conversations/{chat}/draft", new { text = "Поздно" })).Refuses(409, "conversations.archived");
    }

    private Task<int> SweepAsync() => app.InsideAsync(services => services.GetRequiredService<IMediator>().Send(new SweepDrafts()));
}
