using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using ClientChats.Domain.Kernel;
using ClientChats.Tests.Postgres;
using FluentValidation;

namespace ClientChats.Application.Tests.Jobs;

public sealed class JobHistoryTests(JobsCluster cluster) : IAsyncLifetime
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private TestDatabase _database = null!;
    private Node _node = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await cluster.CloneAsync(_ct);
        _node = await Node.StartAsync(_database.ConnectionString, Script.Rarely("sweep"), Script.Rarely("check"));
        await _node.SetUpAsync();
        await Eventually.BeAsync(() => _node.SendAsync(new CheckReadiness()), readiness => readiness.Ready);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Runs_and_parked_work_are_one_list_newest_first_page_by_page()
    {
        for (var hour = 10; hour > 0; hour--) await AddRunAsync(hour % 2 == 0 ? "sweep" : "check", TimeSpan.FromHours(hour), hour == 3 ? "failed" : "succeeded");
        var parked = await AddOutboxAsync("SendInvitation", TimeSpan.FromHours(4.5), parked: true, payload: "a secret");
        await AddOutboxAsync("SendInvitation", TimeSpan.FromHours(4.4), parked: false);

        var all = new List<RunView>();
        string? cursor = null;
        do
        {
            var page = await ListAsync(null, null, cursor, 4);
            page.Items.Count.ShouldBeLessThanOrEqualTo(4);
            all.AddRange(page.Items);
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        all.Count.ShouldBe(11);
        all.Select(run => run.QueuedAt).ShouldBeInOrder(SortDirection.Descending);
        all.Single(run => run.State == JobRunState.Parked).ShouldSatisfyAllConditions(
            run => run.Id.ShouldBe(parked), run => run.Name.ShouldBe("SendInvitation"), run => run.Attempt.ShouldBe(8), run => run.Error.ShouldBe("No route to the mail server"), run => run.CanRetry.ShouldBeTrue());
        all.ShouldAllBe(run => !run.ToString().Contains("a secret", StringComparison.Ordinal));
        (await ListAsync(JobRunState.Failed, null)).ShouldHaveSingleItem().CanRetry.ShouldBeTrue();
        (await ListAsync(JobRunState.Parked, null)).ShouldHaveSingleItem().Id.ShouldBe(parked);
        (await ListAsync(null, "check")).Count.ShouldBe(5);
        (await ListAsync(JobRunState.Succeeded, "check")).Count.ShouldBe(4);
        (await ListAsync(null, "SendInvitation")).ShouldHaveSingleItem();
        (await ListAsync(JobRunState.Running, null)).ShouldBeEmpty();
        (await _node.SendAsync(new ShowRun(parked), Node.Owner)).State.ShouldBe(JobRunState.Parked);
    }

    [Fact]
    public async Task A_cursor_of_something_else_and_a_limit_too_great_are_refused()
    {
        (await Should.ThrowAsync<RefusedException>(() => ListAsync(null, null, "nonsense", 10))).Field.ShouldBe("cursor");
        (await Should.ThrowAsync<ValidationException>(() => ListAsync(null, null, null, 201))).Errors.ShouldHaveSingleItem();
        (await Should.ThrowAsync<ValidationException>(() => ListAsync(null, null, null, 0))).Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Parked_work_is_put_back_and_goes_out()
    {
        var id = await AddOutboxAsync("Letter", TimeSpan.FromHours(1), parked: true, payload: """{"text":"Добрый день"}""");

        await _node.SendAsync(new RetryRun(id), Node.Owner);

        await Eventually.BeAsync(() => _node.AskAsync<long>("select count(*) from outbox"), left => left == 0);
        (await Should.ThrowAsync<RefusedException>(() => _node.SendAsync(new RetryRun(id), Node.Owner))).Refusal.ShouldBe(JobRefusals.RunNotFound);
    }

    [Fact]
    public async Task A_job_shows_its_last_run_and_the_twelve_before()
    {
        for (var minutes = 20; minutes > 0; minutes--) await AddRunAsync("sweep", TimeSpan.FromMinutes(minutes), minutes == 1 ? "failed" : "succeeded", milliseconds: minutes * 100);

        var jobs = (await _node.SendAsync(new ListSchedules(), Node.Owner)).Items;

        jobs.Select(job => job.Name).ShouldBe(["check", "sweep"]);
        jobs[0].ShouldSatisfyAllConditions(job => job.Last.ShouldBeNull(), job => job.Recent.ShouldBeEmpty(), job => job.Running.ShouldBeFalse(), job => job.Paused.ShouldBeFalse(), job => job.NextRunAt.ShouldNotBeNull());
        jobs[1].Last.ShouldNotBeNull().State.ShouldBe(JobRunState.Failed);
        jobs[1].Recent.Select(run => run.DurationMs).ShouldBe(Enumerable.Range(1, 12).Reverse().Select(minutes => minutes * 100L));
    }

    [Fact]
    public async Task The_summary_counts_a_day_in_half_hours()
    {
        var now = DateTimeOffset.UtcNow;
        var insideOneHalfHour = TimeSpan.FromTicks(now.Ticks % TimeSpan.FromMinutes(30).Ticks) + TimeSpan.FromMinutes(10);
        foreach (var milliseconds in new[] { 100, 200, 300, 400, 1000 }) await AddRunAsync("sweep", insideOneHalfHour, "succeeded", milliseconds);
        await AddRunAsync("sweep", TimeSpan.FromHours(2), "failed", 50);
        await AddRunAsync("sweep", TimeSpan.FromHours(25), "succeeded");
        await AddOutboxAsync("SendInvitation", TimeSpan.FromHours(3), parked: true);
        await AddOutboxAsync("SendInvitation", TimeSpan.FromSeconds(90), parked: false);

        var summary = await _node.SendAsync(new SummarizeJobs(), Node.Owner);

        summary.ShouldSatisfyAllConditions(
            () => summary.Succeeded.ShouldBe(5), () => summary.Failed.ShouldBe(1), () => summary.Running.ShouldBe(0), () => summary.Queued.ShouldBe(0), () => summary.Parked.ShouldBe(1),
            () => summary.Nodes.ShouldBe(1), () => summary.OutboxDelaySeconds.ShouldBeInRange(90, 100), () => summary.Buckets.Count.ShouldBe(48));
        summary.Buckets.Select(bucket => bucket.At).ShouldBeInOrder();
        summary.Buckets.ShouldAllBe(bucket => bucket.At.Minute % 30 == 0 && bucket.At.Second == 0);
        summary.Buckets.Sum(bucket => bucket.Succeeded).ShouldBe(5);
        summary.Buckets.Sum(bucket => bucket.Failed).ShouldBe(1);
        summary.Buckets.Single(bucket => bucket.Succeeded > 0).ShouldSatisfyAllConditions(bucket => bucket.MedianMs.ShouldBe(300), bucket => bucket.P95Ms.ShouldBe(880));
    }

    [Fact]
    public async Task An_error_is_kept_to_eight_kilobytes_of_text_that_the_database_can_hold()
    {
        await _node.DisposeAsync();
        var failing = Script.Rarely("failing");
        failing.Do = (_, _) => throw new JobFindingException("Ошибка\0 \ud800 " + new string('я', 10_000));
        _node = await Node.StartAsync(_database.ConnectionString, failing);
        await Eventually.BeAsync(() => _node.SendAsync(new CheckReadiness()), readiness => readiness.Ready);

        var id = (await _node.SendAsync(new RunJob("failing"), Node.Owner)).Id;

        await Eventually.BeAsync(() => _node.AskAsync<string>("select state from job_runs"), state => state == "failed");
        (await _node.AskAsync<int>("select octet_length(error) from job_runs")).ShouldBeInRange(8000, 8192);
        (await _node.SendAsync(new ShowRun(id), Node.Owner)).Error.ShouldNotBeNull().ShouldStartWith("Ошибка \ufffd яяя");
    }

    [Fact]
    public async Task Work_that_has_been_due_for_more_than_a_minute_makes_a_node_not_ready_and_work_that_waits_for_a_later_try_does_not()
    {
        // Somebody else holds the row, so that the loop cannot take it.
        await using var holder = new Npgsql.NpgsqlConnection(_database.ConnectionString);
        await holder.OpenAsync(_ct);
        await AddOutboxAsync("Letter", TimeSpan.FromMinutes(10), parked: false, payload: """{"text":"later"}""", dueIn: TimeSpan.FromMinutes(5));
        (await _node.SendAsync(new CheckReadiness())).Ready.ShouldBeTrue();

        await using (var transaction = await holder.BeginTransactionAsync(_ct))
        {
            await using var hold = new Npgsql.NpgsqlCommand("select from outbox for update", holder);
            await hold.ExecuteNonQueryAsync(_ct);
            _node.Time.Pass(TimeSpan.FromMinutes(7));
            (await _node.SendAsync(new CheckReadiness())).ShouldSatisfyAllConditions(
                readiness => readiness.Ready.ShouldBeFalse(), readiness => readiness.Outbox.Ok.ShouldBeFalse(), readiness => readiness.Database.Ok.ShouldBeTrue(), readiness => readiness.Jobs.Ok.ShouldBeTrue());
        }
    }

    private async Task<IReadOnlyList<RunView>> ListAsync(JobRunState? state, string? name) => (await ListAsync(state, name, null, 50)).Items;

    private Task<Page<RunView>> ListAsync(JobRunState? state, string? name, string? cursor, int limit) => _node.SendAsync(new ListRuns(state, name, cursor, limit), Node.Owner);

    private Task AddRunAsync(string name, TimeSpan ago, string state, int milliseconds = 100)
    {
        var at = DateTimeOffset.UtcNow - ago;
        return _node.SqlAsync($"""
            insert into job_runs (organization_id, id, name, state, attempt, queued_at, started_at, finished_at, error)
            values ('{Node.OrganizationId}', '{Guid.CreateVersion7(at)}', '{name}', '{state}', 1, '{at:O}', '{at:O}', '{at:O}'::timestamptz + interval '{milliseconds} milliseconds', {(state == "failed" ? "'No.'" : "null")})
            """);
    }

    private async Task<Guid> AddOutboxAsync(string kind, TimeSpan ago, bool parked, string payload = "{}", TimeSpan? dueIn = null)
    {
        var at = DateTimeOffset.UtcNow - ago;
        var id = Guid.CreateVersion7(at);
        await _node.SqlAsync($"""
            insert into outbox (organization_id, id, kind, lane, sequence, payload, created_at, next_attempt_at, attempts, error, parked_at)
            values ('{Node.OrganizationId}', '{id}', '{kind}', '{id}', 1, '{payload}', '{at:O}', '{DateTimeOffset.UtcNow + (dueIn ?? TimeSpan.FromHours(1)):O}', {(parked ? 8 : 1)},
                    {(parked ? "'No route to the mail server'" : "null")}, {(parked ? "now()" : "null")})
            """);
        return id;
    }
}
