using System.Net.Http.Headers;
using System.Text;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Files;

/// <summary>A file is seen with the message that holds it, and what it claims to be is not believed.</summary>
public sealed class FileTests(FileApp app) : IClassFixture<FileApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_seen_by_its_uploader_alone_until_a_message_holds_it_and_then_by_whoever_sees_the_message()
    {
        var (anna, boris, zoya) = (await app.JoinAsync("Анна Первая"), await app.JoinAsync("Борис Второй"), await app.JoinAsync("Зоя Чужая"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var content = ClientChats.Tests.Files.Pdf(Guid.NewGuid().ToString());

        var file = (await anna.UploadAsync(content, "Смета на кухню.pdf")).Expect(201);
        file["contentType"].Text.ShouldBe("application/pdf");
        file["size"].Number.ShouldBe(content.Length);
        file["sha256"].Text.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        (await anna.GetAsync($"/files/{file["id"].Id}")).Expect(200).Bytes.ShouldBe(content);
        foreach (var other in new[] { boris, zoya, app.Nikolai }) (await other.GetAsync($"/files/{file["id"].Id}")).Refuses(404, "files.notFound");

        var posted = (await anna.PostFilesAsync(chat, "", file["id"].Id)).Expect(201);
        posted["attachments"][0]["name"].Text.ShouldBe("Смета на кухню.pdf");
        posted["attachments"][0]["kind"].Text.ShouldBe("pdf");
        var read = (await boris.GetAsync($"/conversations/{chat}/messages/{posted["number"].Number}")).Expect(200);
        read["attachments"].ToString().ShouldBe(posted["attachments"].ToString());
        (await boris.GetAsync($"/files/{file["id"].Id}")).Expect(200).Bytes.ShouldBe(content);
        foreach (var other in new[] { zoya, app.Nikolai }) (await other.GetAsync($"/files/{file["id"].Id}")).Refuses(404, "files.notFound");
        (await boris.GetAsync("/conversations")).Items.Single(item => item["id"].Id == chat)["lastMessage"]["text"].Text.ShouldBe("📎 Смета на кухню.pdf");
    }

    [Fact]
    public async Task CVE_2026_48616_A_guessed_id_opens_nothing_and_is_answered_like_one_of_nothing()
    {
        var (anna, zoya) = (await app.JoinAsync("Анна Тайная"), await app.JoinAsync("Зоя Угадчица"));
        var (file, _) = await anna.AttachAsync(await FileApp.OpenChatAsync(anna));

        var guessed = (await zoya.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");
        guessed.Bytes.ShouldBe((await zoya.GetAsync($"/files/{Guid.NewGuid()}")).Bytes);
        guessed.Bytes.ShouldBe((await zoya.GetAsync("/files/no-id-at-all")).Bytes);
        (await zoya.PostFilesAsync(await FileApp.OpenChatAsync(zoya), "", file)).RefusesField("attachmentIds", "files.notAttachable");
        (await app.Browser().GetAsync($"/files/{file}")).Refuses(401, "session.signedOut");
        file.ToString()[14].ShouldBe('4');
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "картинка.png", "image/png")]
    [InlineData("<!doctype html><script>alert(1)</script>", "картинка.png", "image/png")]
    [InlineData("<!doctype html><script>alert(1)</script>", "page.html", "text/html")]
    [InlineData("<?xml version='1.0'?><x xmlns='http://www.w3.org/1999/xhtml'/>", "a.xml", "application/xml")]
    [InlineData("alert(1)", "a.js", "text/javascript")]
    [InlineData("<script>alert(1)</script>%PDF-1.4", "a.pdf", "application/pdf")]
    public async Task CVE_2021_3741_What_could_run_is_never_shown_in_place_whatever_it_calls_itself(string content, string name, string claimed)
    {
        var file = (await app.Nikolai.UploadAsync(Encoding.UTF8.GetBytes(content), name, claimed)).Expect(201);
        file["kind"].Text.ShouldBe("other");
        file["contentType"].Text.ShouldNotStartWith("image/");

        using var answer = await app.Nikolai.Http.GetAsync(new Uri(app.Address, $"/api/v1/files/{file["id"].Id}"), Stop);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/octet-stream");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
    }

    [Fact]
    public async Task A_picture_is_shown_in_place_and_its_size_is_read_from_its_header_however_large_it_says_it_is()
    {
        var small = (await app.Nikolai.UploadAsync(ClientChats.Tests.Files.Png(640, 480), "эскиз.png", "text/plain")).Expect(201);
        (small["kind"].Text, small["contentType"].Text, small["width"].Number, small["height"].Number).ShouldBe(("image", "image/png", 640L, 480L));
        var bomb = (await app.Nikolai.UploadAsync(ClientChats.Tests.Files.Png(50_000, 50_000), "бомба.png")).Expect(201);
        bomb["width"].Number.ShouldBe(50_000);
        var broken = (await app.Nikolai.UploadAsync(ClientChats.Tests.Files.Png(1, 1)[..18], "обрезок.png")).Expect(201);
        broken["width"].Exists.ShouldBeFalse();

        using var answer = await app.Nikolai.Http.GetAsync(new Uri(app.Address, $"/api/v1/files/{small["id"].Id}"), Stop);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        answer.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("эскиз.png");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var kept = await app.Nikolai.Http.GetAsync(new Uri(app.Address, $"/api/v1/files/{small["id"].Id}?download=true"), Stop);
        kept.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }

    [Fact]
    public async Task A_file_of_a_deleted_message_is_gone_in_that_instant_and_from_the_disk_with_the_next_sweep()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Передумала"), await app.JoinAsync("Борис Успел"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var (file, number) = await anna.AttachAsync(chat, name: "лишнее.txt", text: "Вот");
        (await boris.GetAsync($"/files/{file}")).Expect(200);
        var path = app.ContentPath(await app.AskSqlAsync<string>("select sha256 from files where id = $1", file));
        File.Exists(path).ShouldBeTrue();

        (await anna.DeleteAsync($"/conversations/{chat}/messages/{number}")).Expect(204);

        foreach (var person in new[] { anna, boris }) (await person.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");
        (await boris.GetAsync($"/conversations/{chat}/messages/{number}")).Expect(200)["attachments"].Exists.ShouldBeFalse();
        (await boris.GetAsync($"/conversations/{chat}/files")).Items.ShouldBeEmpty();
        (await anna.PostFilesAsync(chat, "", file)).RefusesField("attachmentIds", "files.notAttachable");
        await app.SweepAsync();
        File.Exists(path).ShouldBeFalse();
        (await app.AskSqlAsync<long>("select count(*) from files where id = $1", file)).ShouldBe(0);
    }

    [Fact]
    public async Task Files_below_the_history_floor_do_not_exist_for_who_came_later()
    {
        var (anna, guest) = (await app.JoinAsync("Анна Давняя"), await app.JoinAsync("Глеб Гость", Role.Guest));
        var chat = await FileApp.OpenChatAsync(anna);
        var (old, _) = await anna.AttachAsync(chat, name: "старое.txt");
        (await anna.GetAsync($"/conversations/{chat}/members/{guest.Id}/preview?history=all")).Expect(200)["files"].Number.ShouldBe(1);
        (await anna.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "fromNow" })).Expect(201);
        var (fresh, _) = await anna.AttachAsync(chat, name: "новое.txt");

        (await guest.GetAsync($"/files/{fresh}")).Expect(200);
        (await guest.GetAsync($"/files/{old}")).Refuses(404, "files.notFound");
        (await guest.GetAsync($"/conversations/{chat}/files")).Items.Select(item => item["file"]["name"].Text).ShouldBe(["новое.txt"]);
        (await anna.GetAsync($"/conversations/{chat}/files")).Items.Select(item => item["file"]["name"].Text).ShouldBe(["новое.txt", "старое.txt"]);
        (await anna.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "all" })).Expect(200);
        (await guest.GetAsync($"/files/{old}")).Expect(200);
    }

    [Fact]
    public async Task HO7_A_range_that_is_asked_for_after_the_removal_gets_nothing()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Остаётся"), await app.JoinAsync("Борис Уходит"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var content = Encoding.ASCII.GetBytes("0123456789");
        var (file, _) = await anna.AttachAsync(chat, content);

        using (var part = await RangeAsync(boris, file, 2, 5))
        {
            ((int)part.StatusCode).ShouldBe(206);
            (await part.Content.ReadAsStringAsync(Stop)).ShouldBe("2345");
            part.Content.Headers.ContentRange!.ToString().ShouldBe("bytes 2-5/10");
        }

        using (var beyond = await RangeAsync(boris, file, 20, 30)) ((int)beyond.StatusCode).ShouldBe(416);
        (await anna.DeleteAsync($"/conversations/{chat}/members/{boris.Id}")).Expect(204);
        using var after = await RangeAsync(boris, file, 6, 9);
        ((int)after.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task HO7_A_download_that_is_under_way_breaks_off_when_the_reader_loses_the_chat()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Долгая"), await app.JoinAsync("Борис Медленный"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var (file, _) = await anna.AttachAsync(chat, new byte[60_000_000], "долго.bin");

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/files/{file}");
        using var answer = await boris.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var content = await answer.Content.ReadAsStreamAsync(Stop);
        await content.ReadExactlyAsync(new byte[100_000], Stop);
        (await anna.DeleteAsync($"/conversations/{chat}/members/{boris.Id}")).Expect(204);
        await Task.Delay(400, Stop);

        var read = 100_000L;
        await Should.ThrowAsync<Exception>(async () =>
        {
            var buffer = new byte[64 * 1024];
            while (await content.ReadAsync(buffer, Stop) is > 0 and var more) read += more;
        });
        read.ShouldBeLessThan(40_000_000);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Windows\\win.ini", "win.ini")]
    [InlineData("/", "file")]
    [InlineData("..", "file")]
    [InlineData("a\u0000b\r\nX-Evil: 1.txt", "a b X-Evil: 1.txt")]
    [InlineData("отчёт\u202Efdp.exe", "отчётfdp.exe")]
    [InlineData("\u200B\uFEFF", "file")]
    [InlineData("\"; filename=evil.html", "\"; filename=evil.html")]
    public async Task A_name_is_no_path_and_hides_nothing(string given, string kept)
    {
        var upload = (await app.Nikolai.PostAsync("/files/uploads", null, ("Tus-Resumable", "1.0.0"), ("Upload-Length", "1"), ("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(given))}"))).Expect(201);
        var id = Guid.Parse(upload.Header("Location")!.Split('/')[^1]);
        (await app.AskSqlAsync<string>("select name from file_uploads where id = $1", id)).ShouldBe(kept);
        (await app.Nikolai.SendAsync(HttpMethod.Delete, $"/files/uploads/{id}", null, ("Tus-Resumable", "1.0.0"))).Expect(204);
    }

    [Fact]
    public async Task A_name_of_three_hundred_characters_keeps_its_extension()
    {
        var file = (await app.Nikolai.UploadAsync(ClientChats.Tests.Files.Unique(), new string('я', 300) + ".docx")).Expect(201);
        file["name"].Text.Length.ShouldBe(200);
        file["name"].Text.ShouldEndWith("….docx");
        (await app.Nikolai.GetAsync($"/files/{file["id"].Id}")).Expect(200);
    }

    [Fact]
    public async Task What_is_empty_too_large_or_no_file_is_refused_by_name()
    {
        (await app.Nikolai.UploadAsync([])).Refuses(422, "files.empty");
        (await app.Nikolai.UploadAsync(new byte[FileApp.MaxSize + 1])).Refuses(413, "files.tooLarge");
        (await app.Nikolai.SendAsync(HttpMethod.Post, "/files", new MultipartFormDataContent { { new StringContent("x"), "text" } })).RefusesField("file", "files.missing");
        (await app.Nikolai.PostAsync("/files", new { })).Refuses(415, "request.mediaType");
        var broken = new StringContent("--x\r\nno form", Encoding.ASCII) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x") } };
        (await app.Nikolai.SendAsync(HttpMethod.Post, "/files", broken)).Refuses(400, "request.malformed");
    }

    [Fact]
    public async Task Two_uploads_of_the_same_content_are_stored_once_and_live_on_when_one_of_them_goes()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Копия"), await app.JoinAsync("Борис Копия"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var content = ClientChats.Tests.Files.Unique();
        var posts = await Task.WhenAll(anna.AttachAsync(chat, content), boris.AttachAsync(chat, content));

        var path = app.ContentPath(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
        File.Exists(path).ShouldBeTrue();
        (await app.AskSqlAsync<long>("select count(distinct sha256) from files where id = any ($1)", posts.Select(post => post.File).ToArray())).ShouldBe(1);
        (await anna.DeleteAsync($"/conversations/{chat}/messages/{posts[0].Number}")).Expect(204);
        await app.SweepAsync();
        (await anna.GetAsync($"/files/{posts[1].File}")).Expect(200).Bytes.ShouldBe(content);
    }

    [Fact]
    public async Task A_file_is_attached_once_whoever_comes_first_and_a_repeated_message_is_no_second_one()
    {
        var anna = await app.JoinAsync("Анна Дважды");
        var chat = await FileApp.OpenChatAsync(anna);
        var file = (await anna.UploadAsync(ClientChats.Tests.Files.Unique())).Expect(201)["id"].Id;
        var body = new { clientMessageId = Guid.NewGuid(), text = "", attachmentIds = new[] { file } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => i % 2 == 0 ? anna.PostAsync($"/conversations/{chat}/messages", body) : anna.PostFilesAsync(chat, "", file)));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Where(answer => answer.Status is not (200 or 201)).ShouldAllBe(answer => answer.Status == 422 || answer.Status == 409);
        (await app.AskSqlAsync<long>("select count(*) from entry_files where file_id = $1", file)).ShouldBe(1);
        (await app.AskSqlAsync<long>("select count(*) from entries where conversation_id = $1 and system is null", chat)).ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_nobody_attached_is_swept_after_a_day_and_one_that_is_held_never()
    {
        var anna = await app.JoinAsync("Анна Забыла");
        var chat = await FileApp.OpenChatAsync(anna);
        var (held, _) = await anna.AttachAsync(chat);
        var left = (await anna.UploadAsync(ClientChats.Tests.Files.Unique())).Expect(201)["id"].Id;
        var fresh = (await anna.UploadAsync(ClientChats.Tests.Files.Unique())).Expect(201)["id"].Id;
        await app.SqlAsync("update files set created_at = created_at - interval '25 hours' where id = any ($1)", new[] { held, left });

        await app.SweepAsync();

        (await anna.GetAsync($"/files/{left}")).Refuses(404, "files.notFound");
        (await anna.GetAsync($"/files/{held}")).Expect(200);
        (await anna.GetAsync($"/files/{fresh}")).Expect(200);
        (await app.AskSqlAsync<bool>("select bytes = (select coalesce(sum(size), 0) from files) + (select coalesce(sum(size), 0) from file_uploads) from file_usage")).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_can_write_nowhere_uploads_nothing()
    {
        var (anna, guest) = (await app.JoinAsync("Анна Зовёт"), await app.JoinAsync("Глеб Одинокий", Role.Guest));
        var checker = await app.JoinAsync("Олег Проверяющий", Role.Employee, Application.Organizations.Duty.QualityControl);

        (await guest.UploadAsync([1])).Refuses(403, "files.mayNotUpload");
        (await checker.UploadAsync([1])).Refuses(403, "files.mayNotUpload");
        await FileApp.OpenChatAsync(anna, guest, checker);
        (await guest.UploadAsync([1])).Expect(201);
        (await checker.UploadAsync([1])).Expect(201);
    }

    [Fact]
    public async Task The_files_of_a_chat_are_listed_by_kind_and_page_by_page()
    {
        var anna = await app.JoinAsync("Анна Собирает");
        var chat = await FileApp.OpenChatAsync(anna);
        for (var i = 0; i < 3; i++) await anna.AttachAsync(chat, ClientChats.Tests.Files.Png(10, 10, $"{i}"), $"вид {i}.png");
        await anna.AttachAsync(chat, ClientChats.Tests.Files.Pdf(), "договор.pdf");

        (await anna.GetAsync($"/conversations/{chat}/files?kind=documents")).Items.Select(item => item["file"]["name"].Text).ShouldBe(["договор.pdf"]);
        var first = (await anna.GetAsync($"/conversations/{chat}/files?kind=media&limit=2")).Expect(200);
        first.Items.Select(item => item["file"]["name"].Text).ShouldBe(["вид 2.png", "вид 1.png"]);
        (await anna.GetAsync($"/conversations/{chat}/files?kind=media&limit=2&cursor={first["nextCursor"].Text}")).Items.Select(item => item["file"]["name"].Text).ShouldBe(["вид 0.png"]);
    }

    private static async Task<HttpResponseMessage> RangeAsync(Person reader, Guid file, long from, long to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/files/{file}") { Headers = { Range = new RangeHeaderValue(from, to) } };
        return await reader.Http.SendAsync(request, Stop);
    }
}
