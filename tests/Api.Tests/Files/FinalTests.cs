using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Files;

/// <summary>What is final is told by the files themselves, and never more of it than the reader sees.</summary>
public sealed class FinalTests(FileApp app) : IClassFixture<FileApp>
{
    [Fact]
    public async Task A_newer_version_takes_the_place_of_the_former_one_which_stays_known_beneath_it()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Итоговая"), await app.JoinAsync("Борис Итоговый"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var first = await anna.AttachAsync(chat, name: "Договор v1.pdf");
        var second = await boris.AttachAsync(chat, name: "Договор v2.pdf");
        var third = await boris.AttachAsync(chat, name: "Договор v3.pdf");
        var plan = await anna.AttachAsync(chat, name: "План.pdf");

        (await anna.PutAsync(Final(chat, first))).Expect(204);
        (await boris.PutAsync(Final(chat, second), Instead(first))).Expect(204);
        (await anna.PutAsync(Final(chat, plan), new { fileId = plan.File })).Expect(204);
        (await anna.PutAsync(Final(chat, third), Instead(second))).Expect(204);

        var shelf = (await boris.GetAsync($"/conversations/{chat}/finals")).Expect(200).Items;
        Names(shelf).ShouldBe(["Договор v3.pdf", "План.pdf"]);
        Names(shelf[0]["former"].Items).ShouldBe(["Договор v2.pdf", "Договор v1.pdf"]);
        shelf[0]["file"]["final"]["by"]["displayName"].Text.ShouldBe("Анна Итоговая");
        shelf[0]["author"]["displayName"].Text.ShouldBe("Борис Итоговый");
        var former = (await anna.GetAsync($"/conversations/{chat}/messages/{second.Number}")).Expect(200)["attachments"][0]["final"];
        former["isCurrent"].IsTrue.ShouldBeFalse();
        (former["supersededBy"]["number"].Number, former["supersededBy"]["fileId"].Id).ShouldBe((third.Number, third.File));
        (await anna.GetAsync($"/conversations/{chat}/files")).Items[0]["file"]["final"]["isCurrent"].IsTrue.ShouldBeTrue();

