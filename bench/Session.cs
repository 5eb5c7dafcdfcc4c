using ClientChats.Bench.App;
using ClientChats.Bench.Data;
using ClientChats.Bench.Floor;
using ClientChats.Bench.Load;
using ClientChats.Bench.Machine;
using ClientChats.Bench.Report;
using ClientChats.Bench.Rows;

namespace ClientChats.Bench;

/// <summary>One run of the harness: the database, the app, the rows, the audit, the report.</summary>
internal sealed class Session(Options options, Action<string> say)
{
    private bool _failed;

    public async Task<int> RunAsync()
    {
        Directory.CreateDirectory(options.Data);
        PostgresServer.Open(options.Data);
        var app = await PublishedApp.PrepareAsync(options.Data, options.App, say);
        var town = Town.Big(options.Conversations, options.Messages);

        await using var server = await FilledAsync(app, town);
        return server is null ? 0 : await MeasureAsync(app, town, server);
    }

    private async Task<PostgresServer?> FilledAsync(PublishedApp app, Town town)
    {
        var server = await PostgresServer.PrepareAsync(options.Data, options.Postgres, options.Fresh);
        await server.StartAsync();
        if (!await Filling.IsDoneAsync(server.ConnectionString(), town))
        {
            await server.StopAsync();
            server = await PostgresServer.PrepareAsync(options.Data, options.Postgres, anew: true);
            await server.StartAsync();
            say("Letting the app make its tables …");
            await using (await app.StartAsync(Path.Combine(options.Data, "app-data"), server.ConnectionString(), LogOf("app"))) say("Filling the database …");
            await new Filling(server.ConnectionString(), town, Town.Little(town), say).RunAsync();
            await Surroundings.SettleAsync();
        }

        if (!options.FillOnly) return server;
        await server.DisposeAsync();
        return null;
    }

    private async Task<int> MeasureAsync(PublishedApp published, Town town, PostgresServer database)
    {
        var results = new List<Result>();
        var dataPath = Path.Combine(options.Data, "app-data");
        var quiet = await Surroundings.BecomeQuietAsync(options.QuietFor, say);
        if (options.Rows.Contains(15)) await new ColdStart(options, published, results, say).RunAsync();

        var app = await published.StartAsync(dataPath, database.ConnectionString(), LogOf("app"));
        try
        {
            var posts = new PostLoad(town, () => app.Port);
            var scene = new Scene(options, town, database, published, () => app.Port, new RawLoad(database, options.Data), posts, results, say);
            var listing = new Listing(scene);
            await RowAsync([3], listing.AgainstTheFloorAsync);
            await RowAsync([4], listing.AgainstTheLittleOneAsync);
            await RowAsync([13], new Unread(scene).RunAsync);
            await RowAsync([14], new Searching(scene).RunAsync);
            await RowAsync([1, 2], new Posting(scene).RunAsync);
            await RowAsync([6, 7], new FanOut(scene).RunAsync);

            // It leaves the caches cold, so it comes last.
            await RowAsync([5], new Reading(scene, RestartColdAsync).RunAsync);
            var audit = await Audit.RunAsync(database.ConnectionString(), town, posts);
            var hasPeer = results.Any(result => result.Metric.EndsWith("/ P", StringComparison.Ordinal));
            await WriteAsync(new Report.Report(options, scene.Raw.IsPgbench, hasPeer, quiet, Surroundings.CommitTime(options.Data), audit, results));
            return audit.HasFailed || _failed ? 1 : 0;
        }
        finally
        {
            await app.DisposeAsync();
        }

        async Task RestartColdAsync()
        {
            await app.DisposeAsync();
            await database.StopAsync();
            Surroundings.ForgetFiles(database.Folder);
            await database.StartAsync();
            app = await published.StartAsync(dataPath, database.ConnectionString(), LogOf("app"));
        }
    }

    /// <summary>A row that fails is said to have failed, and the others are measured all the same.</summary>
    private async Task RowAsync(int[] rows, Func<Task> measure)
    {
        if (!rows.Any(options.Rows.Contains)) return;
        try
        {
            await measure();
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or TimeoutException or Npgsql.NpgsqlException)
        {
            _failed = true;
            say($"Row {string.Join(" and ", rows)} failed: {failure.Message}");
        }
    }

    private async Task WriteAsync(Report.Report report)
    {
        var text = report.ToMarkdown();
        await File.WriteAllTextAsync(Path.Combine(Checkout.Results, $"{DateTime.UtcNow:yyyy-MM-dd-HHmm}.md"), text);
        if (options.Keep) await File.WriteAllTextAsync(Path.Combine(Checkout.Root, "bench", "RESULTS.md"), text);
        say("\n" + text);
        if (report.Audit.HasFailed) say("Acknowledged messages are missing or doubled: the run is void.");
    }

    private string LogOf(string what) => Path.Combine(options.Data, $"{what}.log");
}
