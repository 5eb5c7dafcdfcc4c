using System.Diagnostics;
using ClientChats.Bench.App;
using ClientChats.Bench.Floor;
using ClientChats.Bench.Machine;
using ClientChats.Bench.Report;

namespace ClientChats.Bench.Rows;

/// <summary>Row 15: from the start of the published app, its packages installed, to the first served page.</summary>
internal sealed class ColdStart(Options options, PublishedApp published, List<Result> results, Action<string> say)
{
    public async Task RunAsync()
    {
        List<double> first = [], again = [], floorFirst = [], floorAgain = [];
        for (var round = 0; round < options.Rounds; round++)
        {
            var folder = Path.Combine(options.Data, "cold-start");
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            first.Add(await TimeAsync(folder));
            again.Add(await TimeAsync(folder));

            var (create, restart) = await PostgresServer.TimeStartAsync(options.Data, options.Postgres);
            var clock = Stopwatch.StartNew();
            await using (await FloorServer.StartAsync("Host=127.0.0.1;Port=1", Path.Combine(options.Data, "floor.log")))
            {
                floorFirst.Add((create + clock.Elapsed).TotalSeconds);
                floorAgain.Add((restart + clock.Elapsed).TotalSeconds);
            }
        }

        say($"  15  first ever start {Result.Of(first):0.00} s, restart {Result.Of(again):0.00} s");
        results.Add(new Result(15, "first ever start to first page", first, new Goal(6, 3, 1.8, LessIsBetter: true), Unit: " s", Note: $"floor {Result.Of(floorFirst):0.00} s"));
        results.Add(new Result(15, "restart to first page", again, new Goal(3, 1.5, 0.8, LessIsBetter: true), Unit: " s", Note: $"floor {Result.Of(floorAgain):0.00} s"));
    }

    private async Task<double> TimeAsync(string folder)
    {
        var clock = Stopwatch.StartNew();
        await using (await published.StartAsync(folder, connectionString: null, Path.Combine(options.Data, "cold-start.log"))) return clock.Elapsed.TotalSeconds;
    }
}