        // The one in the middle goes: what it had superseded is superseded by the newest one.
        (await anna.DeleteAsync(Final(chat, second))).Expect(204);
        Names((await anna.GetAsync($"/conversations/{chat}/finals")).Items[0]["former"].Items).ShouldBe(["Договор v1.pdf"]);
        (await anna.DeleteAsync($"{Final(chat, third)}?fileId={third.File}")).Expect(204);
        (await anna.DeleteAsync(Final(chat, third))).Expect(204);
        Names((await anna.GetAsync($"/conversations/{chat}/finals")).Items).ShouldBe(["План.pdf", "Договор v1.pdf"]);
    }

    [Fact]
    public async Task A_former_version_that_is_marked_anew_counts_again()
    {
        var anna = await app.JoinAsync("Анна Вернула");
        var chat = await FileApp.OpenChatAsync(anna);
        var first = await anna.AttachAsync(chat, name: "Макет 1.pdf");
        var second = await anna.AttachAsync(chat, name: "Макет 2.pdf");
        (await anna.PutAsync(Final(chat, first))).Expect(204);
        (await anna.PutAsync(Final(chat, second), Instead(first))).Expect(204);

        (await anna.PutAsync(Final(chat, first), Instead(second))).Expect(204);

        var shelf = (await anna.GetAsync($"/conversations/{chat}/finals")).Items;
        Names(shelf).ShouldBe(["Макет 1.pdf"]);
        Names(shelf[0]["former"].Items).ShouldBe(["Макет 2.pdf"]);
    }

    [Fact]
    public async Task Every_entry_that_changes_takes_a_revision_is_told_live_and_found_again_among_the_changes()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Живая"), await app.JoinAsync("Борис Живой"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var first = await anna.AttachAsync(chat, name: "Смета 1.pdf");
        var second = await anna.AttachAsync(chat, name: "Смета 2.pdf");
        (await anna.PutAsync(Final(chat, first))).Expect(204);
        var before = (await anna.GetAsync($"/conversations/{chat}"))["revision"].Number;
        await using var live = await boris.ListenAsync();

        (await anna.PutAsync(Final(chat, second), Instead(first))).Expect(204);
        (await anna.PutAsync(Final(chat, second), Instead(first))).Expect(204);

        (await anna.GetAsync($"/conversations/{chat}"))["revision"].Number.ShouldBe(before + 2);
        var (one, other) = (await live.NextAsync("messageEdited"), await live.NextAsync("messageEdited"));
        (one["number"].Number, one["revision"].Number).ShouldBe((first.Number, before + 1));
        one["data"]["entry"]["attachments"][0]["final"]["supersededBy"]["number"].Number.ShouldBe(second.Number);
        (other["number"].Number, other["revision"].Number).ShouldBe((second.Number, before + 2));
        other["data"]["entry"]["editedAt"].Exists.ShouldBeFalse();
        (await boris.GetAsync($"/conversations/{chat}/changes?after={before}")).Items.Select(item => item["number"].Number).ShouldBe([first.Number, second.Number]);
    }

    [Fact]
    public async Task Who_was_added_from_now_on_learns_nothing_of_earlier_versions()
    {
        var (anna, guest) = (await app.JoinAsync("Анна Прежняя"), await app.JoinAsync("Глеб Позже", Role.Guest));
        var chat = await FileApp.OpenChatAsync(anna);
        var old = await anna.AttachAsync(chat, name: "старая.pdf");
        (await anna.PutAsync(Final(chat, old))).Expect(204);
        (await anna.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "fromNow" })).Expect(201);
        var fresh = await anna.AttachAsync(chat, name: "новая.pdf");
        await using var live = await guest.ListenAsync();

        (await anna.PutAsync(Final(chat, fresh), Instead(old))).Expect(204);
        (await live.NextAsync("messageEdited"))["number"].Number.ShouldBe(fresh.Number);
        var shelf = (await guest.GetAsync($"/conversations/{chat}/finals")).Expect(200).Items;
        Names(shelf).ShouldBe(["новая.pdf"]);
        shelf[0]["former"].Items.ShouldBeEmpty();

        // The old one takes the new one's place: of that he learns only that his one counts no more.
        (await anna.PutAsync(Final(chat, old), Instead(fresh))).Expect(204);
        var told = await live.NextAsync("messageEdited");
        var seen = new[]
        {
            told["data"]["entry"], (await guest.GetAsync($"/conversations/{chat}/messages/{fresh.Number}")).Expect(200).Body,
            (await guest.GetAsync($"/conversations/{chat}/messages?around={fresh.Number}")).Items.Single(entry => entry["number"].Number == fresh.Number),
        };
        foreach (var final in seen.Select(entry => entry["attachments"][0]["final"]).Append((await guest.GetAsync($"/conversations/{chat}/files")).Items[0]["file"]["final"]))
        {
            final["isCurrent"].IsTrue.ShouldBeFalse();
            final["supersededBy"].Exists.ShouldBeFalse();
        }

        (await guest.GetAsync($"/conversations/{chat}/finals")).Items.ShouldBeEmpty();
        live.Heard().ShouldNotContain(happened => happened.ToString().Contains(old.File.ToString(), StringComparison.Ordinal));
        (await anna.GetAsync($"/conversations/{chat}/messages/{fresh.Number}"))["attachments"][0]["final"]["supersededBy"]["number"].Number.ShouldBe(old.Number);
    }

    [Fact]
    public async Task A_message_that_goes_takes_its_final_version_with_it_and_the_former_one_counts_again()
    {
        var anna = await app.JoinAsync("Анна Удалила");
        var chat = await FileApp.OpenChatAsync(anna);
        var first = await anna.AttachAsync(chat, name: "раз.pdf");
        var second = await anna.AttachAsync(chat, name: "два.pdf");
        (await anna.PutAsync(Final(chat, first))).Expect(204);
        (await anna.PutAsync(Final(chat, second), Instead(first))).Expect(204);

        (await anna.DeleteAsync($"/conversations/{chat}/messages/{second.Number}")).Expect(204);

        Names((await anna.GetAsync($"/conversations/{chat}/finals")).Items).ShouldBe(["раз.pdf"]);
        (await anna.PutAsync(Final(chat, second))).Refuses(409, "messages.deleted");
        (await anna.DeleteAsync(Final(chat, second))).Expect(204);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_by_name()
    {
        var (anna, guest) = (await app.JoinAsync("Анна Строгая"), await app.JoinAsync("Глеб Строгий", Role.Guest));
        var chat = await FileApp.OpenChatAsync(anna, guest);
        var one = await anna.AttachAsync(chat);
        var words = (await anna.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text = "Без файла" })).Expect(201)["number"].Number;
        var pair = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => (await anna.UploadAsync(ClientChats.Tests.Files.Unique())).Expect(201)["id"].Id));
        var both = (await anna.PostFilesAsync(chat, "", pair)).Expect(201)["number"].Number;

        (await anna.PutAsync(Final(chat, (one.File, words)))).Refuses(409, "messages.noFile");
        (await anna.PutAsync(Final(chat, (one.File, 1)))).Refuses(409, "messages.notAMessage");
        (await anna.PutAsync(Final(chat, (one.File, 999)))).Refuses(404, "messages.notFound");
        (await anna.PutAsync(Final(chat, (one.File, both)))).RefusesField("fileId", "messages.whichFile");
        (await anna.PutAsync(Final(chat, (one.File, both)), new { fileId = one.File })).RefusesField("fileId", "messages.fileNotInMessage");
        (await anna.PutAsync(Final(chat, one), Instead(one))).RefusesField("supersedes", "messages.finalNotFound");
        (await anna.PutAsync(Final(chat, one), new { supersedes = new { number = both, fileId = pair[0] } })).RefusesField("supersedes", "messages.finalNotFound");
        (await guest.PutAsync(Final(chat, one))).Refuses(403, "messages.mayNotMarkFinal");
        foreach (var file in pair) (await anna.PutAsync(Final(chat, (file, both)), new { fileId = file })).Expect(204);
        (await anna.DeleteAsync(Final(chat, (one.File, both)))).RefusesField("fileId", "messages.whichFile");
        (await guest.GetAsync($"/conversations/{chat}/finals")).Items.Count.ShouldBe(2);
        (await guest.GetAsync($"/conversations/{chat}"))["can"]["markFinal"].IsTrue.ShouldBeFalse();
        (await anna.PutAsync($"/conversations/{chat}/archive")).Expect(204);
        (await anna.PutAsync(Final(chat, one))).Refuses(409, "conversations.archived");
    }

    [Fact]
    public async Task Of_two_who_replace_the_same_version_at_once_one_learns_that_he_came_too_late()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Первая"), await app.JoinAsync("Борис Второй"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var first = await anna.AttachAsync(chat);
        (await anna.PutAsync(Final(chat, first))).Expect(204);
        var (one, other) = (await anna.AttachAsync(chat), await boris.AttachAsync(chat));

        var answers = await Task.WhenAll(anna.PutAsync(Final(chat, one), Instead(first)), boris.PutAsync(Final(chat, other), Instead(first)));

        answers.Select(answer => answer.Status).ShouldBe([204, 409], ignoreOrder: true);
        answers.Single(answer => answer.Status == 409).Code.ShouldBe("messages.finalSuperseded");
        (await anna.GetAsync($"/conversations/{chat}/finals")).Items.Count.ShouldBe(1);
    }

    private static string Final(Guid chat, (Guid File, long Number) place) => $"/conversations/{chat}/messages/{place.Number}/final";

    private static object Instead((Guid File, long Number) former) => new { supersedes = new { number = former.Number, fileId = former.File } };

    private static IEnumerable<string> Names(IEnumerable<Json> shelf) => shelf.Select(one => one["file"]["name"].Text);
}
