using ClientChats.Infrastructure.Postgres;

namespace ClientChats.Api.Start;

/// <summary>The started app and, where it brought its own, its database.</summary>
internal sealed class RunningApp(WebApplication app, EmbeddedPostgres? postgres, string address) : IAsyncDisposable
{
    public string Address => address;

    public IServiceProvider Services => app.Services;

    /// <summary>Waits for Ctrl-C or SIGTERM; fails where the embedded database cannot be kept running.</summary>
    public async Task UntilStoppedAsync()
    {
        var stopped = app.WaitForShutdownAsync();
        if (postgres is not null && await Task.WhenAny(stopped, postgres.Completion) == postgres.Completion) await postgres.Completion;
        await stopped;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
    }
}
