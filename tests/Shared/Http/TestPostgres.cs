using ClientChats.Infrastructure.Database;
using ClientChats.Tests.Postgres;

[assembly: AssemblyFixture(typeof(ClientChats.Tests.TestPostgres))]

namespace ClientChats.Tests;

/// <summary>The PostgreSQL of a test run, with a migrated template that each running app gets a clone of.</summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private TestCluster _cluster = null!;

    public async ValueTask InitializeAsync() =>
        _cluster = await TestCluster.StartAsync((template, ct) => Migrator.MigrateAsync(template, allowUnsafe: true, ct), TestContext.Current.CancellationToken);

    internal Task<TestDatabase> CloneAsync() => _cluster.CloneAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
