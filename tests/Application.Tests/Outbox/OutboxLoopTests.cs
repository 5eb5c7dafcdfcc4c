using System.Collections.Concurrent;
using ClientChats.Application.Kernel;
using ClientChats.Application.Tests.Jobs;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Outbox;
using ClientChats.Tests.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Application.Tests.Outbox;

public sealed class OutboxLoopTests(JobsCluster cluster) : IAsyncLifetime
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private TestDatabase _database = null!;
    private Node _node = null!;

    private Deliveries Deliveries => _node.Services.GetRequiredService<Deliveries>();

    public async ValueTask InitializeAsync()
    {
        _database = await cluster.CloneAsync(_ct);
        _node = await Node.StartAsync(_database.ConnectionString);
        await _node.SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Work_is_done_as_soon_as_it_is_committed()
    {
        await AddAsync("lane", new Letter("Добрый день"));

        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 1, seconds: 2);
        await Eventually.BeAsync(LeftAsync, left => left == 0);
    }

    [Fact]
    public async Task Work_of_one_lane_is_done_in_the_order_in_which_it_was_added()
    {
        Deliveries.OnTheWay = (_, ct) => Task.Delay(Random.Shared.Next(5), ct);

        await AddAsync([.. from number in Enumerable.Range(1, 20) from lane in new[] { "a", "b", "c" } select (lane, (object)new Letter($"{lane}{number}"))]);

        await Eventually.BeAsync(LeftAsync, left => left == 0);
        foreach (var lane in new[] { "a", "b", "c" })
            Deliveries.Done.Where(text => text.StartsWith(lane, StringComparison.Ordinal)).ShouldBe(Enumerable.Range(1, 20).Select(number => $"{lane}{number}"));
    }

    [Fact]
    public async Task Work_that_fails_holds_up_its_own_lane_and_no_other()
    {
        Deliveries.OnTheWay = (text, _) => text == "broken" ? throw new InvalidOperationException("No such street.") : Task.CompletedTask;

        await AddAsync(("bad", new Letter("broken")), ("bad", new Letter("behind it")), ("good", new Letter("first")), ("good", new Letter("second")));

        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 2);
        Deliveries.Done.ShouldBe(["first", "second"]);

        Deliveries.OnTheWay = (_, _) => Task.CompletedTask;
        await TimePassesAsync(TimeSpan.FromSeconds(3));
        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 4);
        Deliveries.Done.Skip(2).ShouldBe(["broken", "behind it"]);
    }

    [Fact]
    public async Task Work_that_is_slow_holds_up_its_own_lane_and_no_other()
    {
        var go = new TaskCompletionSource();
        Deliveries.OnTheWay = (text, ct) => text == "slow" ? go.Task.WaitAsync(ct) : Task.CompletedTask;

        await AddAsync(("slow", new Letter("slow")), ("slow", new Letter("behind it")), ("quick", new Letter("first")));
        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 1);
        await AddAsync("quick", new Letter("second"));

        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 2, seconds: 2);
        Deliveries.Done.ShouldBe(["first", "second"]);
        go.SetResult();
        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 4);
    }

    [Fact]
    public async Task Work_that_waits_behind_failing_work_costs_the_database_nothing()
    {
        Deliveries.OnTheWay = (_, _) => throw new InvalidOperationException("No such street.");
        await AddAsync(("bad", new Letter("broken")), ("bad", new Letter("behind it")));
        for (var tried = 1; tried < 5; tried++)
        {
            var at = tried;
            await Eventually.BeAsync(() => Deliveries.Begun.Count, begun => begun == at);
            await Eventually.BeAsync(() => _node.AskAsync<long>("select count(*) from outbox where leased_until is not null"), held => held == 0);
            await TimePassesAsync(TimeSpan.FromSeconds(40));
        }

        await Task.Delay(500, _ct);
        var before = await _node.AskAsync<long>("select xact_commit from pg_stat_database where datname = current_database()");
        await Task.Delay(3000, _ct);
        var after = await _node.AskAsync<long>("select xact_commit from pg_stat_database where datname = current_database()");

        (after - before).ShouldBeLessThan(60, "A loop that does not sleep asks twenty times a second and more.");
    }

    [Fact]
    public async Task The_pauses_between_tries_grow_and_after_the_eighth_the_work_is_parked_and_given_up_once()
    {
        Deliveries.OnTheWay = (text, _) => text == "broken" ? throw new InvalidOperationException("No such street.") : Task.CompletedTask;
        await AddAsync(("lane", new Letter("broken")), ("lane", new Letter("behind it")));
        var pauses = new List<double>();
        for (var tried = 1; tried < OutboxLoop.MostAttempts; tried++)
        {
            var at = tried;
            await Eventually.BeAsync(() => _node.AskAsync<int>("select attempts from outbox where error is not null and leased_until is null"), attempts => attempts == at);
            pauses.Add(Math.Round(((await _node.AskAsync<DateTime>("select next_attempt_at from outbox where error is not null")) - _node.Time.GetUtcNow().UtcDateTime).TotalSeconds));
            Deliveries.GivenUp.ShouldBeEmpty();
            await TimePassesAsync(TimeSpan.FromSeconds(pauses[^1] + 1));
        }

        pauses.ShouldBe([2, 4, 8, 16, 32, 64, 128], tolerance: 1);
        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 1);
        Deliveries.Done.ShouldBe(["behind it"]);
        Deliveries.GivenUp.ShouldHaveSingleItem().ShouldBe(("broken", "No such street."));
        Deliveries.Begun.Count(text => text == "broken").ShouldBe(8);
        (await _node.AskAsync<string>("select error from outbox where parked_at is not null")).ShouldBe("No such street.");
        await Eventually.BeAsync(() => _node.Heard.JobsChanged, told => told.Contains(nameof(Letter)));

        await TimePassesAsync(TimeSpan.FromDays(1));
        await Task.Delay(300, _ct);
        Deliveries.Begun.Count(text => text == "broken").ShouldBe(8);
        Deliveries.GivenUp.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Work_without_hope_is_parked_at_the_first_try()
    {
        Deliveries.OnTheWay = (_, _) => throw new HopelessWorkException("There is no mail server.");

        await AddAsync("lane", new Letter("broken"));

        await Eventually.BeAsync(() => _node.AskAsync<int>("select attempts from outbox where parked_at is not null"), attempts => attempts == 1);
        Deliveries.GivenUp.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Work_that_this_version_does_not_know_is_tried_again_and_parked_and_blocks_nobody()
    {
        await SqlAddAsync("Telegram", "lane", "{}", attempts: OutboxLoop.MostAttempts - 1);
        await AddAsync("other", new Letter("goes on"));

        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 1);
        await Eventually.BeAsync(() => _node.AskAsync<string>("select error from outbox where parked_at is not null"), error => error == "This version of the app does not know how to do Telegram.");
    }

    [Fact]
    public async Task Work_that_kills_its_node_every_time_is_parked_in_the_end()
    {
        await SqlAddAsync(nameof(Letter), "lane", """{"text":"deadly"}""", attempts: OutboxLoop.MostAttempts);

        await Eventually.BeAsync(() => _node.AskAsync<string>("select error from outbox where parked_at is not null"), error => error == "It was begun 8 times and never came to an end.");
        Deliveries.Begun.ShouldBeEmpty();
        Deliveries.GivenUp.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Work_of_a_dead_worker_is_free_again_when_its_lease_is_over_and_not_before()
    {
        await SqlAddAsync(nameof(Letter), "lane", """{"text":"left behind"}""", attempts: 1, lease: OutboxLoop.Lease);
        await Task.Delay(300, _ct);
        Deliveries.Begun.ShouldBeEmpty();

        await TimePassesAsync(OutboxLoop.Lease + TimeSpan.FromSeconds(1));

        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 1);
        OutboxLoop.Lease.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Work_that_is_stopped_with_the_app_is_done_at_the_next_start_as_if_it_had_not_begun()
    {
        Deliveries.OnTheWay = (_, ct) => Task.Delay(Timeout.Infinite, ct);
        await AddAsync("lane", new Letter("unfinished"));
        await Eventually.BeAsync(() => Deliveries.Begun.Count, begun => begun == 1);

        await _node.DisposeAsync();
        _node = await Node.StartAsync(_database.ConnectionString);

        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 1, seconds: 5);
    }

    [Fact]
    public async Task Work_is_done_at_least_once_when_its_end_could_not_be_written_down()
    {
        await _node.SqlAsync("create sequence deletions");
        await _node.SqlAsync("""
            create function fail_once() returns trigger language plpgsql as $$
            begin
                if nextval('deletions') = 1 then raise exception 'not now'; end if;
                return old;
            end $$
            """);
        await _node.SqlAsync("create trigger fail_once before delete on outbox for each row execute function fail_once()");

        await AddAsync("lane", new Letter("twice"));

        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 1);
        await TimePassesAsync(TimeSpan.FromSeconds(5));
        await Eventually.BeAsync(() => Deliveries.Done.Count, done => done == 2);
    }

    [Fact]
    public async Task Two_nodes_share_the_work_and_keep_the_order_of_lanes()
    {
        await using var other = await Node.StartAsync(_database.ConnectionString);
        var done = new ConcurrentQueue<string>();
        Deliveries.OnTheWay = other.Services.GetRequiredService<Deliveries>().OnTheWay = async (text, ct) =>
        {
            await Task.Delay(Random.Shared.Next(10), ct);
            done.Enqueue(text);
        };

        await AddAsync([.. from number in Enumerable.Range(1, 10) from lane in Enumerable.Range(1, 10) select ($"{lane}", (object)new Letter($"{lane}:{number}"))]);
        other.Services.GetRequiredService<OutboxLoop>().Wake();

        await Eventually.BeAsync(LeftAsync, left => left == 0);
        done.Count.ShouldBe(100);
        foreach (var lane in Enumerable.Range(1, 10))
            done.Where(text => text.StartsWith($"{lane}:", StringComparison.Ordinal)).ShouldBe(Enumerable.Range(1, 10).Select(number => $"{lane}:{number}"));
    }

    [Fact]
    public async Task A_secret_is_kept_encrypted_and_read_again()
    {
        Deliveries.OnTheWay = (text, _) => text == "token-123" ? throw new InvalidOperationException("Later.") : Task.CompletedTask;

        await AddAsync("lane", new SecretLetter("token-123"));

        await Eventually.BeAsync(() => Deliveries.Begun.Count, begun => begun == 1);
        Deliveries.Begun.ShouldBe(["token-123"]);
        (await _node.AskAsync<string>("select payload from outbox")).ShouldNotBeNull().ShouldNotContain("token-123");
    }

    private Task AddAsync(string lane, object work) => AddAsync((lane, work));

    /// <summary>Adds work as a command does: in one transaction, and tells of it after the commit.</summary>
    private async Task AddAsync(params (string Lane, object Work)[] all)
    {
        await using var scope = _node.Services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<IOutbox>();
        foreach (var (lane, work) in all)
        {
            if (work is Letter letter) outbox.Add(Node.OrganizationId, letter, lane);
            else outbox.Add(Node.OrganizationId, (SecretLetter)work, lane);
        }

        await scope.ServiceProvider.GetRequiredService<ClientChatsDb>().SaveChangesAsync(_ct);
        await scope.ServiceProvider.GetRequiredService<INoticeBoard>().PostAsync(scope.ServiceProvider.GetRequiredService<ILiveNotices>().Take());
    }

    private async Task SqlAddAsync(string kind, string lane, string payload, int attempts, TimeSpan? lease = null)
    {
        var leased = lease is null ? "null" : $"now() + interval '{lease.Value.TotalSeconds} seconds'";
        await _node.SqlAsync($"""
            insert into outbox (organization_id, id, kind, lane, sequence, payload, created_at, next_attempt_at, leased_until, attempts)
            values ('{Node.OrganizationId}', '{Guid.CreateVersion7()}', '{kind}', '{lane}', 1, '{payload}', now(), now(), {leased}, {attempts})
            """);
        _node.Services.GetRequiredService<OutboxLoop>().Wake();
    }

    private Task TimePassesAsync(TimeSpan time)
    {
        _node.Time.Pass(time);
        _node.Services.GetRequiredService<OutboxLoop>().Wake();
        return Task.CompletedTask;
    }

    private async Task<long> LeftAsync() => await _node.AskAsync<long>("select count(*) from outbox");
}
