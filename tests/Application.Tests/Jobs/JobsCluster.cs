using ClientChats.Application.Tests.Jobs;
using ClientChats.Infrastructure.Database;
using ClientChats.Tests.Postgres;

[assembly: AssemblyFixture(typeof(JobsCluster))]

namespace ClientChats.Application.Tests.Jobs;

/// <summary>The PostgreSQL of the tests of jobs and of the outbox, started when the first of them asks for a database.</summary>
public sealed class JobsCluster : IAsyncDisposable
{
    private readonly Lazy<Task<TestCluster>> _cluster = new(() => TestCluster.StartAsync((database, ct) => Migrator.MigrateAsync(database, allowUnsafe: true, ct)));

    internal async Task<TestDatabase> CloneAsync(CancellationToken ct) => await (await _cluster.Value).CloneAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated) await (await _cluster.Value).DisposeAsync();
    }
}
