using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Demo;
using ClientChats.Tests.Postgres;

[assembly: AssemblyFixture(typeof(ClientChats.Application.Tests.Cast.BureauDatabases))]

namespace ClientChats.Application.Tests.Cast;

/// <summary>The cluster of this test run, with a template that holds the demo company.</summary>
public sealed class BureauDatabases : IAsyncLifetime
{
    private TestCluster? _cluster;

    public async ValueTask InitializeAsync() => _cluster = await TestCluster.StartAsync(async (template, ct) =>
    {
        await Migrator.MigrateAsync(template, allowUnsafe: true, ct);
        await using var services = TestServices.Build(template);
        await DemoCompany.LoadAsync(services, ct);
    });

    internal Task<TestDatabase> CloneAsync() => _cluster!.CloneAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _cluster?.DisposeAsync() ?? ValueTask.CompletedTask;
}
