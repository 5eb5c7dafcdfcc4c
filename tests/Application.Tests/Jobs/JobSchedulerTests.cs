using ClientChats.Application.Jobs;
using ClientChats.Domain.Jobs;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Tests.Postgres;

namespace ClientChats.Application.Tests.Jobs;

public sealed class JobSchedulerTests(JobsCluster cluster) : IAsyncLifetime
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await cluster.CloneAsync(_ct);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_job_that_is_run_by_hand_runs_at_once_and_its_result_is_recorded()
    {
        var counting = Script.Rarely("counting");
        counting.Do = (_, _) => Task.FromResult<string?>("42");
        await using var node = await StartAsync(counting);

        var queued = await RunAsync(node, "counting");

        queued.ShouldSatisfyAllConditions(run => run.State.ShouldBe(JobRunState.Queued), run => run.Attempt.ShouldBe(0), run => run.CanRetry.ShouldBeFalse());
        var run = await EndOfAsync(node, queued.Id);
        run.ShouldSatisfyAllConditions(
            () => run.State.ShouldBe(JobRunState.Succeeded), () => run.Result.ShouldBe("42"), () => run.Attempt.ShouldBe(1), () => run.Error.ShouldBeNull(),
            () => run.StartedAt.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(run.QueuedAt), () => run.DurationMs.ShouldNotBeNull(), () => run.CanRetry.ShouldBeFalse());
    }

    [Fact]
    public async Task A_job_runs_by_its_schedule()
    {
        await using var node = await StartAsync(Script.EverySecond("ticking"));

        await Eventually.BeAsync(() => CountAsync(node, "state = 'succeeded'"), runs => runs >= 2);
    }

    [Fact]
    public async Task Nothing_runs_before_the_installation_is_set_up()
    {
        var ticking = Script.EverySecond("ticking");
        await using var node = await Node.StartAsync(_database.ConnectionString, ticking);
        await ReadyAsync(node);

        await Task.Delay(2500, _ct);

        ticking.Runs.ShouldBe(0);
        (await CountAsync(node, "true")).ShouldBe(0);
        await node.SetUpAsync();
        await Eventually.BeAsync(() => ticking.Runs, runs => runs > 0);
    }

    [Fact]
    public async Task A_failing_job_shows_its_error_is_tried_again_and_fails_for_good_after_the_third_try()
    {
        var failing = Script.Rarely("failing");
        failing.Do = (run, _) => throw new InvalidOperationException($"The printer burns, try {run}.\nReally.");
        await using var node = await StartAsync(failing);

        var id = (await RunAsync(node, "failing")).Id;
        await Eventually.BeAsync(() => ShowAsync(node, id), run => run is { State: JobRunState.Queued, Attempt: 1 });

        var waiting = await ShowAsync(node, id);
        waiting.Error.ShouldNotBeNull().ShouldStartWith("The printer burns, try 1.\n");
        waiting.Error.ShouldContain(nameof(A_failing_job_shows_its_error_is_tried_again_and_fails_for_good_after_the_third_try), customMessage: "The stack is there for the operator.");
        waiting.CanRetry.ShouldBeTrue();
        var again = (await node.SendAsync(new ListSchedules(), Node.Owner)).Items.ShouldHaveSingleItem();
        (again.NextRunAt.ShouldNotBeNull() - DateTimeOffset.UtcNow).TotalSeconds.ShouldBeInRange(5, 10.5);

        await node.SendAsync(new RetryRun(id), Node.Owner);
        await Eventually.BeAsync(() => ShowAsync(node, id), run => run is { State: JobRunState.Queued, Attempt: 2 });
        (await RunAsync(node, "failing")).Id.ShouldBe(id, "Running it brings the waiting run forward.");

        var failed = await EndOfAsync(node, id);
        failed.ShouldSatisfyAllConditions(
            () => failed.State.ShouldBe(JobRunState.Failed), () => failed.Attempt.ShouldBe(3), () => failed.Error.ShouldNotBeNull().ShouldStartWith("The printer burns, try 3."), () => failed.CanRetry.ShouldBeTrue());
        (await node.SendAsync(new ListRuns(JobRunState.Failed, null, null, 10), Node.Owner)).Items.ShouldHaveSingleItem().Error.ShouldBe("The printer burns, try 3.", "A list carries the first line.");

        failing.Do = (_, _) => Task.FromResult<string?>("mended");
        await node.SendAsync(new RetryRun(id), Node.Owner);
        (await EndOfAsync(node, id)).ShouldSatisfyAllConditions(run => run.State.ShouldBe(JobRunState.Succeeded), run => run.Attempt.ShouldBe(1), run => run.Error.ShouldBeNull());
    }

    [Fact]
    public async Task A_finding_fails_the_run_at_once()
    {
        var finding = Script.Rarely("finding");
        finding.Do = (_, _) => throw new JobFindingException("3 of 1000 differ.");
        await using var node = await StartAsync(finding);

        var run = await EndOfAsync(node, (await RunAsync(node, "finding")).Id);

        run.ShouldSatisfyAllConditions(() => run.State.ShouldBe(JobRunState.Failed), () => run.Attempt.ShouldBe(1), () => run.Error.ShouldNotBeNull().ShouldStartWith("3 of 1000 differ."));
    }

    [Fact]
    public async Task A_paused_job_holds_its_schedule_across_a_restart_and_still_runs_by_hand()
    {
        var ticking = Script.EverySecond("ticking");
        await using (var node = await StartAsync(ticking))
        {
            await Eventually.BeAsync(() => ticking.Runs, runs => runs > 0);
            await node.SendAsync(new PauseJob("ticking"), Node.Owner);
            await node.SendAsync(new PauseJob("ticking"), Node.Owner);
            (await node.SendAsync(new ListSchedules(), Node.Owner)).Items.ShouldHaveSingleItem().ShouldSatisfyAllConditions(job => job.Paused.ShouldBeTrue(), job => job.NextRunAt.ShouldBeNull());
        }

        var later = Script.EverySecond("ticking");
        await using (var node = await Node.StartAsync(_database.ConnectionString, later))
        {
            await ReadyAsync(node);
            await Task.Delay(2500, _ct);
            later.Runs.ShouldBe(0);
            (await EndOfAsync(node, (await RunAsync(node, "ticking")).Id)).State.ShouldBe(JobRunState.Succeeded);
            await Task.Delay(1500, _ct);
            later.Runs.ShouldBe(1);

            await node.SendAsync(new ResumeJob("ticking"), Node.Owner);
            await Eventually.BeAsync(() => later.Runs, runs => runs >= 3);
        }
    }

    [Fact]
    public async Task A_job_runs_on_one_of_two_nodes_at_a_time()
    {
        var (running, most, runs) = (0, 0, 0);
        var (first, second) = (Script.EverySecond("alone"), Script.EverySecond("alone"));
        first.Do = second.Do = async (_, ct) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(1200, ct);
            Interlocked.Decrement(ref running);
            Interlocked.Increment(ref runs);
            return null;
        };
        await using var one = await StartAsync(first);
        await using var other = await Node.StartAsync(_database.ConnectionString, second);
        await ReadyAsync(other);

        await Eventually.BeAsync(() => runs, done => done >= 4);

        most.ShouldBe(1);
        (await one.SendAsync(new SummarizeJobs(), Node.Owner)).Nodes.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_is_stopped_with_the_app_is_run_at_the_next_start()
    {
        var slow = Script.Rarely("slow");
        slow.Do = async (_, ct) =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return null;
        };
        Guid id;
        await using (var node = await StartAsync(slow))
        {
            id = (await RunAsync(node, "slow")).Id;
            await Eventually.BeAsync(() => slow.Runs, runs => runs == 1);
        }

        await using var next = await Node.StartAsync(_database.ConnectionString, Script.Rarely("slow"));
        (await next.AskAsync<long>("select count(*) from jobs.qrtz_scheduler_state")).ShouldBeLessThanOrEqualTo(1, "The node that stopped has signed off.");

        var run = await EndOfAsync(next, id);
        run.ShouldSatisfyAllConditions(() => run.State.ShouldBe(JobRunState.Succeeded), () => run.Attempt.ShouldBe(1));
    }

    [Fact]
    public async Task A_run_whose_node_is_gone_fails_with_a_reason_and_the_job_can_run_again()
    {
        await using var node = await StartAsync(Script.Rarely("lost"));
        var id = Guid.CreateVersion7();
        await node.SqlAsync($"insert into job_runs (organization_id, id, name, state, attempt, queued_at, started_at, node) values ('{Node.OrganizationId}', '{id}', 'lost', 'running', 1, now(), now() - interval '31 seconds', 'a node of before')");
        (await IsRefusedAsync(node, new RunJob("lost"))).ShouldBe(JobRefusals.AlreadyRunning);

        var run = await EndOfAsync(node, id);

        run.ShouldSatisfyAllConditions(() => run.State.ShouldBe(JobRunState.Failed), () => run.Error.ShouldBe("The node that ran it stopped without a word."), () => run.CanRetry.ShouldBeTrue());
        (await EndOfAsync(node, (await RunAsync(node, "lost")).Id)).State.ShouldBe(JobRunState.Succeeded);
    }

    [Fact]
    public async Task A_job_that_is_running_or_queued_is_not_run_a_second_time()
    {
        var go = new TaskCompletionSource();
        var busy = Script.Rarely("busy");
        busy.Do = async (_, ct) =>
        {
            await go.Task.WaitAsync(ct);
            return null;
        };
        await using var node = await StartAsync(busy);
        var id = (await RunAsync(node, "busy")).Id;

        (await IsRefusedAsync(node, new RunJob("busy"))).ShouldBe(JobRefusals.AlreadyRunning);
        await Eventually.BeAsync(() => ShowAsync(node, id), run => run.State == JobRunState.Running);
        (await IsRefusedAsync(node, new RunJob("busy"))).ShouldBe(JobRefusals.AlreadyRunning);
        (await IsRefusedAsync(node, new RetryRun(id))).ShouldBe(JobRefusals.CannotRetry);
        (await node.SendAsync(new ListSchedules(), Node.Owner)).Items.ShouldHaveSingleItem().Running.ShouldBeTrue();

        go.SetResult();
        (await EndOfAsync(node, id)).State.ShouldBe(JobRunState.Succeeded);
        (await IsRefusedAsync(node, new RetryRun(id))).ShouldBe(JobRefusals.CannotRetry);
    }

    [Fact]
    public async Task Of_many_who_run_a_job_at_once_one_does()
    {
        var go = new TaskCompletionSource();
        var busy = Script.Rarely("busy");
        busy.Do = async (_, ct) =>
        {
            await go.Task.WaitAsync(ct);
            return null;
        };
        await using var node = await StartAsync(busy);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                return (await RunAsync(node, "busy")).Id;
            }
            catch (RefusedException refused) when (refused.Refusal == JobRefusals.AlreadyRunning)
            {
                return Guid.Empty;
            }
        }));

        answers.Where(id => id != Guid.Empty).ShouldHaveSingleItem();
        go.SetResult();
        await Eventually.BeAsync(() => CountAsync(node, "state = 'succeeded'"), runs => runs == 1);
        busy.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_no_job_or_no_run_is_not_found()
    {
        await using var node = await StartAsync(Script.Rarely("known"));

        (await IsRefusedAsync(node, new RunJob("unknown"))).ShouldBe(JobRefusals.NotFound);
        (await IsRefusedAsync(node, new PauseJob("unknown"))).ShouldBe(JobRefusals.NotFound);
        (await IsRefusedAsync(node, new ResumeJob("unknown"))).ShouldBe(JobRefusals.NotFound);
        (await IsRefusedAsync(node, new RetryRun(Guid.CreateVersion7()))).ShouldBe(JobRefusals.RunNotFound);
        (await IsRefusedAsync(node, new ShowRun(Guid.CreateVersion7()))).ShouldBe(JobRefusals.RunNotFound);
    }

    [Fact]
    public async Task Only_administrators_of_this_organization_have_to_do_with_jobs()
    {
        await using var node = await StartAsync(Script.Rarely("known"));
        var employee = Node.Owner with { Role = Role.Employee, IsSupervisor = true };
        var guest = Node.Owner with { Role = Role.Guest };
        var foreigner = Node.Owner with { OrganizationId = Guid.CreateVersion7() };
        var id = (await RunAsync(node, "known")).Id;

        foreach (var who in new[] { employee, guest })
        {
            foreach (var refused in new[] { await IsRefusedAsync(node, new RunJob("known"), who), await IsRefusedAsync(node, new ListRuns(null, null, null, 10), who), await IsRefusedAsync(node, new ListSchedules(), who), await IsRefusedAsync(node, new SummarizeJobs(), who) })
                refused.Kind.ShouldBe(RefusalKind.Forbidden);
        }

        (await IsRefusedAsync(node, new PauseJob("known"), foreigner)).ShouldBe(JobRefusals.NotFound);
        (await IsRefusedAsync(node, new ShowRun(id), foreigner)).ShouldBe(JobRefusals.RunNotFound);
        (await node.SendAsync(new ListRuns(null, null, null, 10), foreigner)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_version_of_the_app_brings_new_schedules_and_forgets_old_jobs()
    {
        await using (var before = await StartAsync(Script.Rarely("kept"), Script.Rarely("dropped")))
            await Eventually.BeAsync(() => before.AskAsync<long>("select count(*) from jobs.qrtz_triggers"), triggers => triggers == 2);

        var kept = Script.EverySecond("kept");
        await using var after = await Node.StartAsync(_database.ConnectionString, kept);

        await Eventually.BeAsync(() => kept.Runs, runs => runs > 0);
        (await after.AskAsync<string>("select string_agg(job_name, ' ') from jobs.qrtz_job_details")).ShouldBe("kept");
    }

    [Fact]
    public async Task Administrators_are_told_of_a_job_at_its_start_and_end_but_not_more_than_once_a_second()
    {
        var ticking = Script.EverySecond("ticking");
        await using var node = await StartAsync(ticking);

        await Eventually.BeAsync(() => ticking.Runs, runs => runs >= 4);

        node.Heard.JobsChanged.ShouldAllBe(name => name == "ticking");
        node.Heard.JobsChanged.Count.ShouldBeInRange(3, 7);
        var told = node.Heard.JobsChanged.Count;
        await node.SendAsync(new PauseJob("ticking"), Node.Owner);
        await Eventually.BeAsync(() => node.Heard.JobsChanged.Count, count => count > told);
    }

    private async Task<Node> StartAsync(params Script[] jobs)
    {
        var node = await Node.StartAsync(_database.ConnectionString, jobs);
        await node.SetUpAsync();
        await ReadyAsync(node);
        return node;
    }

    private static Task ReadyAsync(Node node) => Eventually.BeAsync(() => node.SendAsync(new CheckReadiness()), readiness => readiness.Ready);

    private static Task<RunView> RunAsync(Node node, string name) => node.SendAsync(new RunJob(name), Node.Owner);

    private static Task<RunView> ShowAsync(Node node, Guid id) => node.SendAsync(new ShowRun(id), Node.Owner);

    private static Task<long> CountAsync(Node node, string which) => node.AskAsync<long>($"select count(*) from job_runs where {which}");

    private static async Task<RunView> EndOfAsync(Node node, Guid id)
    {
        await Eventually.BeAsync(() => ShowAsync(node, id), run => run.State is JobRunState.Succeeded or JobRunState.Failed, seconds: 25);
        return await ShowAsync(node, id);
    }

    private static async Task<Refusal> IsRefusedAsync<TResult>(Node node, MediatR.IRequest<TResult> request, Viewer? viewer = null) =>
        (await Should.ThrowAsync<RefusedException>(() => node.SendAsync(request, viewer ?? Node.Owner))).Refusal;
}
