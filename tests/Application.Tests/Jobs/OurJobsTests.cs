using ClientChats.Application.Invitations;
using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Jobs;
using ClientChats.Tests.Postgres;

namespace ClientChats.Application.Tests.Jobs;

public sealed class OurJobsTests(JobsCluster cluster) : IAsyncLifetime
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private TestDatabase _database = null!;
    private Node _node = null!;

    private static string Organization => $"'{Node.OrganizationId}'";
    private static string Owner => $"'{Node.Owner.MemberId}'";

    public async ValueTask InitializeAsync()
    {
        _database = await cluster.CloneAsync(_ct);
        _node = await Node.StartWithOurJobsAsync(_database.ConnectionString);
        await _node.SetUpAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Each_of_our_jobs_runs_and_says_what_it_has_done()
    {
        await ReadyAsync();
        var jobs = (await _node.SendAsync(new ListSchedules(), Node.Owner)).Items;
        jobs.Select(job => $"{job.Name} {job.Schedule}").ShouldBe(
            ["checkAccess 40 0 * * *", "expireInvitations PT10M", "recoverOutbox PT1M", "sweepDrafts 45 0 * * *", "sweepFiles PT1H", "sweepIdempotency PT1H", "sweepRuns 25 0 * * *", "sweepSessions 15 0 * * *"]);

        foreach (var job in jobs) await _node.SendAsync(new RunJob(job.Name), Node.Owner);

        await Eventually.BeAsync(() => _node.AskAsync<long>("select count(*) from job_runs where state = 'succeeded'"), runs => runs == jobs.Count);
        (await _node.AskAsync<string>("select string_agg(result, '; ' order by name) from job_runs")).ShouldBe("0; 0; freed=0 waiting=0 parked=0; 0; uploads=0 files=0 contents=0; 0; 0; 0");
    }

    [Fact]
    public async Task Invitations_whose_time_is_over_expire_and_the_others_stay()
    {
        await _node.SqlAsync($"""
            insert into invitations (organization_id, id, email, email_key, first_name, last_name, role, status, delivery, invited_by, created_at, expires_at)
            select {Organization}, gen_random_uuid(), n || '@example.com', n || '@example.com', 'Пётр', 'Сомов', 'guest', 'pending', 'sent', {Owner}, now() - interval '8 days',
                   now() + case when n <= 700 then interval '-1 minute' else interval '1 hour' end
              from generate_series(1, 710) n
            """);

        await RunAsync("expireInvitations");

        (await _node.AskAsync<long>("select count(*) from invitations where status = 'expired' and expires_at <= now()")).ShouldBe(700);
        (await _node.AskAsync<long>("select count(*) from invitations where status = 'pending' and expires_at > now()")).ShouldBe(10);
        (await _node.AskAsync<string>("select result from job_runs")).ShouldBe("700");
        (await _node.SendAsync(new ExpireInvitations())).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_crash_left_in_the_outbox_is_taken_up()
    {
        await _node.SqlAsync($"""
            insert into outbox (organization_id, id, kind, lane, sequence, payload, created_at, next_attempt_at, leased_until, attempts, parked_at)
            select {Organization}, gen_random_uuid(), 'Letter', n::text, 1, 'null', now(), now() + interval '1 hour',
                   case when n = 1 then now() - interval '1 second' when n = 2 then now() + interval '30 seconds' end, 1, case when n = 3 then now() end
              from generate_series(1, 4) n
            """);

        (await _node.SendAsync(new RecoverOutbox())).ShouldBe(new OutboxState(Freed: 1, Waiting: 3, Parked: 1));
        (await _node.AskAsync<long>("select count(*) from outbox where leased_until is not null")).ShouldBe(1);
        _node.Heard.All.ShouldContain(notice => notice is OutboxNotice);
    }

    [Fact]
    public async Task Answers_to_idempotency_keys_are_kept_for_a_day()
    {
        await _node.SqlAsync($"""
            insert into idempotency_records (organization_id, member_id, route, key, request_hash, created_at)
            select {Organization}, {Owner}, 'POST /chats', n::text, '', now() - case when n <= 2500 then interval '24 hours 1 minute' else interval '23 hours' end
              from generate_series(1, 2510) n
            """);

        await RunAsync("sweepIdempotency");

        (await _node.AskAsync<long>("select count(*) from idempotency_records")).ShouldBe(10);
        (await _node.AskAsync<string>("select result from job_runs")).ShouldBe("2500");
    }

    [Fact]
    public async Task Sessions_and_password_resets_are_forgotten_a_week_after_their_end()
    {
        await _node.SqlAsync($"""
            insert into sessions (organization_id, id, member_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
            select {Organization}, gen_random_uuid(), {Owner}, convert_to(what, 'UTF8'), what, now() - interval '40 days', seen, expires
              from (values ('in use', now(), now() + interval '20 days'),
                           ('idle for a week and more', now() - interval '8 days 1 minute', now() + interval '10 days'),
                           ('idle since yesterday', now() - interval '1 day', now() + interval '20 days'),
                           ('over for a week', now() - interval '7 days 1 minute', now() - interval '7 days 1 minute'),
                           ('over since yesterday', now() - interval '1 day', now() - interval '1 day')) s(what, seen, expires);
            insert into password_resets (organization_id, id, member_id, token_hash, created_at, expires_at)
            select {Organization}, gen_random_uuid(), {Owner}, convert_to(days::text, 'UTF8'), now() - interval '30 days', now() - interval '1 day' * days
              from generate_series(5, 9) days;
            """);

        (await _node.SendAsync(new SweepSessions())).ShouldBe(2 + 3);

        (await _node.AskAsync<string>("select string_agg(user_agent, ', ' order by user_agent) from sessions")).ShouldBe("idle since yesterday, in use, over since yesterday");
        (await _node.AskAsync<long>("select count(*) from password_resets")).ShouldBe(2);
    }

    [Fact]
    public async Task Runs_are_forgotten_after_thirty_days()
    {
        await _node.SqlAsync($"""
            insert into job_runs (organization_id, id, name, state, attempt, queued_at, started_at, finished_at)
            select {Organization}, gen_random_uuid(), 'recoverOutbox', case when n % 2 = 0 then 'failed' else 'succeeded' end, 1, at, at, at
              from generate_series(25, 35) n, lateral (select now() - interval '1 day' * n as at) t
            """);

        await RunAsync("sweepRuns");

        (await _node.AskAsync<long>("select count(*) from job_runs where name = 'recoverOutbox'")).ShouldBe(5);
    }

    [Fact]
    public async Task Wrong_access_rows_are_found_put_right_and_told_and_the_run_fails_with_their_number()
    {
        await ReadyAsync();
        await _node.SqlAsync($"""
            insert into members (organization_id, id, email, email_key, first_name, last_name, role, status, is_supervisor, is_quality_control, receives_new_clients, locale, time_zone, access_version, created_at)
            values ({Organization}, '0190a0b0-0000-7000-8000-000000000003', 'oleg@example.com', 'oleg@example.com', 'Олег', 'Рощин', 'employee', 'active', false, false, false, 'ru', 'Europe/Moscow', 1, now());
            insert into conversations (organization_id, id, kind, name, access_mode, is_public, is_client_chat, is_overseen, is_unlinked, client_count, last_number, last_revision, message_count, deleted_count, last_message_number,
                                       unlinked_number, unlinked_count, access_version, last_activity_at, created_at)
            select {Organization}, ('0190a0b0-0000-7000-8000-0000000001' || lpad(n::text, 2, '0'))::uuid, 'group', 'Чат ' || n, 'members', false, n = 3, n = 4, false, case when n = 5 then 7 else 0 end, 0, 0, 0, 0, 0, 0, 0, 1, now(), now()
              from generate_series(1, 6) n;
            insert into conversation_members (organization_id, conversation_id, member_id, history_floor, is_by_crm, added_at)
            select organization_id, id, {Owner}, 0, false, now() from conversations;
            insert into conversation_access (organization_id, member_id, conversation_id, by_membership, by_responsibility, history_floor, read_number, read_count, is_set_back)
            select organization_id, {Owner}, id, true, false, 0, 0, 0, false from conversations where name <> 'Чат 1';
            insert into conversation_access (organization_id, member_id, conversation_id, by_membership, by_responsibility, history_floor, read_number, read_count, is_set_back)
            select organization_id, '0190a0b0-0000-7000-8000-000000000003', id, true, false, 0, 0, 0, false from conversations where name = 'Чат 2';
            """);

        await _node.SendAsync(new RunJob("checkAccess"), Node.Owner);
        await Eventually.BeAsync(() => _node.AskAsync<string>("select state from job_runs"), state => state == "failed");

        var run = (await _node.SendAsync(new ListRuns(JobRunState.Failed, null, null, 10), Node.Owner)).Items.ShouldHaveSingleItem();
        run.Error.ShouldNotBeNull().ShouldStartWith("What is stored of who sees 5 of 6 conversations differed from the rules and was put right: ");
        (await _node.AskAsync<long>("select count(*) from conversation_access where member_id <> '0190a0b0-0000-7000-8000-000000000002'")).ShouldBe(0);
        (await _node.AskAsync<long>("select count(*) from conversation_access")).ShouldBe(6);
        (await _node.AskAsync<long>("select sum(client_count) from conversations")).ShouldBe(0);
        (await _node.AskAsync<string>("select string_agg(name, ', ') from conversations where is_overseen")).ShouldBe("Чат 3");
        (await _node.AskAsync<string>("select string_agg(distinct cause, ', ') from access_changes")).ShouldBe("checked");
        _node.Heard.All.OfType<AccessNotice>().ShouldHaveSingleItem().Changes.Count.ShouldBe(4);

        (await _node.SendAsync(new CheckAccess())).ShouldSatisfyAllConditions(found => found.Checked.ShouldBe(6), found => found.Repaired.ShouldBeEmpty());
    }

    private Task ReadyAsync() => Eventually.BeAsync(() => _node.SendAsync(new CheckReadiness()), readiness => readiness.Ready);

    private async Task RunAsync(string name)
    {
        await ReadyAsync();
        await _node.SendAsync(new RunJob(name), Node.Owner);
        await Eventually.BeAsync(() => _node.AskAsync<string>($"select state from job_runs where name = '{name}' order by queued_at desc limit 1"), state => state is "succeeded" or "failed");
        (await _node.AskAsync<string>($"select error from job_runs where name = '{name}' order by queued_at desc limit 1")).ShouldBeNull();
    }
}
