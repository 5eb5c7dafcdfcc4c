using Npgsql;

namespace ClientChats.Infrastructure.Database;

/// <summary>The pools to the database: one for requests, and one with settings of its own for the writer of messages.</summary>
internal sealed class Databases : IAsyncDisposable
{
    // Parallel workers only cost on the list and the history (each touches a few dozen rows).
    private const string Session = "-c max_parallel_workers_per_gather=0 -c idle_in_transaction_session_timeout=60000 -c statement_timeout=60000";

    public Databases(string connectionString)
    {
        var common = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "ClientChats" };
        var given = string.IsNullOrEmpty(common.Options) ? "" : common.Options + " ";

        Requests = Build(new NpgsqlConnectionStringBuilder(common.ConnectionString)
        {
            Options = given + Session, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, NoResetOnClose = true,
        });
        Writer = Build(new NpgsqlConnectionStringBuilder(common.ConnectionString)
        {
            Options = given + Session + " -c plan_cache_mode=force_generic_plan", MaxAutoPrepare = 20, AutoPrepareMinUsages = 1, NoResetOnClose = true, MaxPoolSize = 4,
        });
    }

    public NpgsqlDataSource Requests { get; }

    public NpgsqlDataSource Writer { get; }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Requests.DisposeAsync();
    }

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder connection) => new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
}
