using System.Diagnostics;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure;
using ClientChats.Tests;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ClientChats.Api.Tests.Jobs;

public sealed class KilledRunTests(TestPostgres postgres) : IDisposable
{
    /// <summary>Longer than it may take, so that a busy machine does not fail the test.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly string _dataPath = Directory.CreateTempSubdirectory("clientchats-killed-").FullName;

    public void Dispose() => Directory.Delete(_dataPath, recursive: true);

    [Fact]
    public async Task A_job_that_was_running_when_the_app_was_killed_is_recorded_as_failed_and_runs_again_at_the_next_start()
    {
        await using var database = await postgres.CloneAsync();
        await using var sql = NpgsqlDataSource.Create(database.ConnectionString);
        var session = await FoundAsync(database.ConnectionString, sql);
        await using var holder = await sql.OpenConnectionAsync(_ct);
        string died;
        await using (await holder.BeginTransactionAsync(_ct))
        {
            // The job waits for this lock when the app is killed.
            await using var hold = new NpgsqlCommand("lock table password_resets in access exclusive mode", holder);
            await hold.ExecuteNonQueryAsync(_ct);
            await using var app = await AppProcess.StartAsync(database.ConnectionString, _dataPath);
            using var nikolai = new Browser(app.Address) { Session = session };
            died = (await nikolai.PostAsync("/jobs/sweepSessions/run")).Expect(202)["id"].Text;
            await UntilAsync(async () => (await nikolai.GetAsync($"/jobs/{died}"))["state"].Text == "running");

            await app.KillAsync();
        }

        await using var next = await AppProcess.StartAsync(database.ConnectionString, _dataPath);
        using var later = new Browser(next.Address) { Session = session };

        await UntilAsync(async () => (await later.GetAsync($"/jobs/{died}"))["state"].Text == "failed");
        (await later.GetAsync($"/jobs/{died}"))["error"].Text.ShouldBe("The node that ran it stopped without a word.");
        await UntilAsync(async () => (await later.GetAsync("/jobs?name=sweepSessions&state=succeeded")).Items is [var again] && again["attempt"].Number == 2);
        (await later.GetAsync("/jobs?name=sweepSessions")).Items.Count.ShouldBe(2);
    }

    /// <summary>An organization whose owner is signed in, in any app that this database has.</summary>
    private static async Task<string> FoundAsync(string database, NpgsqlDataSource sql)
    {
        var services = new ServiceCollection().AddInfrastructure(database);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        await using var provider = services.BuildServiceProvider();
        var (organization, owner) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var secret = provider.GetRequiredService<ISecrets>().Make(SecretKind.Session, organization);
        await using var command = sql.CreateCommand($"""
            insert into organizations (id, name, locale, time_zone, country, invitation_lifetime_days, responsibility, oversee_client_directs, version, created_at)
            values ('{organization}', 'Студия «Контур»', 'ru', 'Europe/Moscow', 'RU', 7, 'contact', false, 1, now());
            insert into members (organization_id, id, email, email_key, first_name, last_name, role, status, is_supervisor, is_quality_control, receives_new_clients, locale, time_zone, access_version, created_at)
            values ('{organization}', '{owner}', 'zuev@kontur.example', 'zuev@kontur.example', 'Николай', 'Зуев', 'owner', 'active', false, false, false, 'ru', 'Europe/Moscow', 1, now());
            insert into sessions (organization_id, id, member_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
            values ('{organization}', gen_random_uuid(), '{owner}', '\x{Convert.ToHexString(secret.Hash)}', '', now(), now(), now() + interval '1 day');
            """);
        await command.ExecuteNonQueryAsync();
        return secret.Text;
    }

    private async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var clock = Stopwatch.StartNew(); !await holds(); await Task.Delay(100, _ct)) clock.Elapsed.ShouldBeLessThan(Patience);
    }
}
