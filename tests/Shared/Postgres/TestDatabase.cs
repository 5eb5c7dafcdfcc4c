using Npgsql;

namespace ClientChats.Tests.Postgres;

/// <summary>A migrated database of one test class; it is dropped with it.</summary>
internal sealed class TestDatabase(TestCluster cluster, string name, string connectionString) : IAsyncDisposable
{
    public string ConnectionString { get; } = connectionString;

    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(connection);
        await cluster.DropAsync(name);
    }
}
