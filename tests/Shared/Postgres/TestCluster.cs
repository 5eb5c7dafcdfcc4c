using System.Globalization;
using ClientChats.Infrastructure.Postgres;
using Npgsql;

namespace ClientChats.Tests.Postgres;

/// <summary>
/// The PostgreSQL of one test process: a throw-away cluster, or the server whose connection string stands in
/// CLIENTCHATS_TEST_POSTGRES. It is migrated once; each test class gets a clone.
/// </summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly EmbeddedPostgres? _postgres;
    private readonly string? _folder;
    private readonly NpgsqlDataSource _server;
    private readonly SemaphoreSlim _cloning = new(1);
    private readonly string _template = $"cc_test_{Guid.NewGuid():N}";
    private int _clones;

    private TestCluster(string server, EmbeddedPostgres? postgres = null, string? folder = null)
    {
        _server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Pooling = false });
        _postgres = postgres;
        _folder = folder;
    }

    /// <summary>Waits for this process's turn, starts, and lets <paramref name="migrate"/> fill the template by its connection string.</summary>
    public static async Task<TestCluster> StartAsync(Func<string, CancellationToken, Task> migrate, CancellationToken ct = default)
    {
        await TestTurn.TakeAsync();
        var named = Environment.GetEnvironmentVariable("CLIENTCHATS_TEST_POSTGRES");
        return await PrepareAsync(string.IsNullOrWhiteSpace(named) ? await StartOwnAsync(ct) : new TestCluster(named), migrate, ct);
    }

    public static Task<TestCluster> StartOnAsync(string server, Func<string, CancellationToken, Task> migrate, CancellationToken ct = default) =>
        PrepareAsync(new TestCluster(server), migrate, ct);

    private static async Task<TestCluster> StartOwnAsync(CancellationToken ct)
    {
        RemoveWhatKilledRunsLeft();
        var folder = Path.Combine(TestTurn.Folder, $"run-{Guid.NewGuid():N}-{Environment.ProcessId}");
        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(folder) { Unsafe = true }, static _ => { }, ct);
        return new TestCluster(postgres.ConnectionString, postgres, folder);
    }

    private static void RemoveWhatKilledRunsLeft()
    {
        foreach (var left in Directory.EnumerateDirectories(TestTurn.Folder, "run-*"))
        {
            if (left.EndsWith($"-{Environment.ProcessId}", StringComparison.Ordinal)) continue;
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (IOException)
            {
                // Its server is just stopping; the next run removes it.
            }
        }
    }

    private static async Task<TestCluster> PrepareAsync(TestCluster cluster, Func<string, CancellationToken, Task> migrate, CancellationToken ct)
    {
        try
        {
            await cluster.RunAsync($"CREATE DATABASE {cluster._template} STRATEGY FILE_COPY", ct);
            await migrate(cluster.ConnectionStringTo(cluster._template), ct);
            await cluster.CloseTemplateAsync(ct);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    // PostgreSQL copies no database that somebody is connected to.
    private async Task CloseTemplateAsync(CancellationToken ct)
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"ALTER DATABASE {_template} ALLOW_CONNECTIONS false", ct);
        await RunAsync($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{_template}'", ct);
    }

    public async Task<TestDatabase> CloneAsync(CancellationToken ct = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{_template}_{Interlocked.Increment(ref _clones)}");
        await _cloning.WaitAsync(ct);
        try
        {
            await RunAsync($"CREATE DATABASE {name} TEMPLATE {_template} STRATEGY FILE_COPY", ct);
        }
        finally
        {
            _cloning.Release();
        }

        return new TestDatabase(this, name, ConnectionStringTo(name));
    }

    public async Task DropAsync(string database) => await RunAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)", CancellationToken.None);

    private async Task RunAsync(string sql, CancellationToken ct)
    {
        await using var command = _server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private string ConnectionStringTo(string database) =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = database, Pooling = true, IncludeErrorDetail = true }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_postgres is null) await DropAsync(_template);
        await _server.DisposeAsync();
        _cloning.Dispose();
        if (_postgres is null) return;

        await _postgres.DisposeAsync();
        Directory.Delete(_folder!, recursive: true);
    }
}
