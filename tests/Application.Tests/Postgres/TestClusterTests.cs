using System.Diagnostics;
using ClientChats.Infrastructure.Postgres;
using ClientChats.Tests.Postgres;
using Npgsql;

namespace ClientChats.Application.Tests.Postgres;

public sealed class TestClusterTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Each_clone_starts_from_the_template_and_knows_nothing_of_the_others()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(_temporary["postgres"]) { Unsafe = true }, static _ => { }, _ct);
        await using (var cluster = await TestCluster.StartOnAsync(postgres.ConnectionString, MigrateAsync, _ct))
        {
            await using var first = await cluster.CloneAsync(_ct);
            await RunAsync(first.ConnectionString, "INSERT INTO people VALUES ('Anna')");
            await using var second = await cluster.CloneAsync(_ct);

            (await CountAsync(first.ConnectionString, "people")).ShouldBe(2);
            (await CountAsync(second.ConnectionString, "people")).ShouldBe(1);
            (await CountAsync(postgres.ConnectionString, "pg_database WHERE datname LIKE 'cc_test_%'")).ShouldBe(3);
        }

        (await CountAsync(postgres.ConnectionString, "pg_database WHERE datname LIKE 'cc_test_%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_turn_ends_with_the_process_that_was_killed_in_it()
    {
        var path = _temporary["turn"];
        using var holder = Process.Start(new ProcessStartInfo("flock", ["--no-fork", path, "sh", "-c", "echo taken; exec sleep 60"]) { RedirectStandardOutput = true })!;
        (await holder.StandardOutput.ReadLineAsync(_ct)).ShouldBe("taken");
        await Should.ThrowAsync<IOException>(() => TestTurn.TakeAsync(path, TimeSpan.Zero));

        holder.Kill();

        await using var turn = await TestTurn.TakeAsync(path, TimeSpan.FromSeconds(5));
        await Should.ThrowAsync<IOException>(() => TestTurn.TakeAsync(path, TimeSpan.Zero));
    }

    private async Task MigrateAsync(string template, CancellationToken ct)
    {
        var staysOpen = new NpgsqlConnection(template);
        await staysOpen.OpenAsync(ct);
        await using var command = new NpgsqlCommand("CREATE TABLE people (name text); INSERT INTO people VALUES ('Boris')", staysOpen);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(_ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(_ct);
    }

    private async Task<long> CountAsync(string database, string what)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(_ct);
        await using var command = new NpgsqlCommand($"SELECT count(*) FROM {what}", connection);
        return (long)(await command.ExecuteScalarAsync(_ct))!;
    }
}
