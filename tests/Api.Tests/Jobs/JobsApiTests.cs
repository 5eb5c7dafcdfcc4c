using System.Net;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Jobs;

public sealed class JobsApiTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private const string SomeId = "0190a0b0-0000-7000-8000-000000000001";

    private static readonly (string Method, string Path)[] Reads = [("GET", "/jobs"), ("GET", "/jobs/schedules"), ("GET", "/jobs/summary"), ("GET", $"/jobs/{SomeId}")];
    private static readonly (string Method, string Path)[] Writes = [("POST", $"/jobs/{SomeId}/retry"), ("POST", "/jobs/checkAccess/run"), ("PUT", "/jobs/checkAccess/pause"), ("DELETE", "/jobs/checkAccess/pause")];

    public async ValueTask InitializeAsync() => await Eventually.HoldsAsync(async () => (await HealthAsync("ready")).StatusCode == HttpStatusCode.OK);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Nikolai_runs_a_job_and_hears_how_it_goes()
    {
        await using var live = await app.Nikolai.ListenAsync();

        var queued = (await app.Nikolai.PostAsync("/jobs/sweepSessions/run")).Expect(202);

        queued["state"].Text.ShouldBe("queued");
        queued.Header("Location").ShouldBe($"/api/v1/jobs/{queued["id"].Text}");
        (await live.NextAsync("jobChanged"))["data"]["name"].Text.ShouldBe("sweepSessions");
        var run = await EndOfAsync(queued["id"].Text);
        run["state"].Text.ShouldBe("succeeded");
        run["result"].Text.ShouldBe("0");
        run["attempt"].Number.ShouldBe(1);
        run["canRetry"].IsTrue.ShouldBeFalse();
        (await app.Nikolai.PostAsync($"/jobs/{queued["id"].Text}/retry")).Refuses(409, "jobs.cannotRetry");
    }

    [Fact]
    public async Task Nikolai_pauses_a_job_and_lets_it_go_on()
    {
        (await app.Nikolai.PutAsync("/jobs/sweepRuns/pause")).Expect(204);
        var paused = await ScheduleAsync("sweepRuns");
        paused["paused"].IsTrue.ShouldBeTrue();
        paused["nextRunAt"].Exists.ShouldBeFalse();

        (await app.Nikolai.DeleteAsync("/jobs/sweepRuns/pause")).Expect(204);
        var resumed = await ScheduleAsync("sweepRuns");
        resumed["paused"].IsTrue.ShouldBeFalse();
        resumed["nextRunAt"].Exists.ShouldBeTrue();
        resumed["schedule"].Text.ShouldBe("25 0 * * *");
    }

    [Fact]
    public async Task The_same_key_runs_a_job_once()
    {
        var first = (await app.Nikolai.PostAsync("/jobs/sweepIdempotency/run", null, ("Idempotency-Key", "once"))).Expect(202);

        (await app.Nikolai.PostAsync("/jobs/sweepIdempotency/run", null, ("Idempotency-Key", "once"))).Expect(202)["id"].Text.ShouldBe(first["id"].Text);

        await EndOfAsync(first["id"].Text);
        (await app.AskSqlAsync<long>("select count(*) from job_runs where name = 'sweepIdempotency'")).ShouldBe(1);
    }

    [Fact]
    public async Task Runs_are_listed_page_by_page_and_by_state_and_name()
    {
        foreach (var _ in Enumerable.Range(0, 3)) await EndOfAsync((await app.Nikolai.PostAsync("/jobs/checkAccess/run")).Expect(202)["id"].Text);

        var page = (await app.Nikolai.GetAsync("/jobs?state=succeeded&name=checkAccess&limit=2")).Expect(200);
        page.Items.Count.ShouldBe(2);
        var rest = (await app.Nikolai.GetAsync($"/jobs?state=succeeded&name=checkAccess&limit=2&cursor={page["nextCursor"].Text}")).Expect(200);
        rest.Items.Count.ShouldBe(1);
        rest.Text.ShouldContain("\"nextCursor\":null");
        (await app.Nikolai.GetAsync("/jobs?state=failed&name=checkAccess")).Expect(200).Items.ShouldBeEmpty();
        (await app.Nikolai.GetAsync("/jobs/summary")).Expect(200)["buckets"].Items.Count.ShouldBe(48);

        (await app.Nikolai.GetAsync("/jobs?state=nonsense")).Refuses(400, "request.malformed");
        (await app.Nikolai.GetAsync("/jobs?limit=201")).RefusesField("limit", "validation.outOfRange");
        (await app.Nikolai.GetAsync("/jobs?cursor=nonsense")).RefusesField("cursor", "validation.cursor");
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        (await app.Nikolai.PostAsync("/jobs/unknown/run")).Refuses(404, "jobs.notFound");
        (await app.Nikolai.PutAsync("/jobs/unknown/pause")).Refuses(404, "jobs.notFound");
        (await app.Nikolai.GetAsync("/jobs/nonsense")).Refuses(404, "jobs.runNotFound");
        (await app.Nikolai.GetAsync($"/jobs/{SomeId}")).Refuses(404, "jobs.runNotFound");
        (await app.Nikolai.PostAsync($"/jobs/{SomeId}/retry")).Refuses(404, "jobs.runNotFound");
    }

    [Fact]
    public async Task Nobody_but_administrators_learns_anything_of_jobs()
    {
        var anna = await app.JoinAsync("Анна Ершова", Role.Employee, Duty.Supervisor);
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        var admin = await app.JoinAsync("Глеб Ежов", Role.Admin);
        using var stranger = app.Browser();
        using var reader = app.Program((await app.Nikolai.PostAsync("/tokens", new { name = "Наблюдение", scopes = new[] { "jobs:read" } })).Expect(201)["token"].Text);
        using var other = app.Program((await app.Nikolai.PostAsync("/tokens", new { name = "Обмен с CRM", scopes = new[] { "crm:read" } })).Expect(201)["token"].Text);

        foreach (var (method, path) in Reads.Concat(Writes))
        {
            (await AskAsync(stranger, method, path)).Refuses(401, "session.signedOut");
            (await AskAsync(anna, method, path)).Refuses(403, "members.mayNotManage");
            (await AskAsync(maria, method, path)).Refuses(403, "members.mayNotManage");
            (await AskAsync(other, method, path)).Refuses(403, "tokens.scopeMissing");
        }

        foreach (var (method, path) in Reads.Take(3))
        {
            (await AskAsync(admin, method, path)).Expect(200);
            (await AskAsync(reader, method, path)).Expect(200);
        }

        foreach (var (method, path) in Writes) (await AskAsync(reader, method, path)).Refuses(403, "tokens.scopeMissing");
    }

    [Fact]
    public async Task Anybody_may_ask_whether_the_node_lives_and_is_ready()
    {
        (await (await HealthAsync("live")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"live":true}""");
        (await (await HealthAsync("ready")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"database":{"ok":true},"outbox":{"ok":true},"jobs":{"ok":true},"ready":true}""");
    }

    private static Task<Answer> AskAsync(Caller caller, string method, string path) => caller.SendAsync(HttpMethod.Parse(method), path);

    private async Task<HttpResponseMessage> HealthAsync(string what)
    {
        using var stranger = new HttpClient();
        return await stranger.GetAsync(new Uri(app.Address, $"/health/{what}"));
    }

    private Task<Answer> EndOfAsync(string id) => Eventually.GetsAsync(() => app.Nikolai.GetAsync($"/jobs/{id}"), run => run["state"].Text is "succeeded" or "failed");

    private async Task<Json> ScheduleAsync(string name) => (await app.Nikolai.GetAsync("/jobs/schedules")).Expect(200).Items.Single(job => job["name"].Text == name);
}
