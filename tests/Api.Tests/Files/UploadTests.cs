using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Files;

/// <summary>An upload goes on where the disk says it stopped, by tus 1.0.0.</summary>
public sealed class UploadTests(FileApp app) : IClassFixture<FileApp>
{
    private static readonly (string, string) Tus = ("Tus-Resumable", "1.0.0");

    [Fact]
    public async Task An_upload_in_parts_becomes_the_file_of_the_same_id()
    {
        var anna = await app.JoinAsync("Анна Частями");
        var content = ClientChats.Tests.Files.Pdf(new string('ж', 50_000));
        var id = await BeginAsync(anna, content.Length, "договор.pdf");

        (await OffsetAsync(anna, id)).ShouldBe(0);
        (await PatchAsync(anna, id, 0, content[..30_000])).Expect(204).Header("Upload-Offset").ShouldBe("30000");
        (await anna.GetAsync($"/files/{id}")).Refuses(404, "files.notFound");
        (await PatchAsync(anna, id, 0, content[..10])).Refuses(409, "files.offsetWrong");
        (await PatchAsync(anna, id, 30_000, [])).Expect(204).Header("Upload-Offset").ShouldBe("30000");
        (await PatchAsync(anna, id, 30_000, content[30_000..])).Expect(204).Header("Upload-Offset").ShouldBe(content.Length.ToString(CultureInfo.InvariantCulture));

        (await OffsetAsync(anna, id)).ShouldBe(content.Length);
        (await anna.GetAsync($"/files/{id}")).Expect(200).Bytes.ShouldBe(content);
        (await anna.PostFilesAsync(await FileApp.OpenChatAsync(anna), "", id)).Expect(201)["attachments"][0]["contentType"].Text.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task What_came_before_the_connection_broke_is_kept_and_the_next_request_goes_on_there()
    {
        var anna = await app.JoinAsync("Анна Обрыв");
        var content = new byte[5_000_000];
        Random.Shared.NextBytes(content);
        var id = await BeginAsync(anna, content.Length, "ролик.bin");

        using var connection = new CancellationTokenSource();
        var part = new StreamContent(new HangingStream(content[..2_000_000])) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/files/uploads/{id}") { Content = part, Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Offset", "0" }, { "X-Antiforgery", await anna.AntiforgeryAsync() } } };
        var sending = anna.Http.SendAsync(request, connection.Token);
        await ArrivedAsync(id);
        await connection.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => sending);

        var offset = await OffsetAsync(anna, id);
        offset.ShouldBeInRange(1, 2_000_000);
        new FileInfo(Path.Combine(app.Folder, "arriving", id.ToString())).Length.ShouldBe(offset);
        (await PatchAsync(anna, id, offset, content[(int)offset..])).Expect(204);
        (await anna.GetAsync($"/files/{id}")).Expect(200).Bytes.ShouldBe(content);
    }

    [Fact]
    public async Task Whoever_comes_later_takes_over_from_a_writer_whose_connection_hangs()
    {
        var anna = await app.JoinAsync("Анна Зависла");
        var id = await BeginAsync(anna, 1_000_000, "a.bin");
        var hanging = new StreamContent(new HangingStream(new byte[400_000])) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/files/uploads/{id}") { Content = hanging, Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Offset", "0" }, { "X-Antiforgery", await anna.AntiforgeryAsync() } } };
        using var enough = new CancellationTokenSource();
        var first = anna.Http.SendAsync(request, enough.Token);
        await ArrivedAsync(id);

        var offset = await OffsetAsync(anna, id);
        offset.ShouldBeInRange(1, 400_000);
        (await PatchAsync(anna, id, offset, new byte[1_000_000 - offset])).Expect(204);
        (await anna.GetAsync($"/files/{id}")).Expect(200).Bytes.Length.ShouldBe(1_000_000);
        await enough.CancelAsync();
        await Task.WhenAny(first);
    }

    [Fact]
    public async Task Nobody_else_sees_writes_or_ends_an_upload_and_what_is_ended_is_gone()
    {
        var (anna, zoya) = (await app.JoinAsync("Анна Своё"), await app.JoinAsync("Зоя Чужое"));
        var id = await BeginAsync(anna, 100, "a.bin");
        var before = await app.AskSqlAsync<long>("select bytes from file_usage");

        (await zoya.SendAsync(HttpMethod.Head, $"/files/uploads/{id}", null, Tus)).Status.ShouldBe(404);
        (await PatchAsync(zoya, id, 0, new byte[100])).Refuses(404, "files.uploadNotFound");
        (await zoya.SendAsync(HttpMethod.Delete, $"/files/uploads/{id}", null, Tus)).Refuses(404, "files.uploadNotFound");
        (await PatchAsync(anna, id, 0, new byte[50])).Expect(204);
        (await anna.SendAsync(HttpMethod.Delete, $"/files/uploads/{id}", null, Tus)).Expect(204);
        (await PatchAsync(anna, id, 50, new byte[50])).Refuses(404, "files.uploadNotFound");
        File.Exists(Path.Combine(app.Folder, "arriving", id.ToString())).ShouldBeFalse();
        (await app.AskSqlAsync<long>("select bytes from file_usage")).ShouldBe(before - 100);
    }

    [Fact]
    public async Task What_tus_does_not_allow_is_refused()
    {
        var anna = await app.JoinAsync("Анна Правила");
        var options = await anna.SendAsync(HttpMethod.Options, "/files/uploads");
        (options.Status, options.Header("Tus-Version"), options.Header("Tus-Max-Size")).ShouldBe((204, "1.0.0", FileApp.MaxSize.ToString(CultureInfo.InvariantCulture)));
        var wrong = await anna.PostAsync("/files/uploads", null, ("Tus-Resumable", "0.2.0"), ("Upload-Length", "1"));
        wrong.Refuses(412, "files.tusVersionWrong").Header("Tus-Version").ShouldBe("1.0.0");
        (await anna.PostAsync("/files/uploads", null, Tus)).Refuses(400, "request.malformed");
        (await anna.PostAsync("/files/uploads", null, Tus, ("Upload-Length", "-1"))).Refuses(400, "request.malformed");
        (await anna.PostAsync("/files/uploads", null, Tus, ("Upload-Length", "0"))).Refuses(422, "files.empty");
        (await anna.PostAsync("/files/uploads", null, Tus, ("Upload-Length", "9999999999999"))).Refuses(413, "files.tooLarge");
        (await anna.PostAsync("/files/uploads", null, Tus, ("Upload-Length", "1"), ("Upload-Metadata", "filename ###"))).Refuses(400, "request.malformed");

        var id = await BeginAsync(anna, 10, "a.bin");
        (await PatchAsync(anna, id, 0, new byte[11])).Refuses(413, "files.tooLarge");
        (await OffsetAsync(anna, id)).ShouldBe(0);
        (await anna.SendAsync(HttpMethod.Patch, $"/files/uploads/{id}", new StringContent("x"), Tus, ("Upload-Offset", "0"))).Refuses(415, "request.mediaType");
        anna.KnowsAntiforgery = false;
        (await PatchAsync(anna, id, 0, new byte[10])).Refuses(400, "request.antiforgery");
    }

    [Fact]
    public async Task An_upload_that_nobody_finished_in_a_day_is_gone_and_gives_its_room_back()
    {
        var anna = await app.JoinAsync("Анна Ушла");
        var id = await BeginAsync(anna, 100, "a.bin");
        (await PatchAsync(anna, id, 0, new byte[50])).Expect(204);
        await app.SqlAsync("update file_uploads set created_at = created_at - interval '25 hours' where id = $1", id);
        (await PatchAsync(anna, id, 50, new byte[50])).Refuses(404, "files.uploadNotFound");

        await app.SweepAsync();

        File.Exists(Path.Combine(app.Folder, "arriving", id.ToString())).ShouldBeFalse();
        (await app.AskSqlAsync<bool>("select bytes = (select coalesce(sum(size), 0) from files) + (select coalesce(sum(size), 0) from file_uploads) from file_usage")).ShouldBeTrue();
    }

    private Task ArrivedAsync(Guid id) => Eventually.HoldsAsync(() => Task.FromResult(new FileInfo(Path.Combine(app.Folder, "arriving", id.ToString())) is { Exists: true, Length: > 0 }));

    private static async Task<Guid> BeginAsync(Person by, long size, string name)
    {
        var begun = (await by.PostAsync("/files/uploads", null, Tus, ("Upload-Length", size.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", $"filename {Convert.ToBase64String(Encoding.UTF8.GetBytes(name))},filetype {Convert.ToBase64String("application/pdf"u8)}"))).Expect(201);
        begun.Header("Tus-Resumable").ShouldBe("1.0.0");
        return Guid.Parse(begun.Header("Location")!.Split('/')[^1]);
    }

    private static Task<Answer> PatchAsync(Person by, Guid id, long offset, byte[] part) =>
        by.SendAsync(HttpMethod.Patch, $"/files/uploads/{id}", new ByteArrayContent(part) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } }, Tus, ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));

    private static async Task<long> OffsetAsync(Person by, Guid id) => long.Parse((await by.SendAsync(HttpMethod.Head, $"/files/uploads/{id}", null, Tus)).Expect(200).Header("Upload-Offset")!, CultureInfo.InvariantCulture);

    /// <summary>Says something, and then nothing more for a long time.</summary>
    private sealed class HangingStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            if (read == 0) await Task.Delay(TimeSpan.FromSeconds(60), cancellationToken);
            return read;
        }
    }
}
