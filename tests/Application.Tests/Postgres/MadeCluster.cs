using System.Diagnostics;
using ClientChats.Infrastructure.Postgres;

namespace ClientChats.Application.Tests.Postgres;

/// <summary>A data folder as a first start leaves it, to be copied by tests about later starts.</summary>
public sealed class MadeCluster : IAsyncLifetime
{
    private readonly TemporaryFolder _temporary = new();

    public async ValueTask InitializeAsync()
    {
        var made = new EmbeddedPostgresOptions(_temporary["postgres"]) { Unsafe = true };
        await using var postgres = await EmbeddedPostgres.StartAsync(made, static _ => { }, TestContext.Current.CancellationToken);
    }

    public async Task CopyToAsync(string folder, CancellationToken ct)
    {
        using var copy = Process.Start("cp", ["-a", _temporary["postgres"], folder]);
        await copy.WaitForExitAsync(ct);
        copy.ExitCode.ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        _temporary.Dispose();
        return ValueTask.CompletedTask;
    }
}
