using System.Text;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;
using FilesOf = ClientChats.Tests.Files;

namespace ClientChats.Api.Tests.Files;

/// <summary>Pictures of people and conversations are seen by whoever may know the person or the conversation, and are pictures.</summary>
public sealed class AvatarTests(FileApp app) : IClassFixture<FileApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_of_a_person_stands_wherever_his_name_does()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Портретная"), await app.JoinAsync("Борис Видящий"));
        var group = await FileApp.OpenChatAsync(anna, boris);
        var direct = (await anna.PostAsync("/chats", new { kind = "direct", memberIds = new[] { boris.Id } })).Expect(201)["id"].Id;
        (await anna.PostAsync($"/conversations/{group}/messages", new { clientMessageId = Guid.NewGuid(), text = "До" })).Expect(201)["author"]["avatarUrl"].Exists.ShouldBeFalse();

        var picture = FilesOf.Picture();
        var url = await ShowAsync(anna, picture);
        (await anna.GetAsync("/me"))["avatarUrl"].Text.ShouldBe(url);
        (await anna.PostAsync($"/conversations/{group}/messages", new { clientMessageId = Guid.NewGuid(), text = "После" })).Expect(201)["author"]["avatarUrl"].Text.ShouldBe(url);

        (await boris.GetAsync($"/members/{anna.Id}"))["avatarUrl"].Text.ShouldBe(url);
        (await boris.GetAsync($"/conversations/{group}/messages")).Items[^1]["author"]["avatarUrl"].Text.ShouldBe(url);
        foreach (var list in new[] { "members", "participants", "viewers" })
            (await boris.GetAsync($"/conversations/{group}/{list}")).Items.Single(item => item["displayName"].Text == anna.Name)["avatarUrl"].Text.ShouldBe(url);
        (await boris.GetAsync("/conversations")).Items.Single(item => item["id"].Id == direct)["avatarUrl"].Text.ShouldBe(url);
        (await boris.GetAsync($"/conversations/{direct}"))["avatarUrl"].Text.ShouldBe(url);
        (await boris.GetAsync(url["/api/v1".Length..])).Expect(200).Bytes.ShouldBe(picture);

        (await anna.DeleteAsync("/me/avatar")).Expect(204);
        (await boris.GetAsync($"/members/{anna.Id}"))["avatarUrl"].Exists.ShouldBeFalse();
        (await boris.GetAsync($"/members/{anna.Id}/avatar")).Refuses(404, "files.noPicture");
    }

    [Fact]
    public async Task A_picture_is_kept_by_browsers_under_its_own_address_and_can_do_nothing_as_a_page()
    {
        var anna = await app.JoinAsync("Анна Долгая");
        var url = await ShowAsync(anna, FilesOf.Picture());

        using var answer = await anna.Http.GetAsync(new Uri(app.Address, url), Stop);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        answer.Headers.CacheControl!.ToString().ShouldBe("max-age=31536000, private, immutable");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");

        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, $"/api/v1/members/{anna.Id}/avatar"));
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var same = await anna.Http.SendAsync(again, Stop);
        ((int)same.StatusCode, same.Headers.CacheControl!.ToString()).ShouldBe((304, "no-cache, private"));

        var next = await ShowAsync(anna, FilesOf.Picture());
        next.ShouldNotBe(url);
        using var old = await anna.Http.GetAsync(new Uri(app.Address, url), Stop);
        old.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
    }

    [Fact]
    public async Task CVE_2026_3115_A_guest_gets_no_picture_of_a_stranger_and_is_answered_as_if_there_were_nobody()
    {
        var (anna, boris, guest) = (await app.JoinAsync("Анна Знакомая"), await app.JoinAsync("Борис Незнакомый"), await app.JoinAsync("Глеб Гостев", Role.Guest));
        await FileApp.OpenChatAsync(anna, guest);
        var (known, stranger) = (await ShowAsync(anna, FilesOf.Picture()), await ShowAsync(boris, FilesOf.Picture()));

        (await guest.GetAsync(known["/api/v1".Length..])).Expect(200);
        var hidden = (await guest.GetAsync(stranger["/api/v1".Length..])).Refuses(404, "members.notFound");
        hidden.Bytes.ShouldBe((await guest.GetAsync($"/members/{Guid.NewGuid()}/avatar?v=000000000000")).Bytes);
        (await app.Browser().GetAsync(known["/api/v1".Length..])).Refuses(401, "session.signedOut");
    }

    [Fact]
    public async Task CVE_2021_39163_The_picture_of_a_hidden_conversation_is_answered_like_that_of_none()
    {
        var (anna, zoya) = (await app.JoinAsync("Анна Закрытая"), await app.JoinAsync("Зоя Внешняя"));
        var chat = await FileApp.OpenChatAsync(anna);
        var url = (await PictureAsync(anna, chat, FilesOf.Picture())).Expect(200)["avatarUrl"].Text;
        (await anna.GetAsync(url["/api/v1".Length..])).Expect(200);

        var hidden = (await zoya.GetAsync(url["/api/v1".Length..])).Refuses(404, "conversations.notFound");
        hidden.Bytes.ShouldBe((await zoya.GetAsync($"/conversations/{Guid.NewGuid()}/avatar")).Bytes);
        var file = (await zoya.UploadPictureAsync(FilesOf.Picture())).Expect(201)["id"].Id;
        (await zoya.PutAsync($"/conversations/{chat}/avatar", new { fileId = file })).Refuses(404, "conversations.notFound").Bytes.ShouldBe((await zoya.PutAsync($"/conversations/{Guid.NewGuid()}/avatar", new { fileId = file })).Bytes);
    }

    [Fact]
    public async Task Who_sees_a_conversation_hears_of_its_new_picture_and_whoever_was_removed_does_not()
    {
        var (anna, boris, vera) = (await app.JoinAsync("Анна Громкая"), await app.JoinAsync("Борис Слышащий"), await app.JoinAsync("Вера Ушедшая"));
        var chat = await FileApp.OpenChatAsync(anna, boris, vera);
        (await anna.DeleteAsync($"/conversations/{chat}/members/{vera.Id}")).Expect(204);
        await using var hears = await boris.ListenAsync();
        await using var gone = await vera.ListenAsync();

        var url = (await PictureAsync(anna, chat, FilesOf.Picture())).Expect(200)["avatarUrl"].Text;
        (await hears.NextAsync("conversationChanged"))["conversationId"].Id.ShouldBe(chat);
        (await boris.GetAsync("/conversations")).Items.Single(item => item["id"].Id == chat)["avatarUrl"].Text.ShouldBe(url);
        (await vera.GetAsync(url["/api/v1".Length..])).Refuses(404, "conversations.notFound");
        gone.Heard().ShouldNotContain(happened => happened["conversationId"].Exists && happened["conversationId"].Id == chat);
    }

    public static TheoryData<string, byte[]> NoPictures() => new()
    {
        { "a drawing that could run", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
        { "a page", Encoding.UTF8.GetBytes("<!doctype html><script>alert(1)</script>") },
        { "a picture with a page behind it", [.. FilesOf.Picture(), .. "<script>alert(1)</script>"u8] },
        { "a script that begins like a GIF", "GIF89a=1;alert(document.domain)//"u8.ToArray() },
        { "a picture that is cut off", FilesOf.Picture()[..60] },
        { "a picture of one header", FilesOf.Png(64, 64) },
        { "a document", FilesOf.Pdf() },
    };

    [Theory, MemberData(nameof(NoPictures))]
    public async Task CVE_2021_3742_What_is_no_picture_from_its_first_byte_to_its_last_is_refused(string what, byte[] content)
    {
        (await app.Nikolai.UploadPictureAsync(content)).Expect(422);
        var file = (await app.Nikolai.UploadAsync(content, what)).Expect(201)["id"].Id;
        (await app.Nikolai.PutAsync("/me/avatar", new { fileId = file })).Expect(422);
        (await app.Nikolai.GetAsync("/me"))["avatarUrl"].Exists.ShouldBeFalse();
        (await app.Nikolai.GetAsync($"/files/{file}")).Expect(200);
    }

    [Fact]
    public async Task A_picture_that_says_it_is_enormous_is_refused_by_its_header()
    {
        var bomb = FilesOf.Picture();
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 50_000);
        (await app.Nikolai.UploadPictureAsync(bomb)).Refuses(422, "files.pictureTooLarge");
        (await app.Nikolai.UploadPictureAsync(new byte[5_000_001])).Refuses(413, "files.tooLarge");
    }

    [Fact]
    public async Task Only_an_own_upload_that_nothing_holds_becomes_a_picture_and_then_it_is_no_file_any_more()
    {
        var (anna, boris) = (await app.JoinAsync("Анна Своя"), await app.JoinAsync("Борис Чужой"));
        var chat = await FileApp.OpenChatAsync(anna, boris);
        var file = (await anna.UploadAsync(FilesOf.Picture(), "лого.png")).Expect(201)["id"].Id;
        (await boris.PutAsync("/me/avatar", new { fileId = file })).RefusesField("fileId", "files.notAttachable");

        (await anna.PutAsync($"/conversations/{chat}/avatar", new { fileId = file })).Expect(200);
        (await anna.PutAsync("/me/avatar", new { fileId = file })).RefusesField("fileId", "files.notAttachable");
        (await anna.PostFilesAsync(chat, "", file)).RefusesField("attachmentIds", "files.notAttachable");
        (await anna.GetAsync($"/files/{file}")).Refuses(404, "files.notFound");

        var (held, _) = await anna.AttachAsync(chat, FilesOf.Picture(), "фото.png");
        (await anna.PutAsync("/me/avatar", new { fileId = held })).RefusesField("fileId", "files.notAttachable");
    }

    [Fact]
    public async Task The_sweep_takes_a_picture_that_was_replaced_and_leaves_the_one_that_is_shown()
    {
        var anna = await app.JoinAsync("Анна Переменчивая");
        var (first, second) = (FilesOf.Picture(), FilesOf.Picture());
        await ShowAsync(anna, first);
        var url = await ShowAsync(anna, second);

        await app.SweepAsync();
        File.Exists(app.ContentPath(Sha256Of(first))).ShouldBeFalse();
        File.Exists(app.ContentPath(Sha256Of(second))).ShouldBeTrue();
        (await anna.GetAsync(url["/api/v1".Length..])).Expect(200).Bytes.ShouldBe(second);
    }

    [Fact]
    public async Task Who_can_write_nowhere_may_still_show_a_picture_of_himself_and_upload_nothing_else()
    {
        var guest = await app.JoinAsync("Гость Без-чатов", Role.Guest);
        (await guest.UploadAsync(FilesOf.Picture())).Refuses(403, "files.mayNotUpload");
        await ShowAsync(guest, FilesOf.Picture());
    }

    private static string Sha256Of(byte[] content) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));

    private static async Task<string> ShowAsync(Person person, byte[] picture)
    {
        var file = (await person.UploadPictureAsync(picture)).Expect(201)["id"].Id;
        return (await person.PutAsync("/me/avatar", new { fileId = file })).Expect(200)["avatarUrl"].Text;
    }

    private static async Task<Answer> PictureAsync(Person person, Guid conversation, byte[] picture) =>
        await person.PutAsync($"/conversations/{conversation}/avatar", new { fileId = (await person.UploadPictureAsync(picture)).Expect(201)["id"].Id });
}
