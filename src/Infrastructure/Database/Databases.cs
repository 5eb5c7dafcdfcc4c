using Npgsql;

namespace ClientChats.Infrastructure.Database;

/// <summary>The pools to the database: one for requests, one for the pages that are asked for most, one for searches, and one for the writer of messages.</summary>
internal sealed class Databases : IAsyncDisposable
{
    // Parallel workers only cost on the list and the history (each touches a few dozen rows).
    private const string Session = "-c max_parallel_workers_per_gather=0 -c idle_in_transaction_session_timeout=60000 -c statement_timeout=60000";

    private const string OnePlan = " -c plan_cache_mode=force_generic_plan";
    private const string OwnPlan = " -c plan_cache_mode=force_custom_plan -c pg_trgm.word_similarity_threshold=0.4";

    public Databases(string connectionString)
    {
        var common = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "ClientChats" };
        var given = string.IsNullOrEmpty(common.Options) ? "" : common.Options + " ";

        Requests = Build(new NpgsqlConnectionStringBuilder(common.ConnectionString)
        {
            Options = given + Session, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, NoResetOnClose = true,
        });

        // Planning a page takes several times as long as reading it, and its plan is the same for everybody.
        Pages = Build(new NpgsqlConnectionStringBuilder(common.ConnectionString)
        {
            Options = given + Session + OnePlan, MaxAutoPrepare = 50, AutoPrepareMinUsages = 1, NoResetOnClose = true, MaxPoolSize = 32,
        });
        Searches = Build(new NpgsqlConnectionStringBuilder(common.ConnectionString)
        {
            Options = given + Session + OwnPlan, MaxAutoPrepare = 20, AutoPrepareMinUsages = 1, NoResetOnClose = true, MaxPoolSize = 16,
        });
        Writer = Build(new NpgsqlConnectionStringBuilder(common.ConnectionString)
        {
            Options = given + Session + OnePlan, MaxAutoPrepare = 20, AutoPrepareMinUsages = 1, NoResetOnClose = true, MaxPoolSize = 4,
        });
    }

    public NpgsqlDataSource Requests { get; }

    /// <summary>For hand-written statements whose plan does not depend on the values.</summary>
    public NpgsqlDataSource Pages { get; }

    /// <summary>For hand-written statements whose plan follows from the values.</summary>
    public NpgsqlDataSource Searches { get; }

    public NpgsqlDataSource Writer { get; }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await Searches.DisposeAsync();
        await Pages.DisposeAsync();
        await Requests.DisposeAsync();
    }

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder connection) => new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
}
