using System.Diagnostics;

namespace ClientChats.Api.Tests.Jobs;

public sealed class JobsApiTests(Office office) : IClassFixture<Office>
{
    static readonly (string Method, string Path)[] Reads = [("GET", "/api/v1/jobs"), ("GET", "/api/v1/jobs/schedules"), ("GET", "/api/v1/jobs/summary"), ("GET", "/api/v1/jobs/0190a0b0-0000-7000-8000-000000000001")];

    static readonly (string Method, string Path)[] Writes =
    [
        ("POST", "/api/v1/jobs/0190a0b0-0000-7000-8000-000000000001/retry"), ("POST", "/api/v1/jobs/checkAccess/run"), ("PUT", "/api/v1/jobs/checkAccess/pause"), ("DELETE", "/api/v1/jobs/checkAccess/pause"),
    ];

    readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_watches_the_jobs_runs_one_now_and_pauses_another()
    {
        await using var app = await StartReadyAsync();
        using var owner = Caller.SignedIn(app, office.Owner);

        var queued = await owner.SendAsync("POST", "/api/v1/jobs/sweepSessions/run");
        queued.ShouldSatisfyAllConditions(() => queued.Status.ShouldBe(202), () => queued.Text("state").ShouldBe("queued"), () => queued.Location.ShouldBe($"/api/v1/jobs/{queued.Text("id")}"));
        await UntilAsync(async () => (await owner.SendAsync("GET", queued.Location!)).Text("state") == "succeeded", seconds: 10);
        (await owner.SendAsync("POST", $"{queued.Location}/retry")).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(409), answer => answer.Code.ShouldBe("jobs.cannotRetry"));
        (await owner.SendAsync("POST", "/api/v1/jobs/unknown/run")).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(404), answer => answer.Code.ShouldBe("jobs.notFound"));
        (await owner.SendAsync("GET", "/api/v1/jobs/nonsense")).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(404), answer => answer.Code.ShouldBe("jobs.runNotFound"));

        (await owner.SendAsync("PUT", "/api/v1/jobs/sweepRuns/pause")).Status.ShouldBe(204);
        Schedule(await owner.SendAsync("GET", "/api/v1/jobs/schedules"), "sweepRuns").GetProperty("paused").GetBoolean().ShouldBeTrue();
        (await owner.SendAsync("DELETE", "/api/v1/jobs/sweepRuns/pause")).Status.ShouldBe(204);
        var schedule = Schedule(await owner.SendAsync("GET", "/api/v1/jobs/schedules"), "sweepRuns");
        schedule.GetProperty("paused").GetBoolean().ShouldBeFalse();
        schedule.GetProperty("nextRunAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UtcNow);

        var list = await owner.SendAsync("GET", "/api/v1/jobs?state=succeeded&name=sweepSessions&limit=1");
        list.Body.GetProperty("items").GetArrayLength().ShouldBe(1);
        list.Body.TryGetProperty("nextCursor", out _).ShouldBeTrue();
        (await owner.SendAsync("GET", "/api/v1/jobs/summary")).Body.GetProperty("buckets").GetArrayLength().ShouldBe(48);
        (await owner.SendAsync("GET", "/api/v1/jobs?state=nonsense")).Status.ShouldBe(400);
        (await owner.SendAsync("GET", "/api/v1/jobs?limit=500")).Status.ShouldBe(422);
        (await owner.SendAsync("GET", "/api/v1/jobs?cursor=nonsense")).Status.ShouldBe(422);

        var key = Guid.NewGuid().ToString();
        var first = await owner.SendAsync("POST", "/api/v1/jobs/sweepSessions/run", key);
        (await owner.SendAsync("POST", "/api/v1/jobs/sweepSessions/run", key)).Text("id").ShouldBe(first.Text("id"));
        (await owner.SendAsync("POST", "/api/v1/jobs/sweepSessions/run", antiforgery: false)).ShouldSatisfyAllConditions(answer => answer.Status.ShouldBe(400), answer => answer.Code.ShouldBe("request.antiforgery"));
    }

    [Fact]
    public async Task Nobody_else_learns_anything_of_jobs()
    {
        await using var app = await StartReadyAsync();
        using var stranger = Caller.Stranger(app);
        using var employee = Caller.SignedIn(app, office.Employee);
        using var guest = Caller.SignedIn(app, office.Guest);
        using var jobs = Caller.WithToken(app, office.JobsToken);
        using var contacts = Caller.WithToken(app, office.ContactsToken);

        foreach (var (method, path) in Reads.Concat(Writes))
        {
            (await stranger.SendAsync(method, path)).Status.ShouldBe(401, path);
            (await employee.SendAsync(method, path)).Status.ShouldBe(403, path);
            (await guest.SendAsync(method, path)).Status.ShouldBe(403, path);
            (await contacts.SendAsync(method, path)).Status.ShouldBe(403, path);
        }

        foreach (var (method, path) in Reads.Take(3)) (await jobs.SendAsync(method, path)).Status.ShouldBe(200, path);
        foreach (var (method, path) in Writes) (await jobs.SendAsync(method, path)).Code.ShouldBe("tokens.scopeMissing", path);
    }

    [Fact]
    public async Task Anybody_may_ask_whether_a_node_lives_and_is_ready()
    {
        await using var app = await StartReadyAsync();
        using var stranger = Caller.Stranger(app);

        (await stranger.SendAsync("GET", "/health/live")).Status.ShouldBe(200);
        (await stranger.SendAsync("GET", "/health/ready")).Body.GetRawText().ShouldBe("""{"database":{"ok":true},"outbox":{"ok":true},"jobs":{"ok":true},"ready":true}""");
    }

    [Fact]
    public async Task A_job_that_was_running_when_the_app_was_killed_is_recorded_as_failed_and_runs_again_at_the_next_start()
    {
        await office.SqlAsync("delete from job_runs");
        await using var holder = await office.ConnectAsync();
        string died;
        await using (var hold = await holder.BeginTransactionAsync(_ct))
        {
            await using var command = new Npgsql.NpgsqlCommand("lock table password_resets in access exclusive mode", holder);
            await command.ExecuteNonQueryAsync(_ct);
            await using var app = await StartReadyAsync();
            using var owner = Caller.SignedIn(app, office.Owner);
            died = (await owner.SendAsync("POST", "/api/v1/jobs/sweepSessions/run")).Text("id")!;
            await UntilAsync(async () => (await owner.SendAsync("GET", $"/api/v1/jobs/{died}")).Text("state") == "running", seconds: 10);
            await app.KillAsync();
        }

        await using var next = await StartReadyAsync();
        using var operating = Caller.SignedIn(next, office.Owner);

        await UntilAsync(async () => (await operating.SendAsync("GET", $"/api/v1/jobs/{died}")).Text("state") == "failed", seconds: 60);
        (await operating.SendAsync("GET", $"/api/v1/jobs/{died}")).Text("error").ShouldBe("The node that ran it stopped without a word.");
        await UntilAsync(async () => await office.AskAsync<long>("select count(*) from job_runs where name = 'sweepSessions' and state = 'succeeded' and attempt = 2") == 1, seconds: 60);
        (await office.AskAsync<long>("select count(*) from job_runs where name = 'sweepSessions'")).ShouldBe(2);
    }

    async Task<AppProcess> StartReadyAsync()
    {
        var app = await office.StartAppAsync();
        using var stranger = Caller.Stranger(app);
        await UntilAsync(async () => (await stranger.SendAsync("GET", "/health/ready")).Status == 200, seconds: 20);
        return app;
    }

    static System.Text.Json.JsonElement Schedule(Answer schedules, string name) => schedules.Body.GetProperty("items").EnumerateArray().Single(job => job.GetProperty("name").GetString() == name);

    static async Task UntilAsync(Func<Task<bool>> holds, double seconds)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            clock.Elapsed.TotalSeconds.ShouldBeLessThan(seconds);
            await Task.Delay(100);
        }
    }
}
