using ClientChats.Tests;

namespace ClientChats.Api.Tests.Files;

/// <summary>An organization keeps no more than its quota, however many come at once.</summary>
public sealed class QuotaTests(QuotaTests.SmallApp app) : IClassFixture<QuotaTests.SmallApp>
{
    [Fact]
    public async Task Two_who_take_the_last_room_at_once_do_not_both_get_it()
    {
        var anna = await app.JoinAsync("Анна Быстрая");
        var room = SmallApp.Quota - await app.AskSqlAsync<long>("select coalesce((select bytes from file_usage), 0)");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => anna.UploadAsync(Enumerable.Repeat((byte)i, (int)room - 10).ToArray())));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        foreach (var refused in answers.Where(answer => answer.Status != 201)) refused.Refuses(409, "files.quotaReached");
        (await anna.PostAsync("/files/uploads", null, ("Tus-Resumable", "1.0.0"), ("Upload-Length", "11"))).Refuses(409, "files.quotaReached");
        (await app.AskSqlAsync<long>("select bytes from file_usage")).ShouldBeLessThanOrEqualTo(SmallApp.Quota);

        await app.SqlAsync("update files set created_at = created_at - interval '25 hours'");
        await app.SweepAsync();
        (await anna.UploadAsync([1, 2, 3])).Expect(201);
        Directory.EnumerateFiles(Path.Combine(app.Folder, "arriving")).ShouldBeEmpty();
    }

    public sealed class SmallApp(TestPostgres postgres) : FileApp(postgres)
    {
        public const long Quota = 1_000_000;

        protected override IEnumerable<string> Settings => [.. base.Settings, $"--ClientChats:Files:Quota={Quota}"];
    }
}
