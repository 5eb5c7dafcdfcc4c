using System.Text.RegularExpressions;
using ClientChats.Bench.Load;
using ClientChats.Bench.Report;
using Npgsql;

namespace ClientChats.Bench.Rows;

/// <summary>
/// Row 13: what the unread counts add to the list page. The app's own statement, as the database has seen it, is run as it
/// is and without them; what they take there is taken from the time of the page as the app serves it.
/// </summary>
internal sealed partial class Unread(Scene scene)
{
    private const int Lines = 8;
    private const string Nobody = "cross join lateral (select null::bigint as number, null::bigint as count, false as is_set_back) mark";

    public async Task RunAsync()
    {
        if (await FindStatementAsync() is not { } statement || !Counting().IsMatch(statement) || !Marks().IsMatch(statement))
        {
            scene.Say("  13  the list's statement is not of the form that the harness knows: not measured.");
            return;
        }

        var without = Marks().Replace(Counting().Replace(statement, "0::bigint as unread"), Nobody);
        await scene.CompareAsync(13, "list page, time with unread counts / without", new Goal(1.20, 1.05, 1.0, LessIsBetter: true),
            async turn => 1 / await Listing.ReadAsync(scene, scene.Town, scene.Town.Small, turn),
            async turn =>
            {
                var added = Math.Max(0, 1 / await RunAsync(statement, turn) - 1 / await RunAsync(without, turn));
                return 1 / await Listing.ReadAsync(scene, scene.Town, scene.Town.Small, turn) - added;
            },
            "in the list's own statement: no further query");
    }

    /// <summary>The statement of the list that some connection of the app has sent last.</summary>
    private async Task<string?> FindStatementAsync()
    {
        await using var line = await HttpLine.ConnectAsync(scene.Port());
        for (var i = 0; i < 20; i++) await Gets.ReadAsync(line, Listing.Request(scene.Town, scene.Town.Small.FirstMember), "\"unreadCount\":"u8.ToArray(), Listing.PageSize);
        await using var source = NpgsqlDataSource.Create(scene.Database.ConnectionString());
        await using var command = source.CreateCommand("select query from pg_stat_activity where query like '%as unread%' and pid <> pg_backend_pid() order by query_start desc limit 1");
        return await command.ExecuteScalarAsync() as string;
    }

    private async Task<double> RunAsync(string statement, TimeSpan length)
    {
        var pool = new NpgsqlConnectionStringBuilder(scene.Database.ConnectionString())
        {
            MaxPoolSize = Lines, MaxAutoPrepare = 10, AutoPrepareMinUsages = 1, NoResetOnClose = true, Options = "-c max_parallel_workers_per_gather=0 -c plan_cache_mode=force_generic_plan",
        };
        await using var source = new NpgsqlSlimDataSourceBuilder(pool.ConnectionString).Build();
        var turn = await ClosedLoop.RunAsync(Lines, TimeSpan.FromSeconds(1), length, async _ =>
        {
            var connection = await source.OpenConnectionAsync();
            var random = new Random();
            return async () =>
            {
                await using var command = new NpgsqlCommand(statement, connection);
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = scene.Town.Id });
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = scene.Town.MemberId(scene.Town.Small.Pick(random)) });
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Listing.PageSize + 1 });
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    // Reading the rows is part of the work.
                }
            };
        });
        return turn.PerSecond;
    }

    [GeneratedRegex(@"case when mark\.number is null.*?end as unread", RegexOptions.Singleline)]
    private static partial Regex Counting();

    [GeneratedRegex(@"left join lateral \(\s*select r\.number.*?\) mark\b", RegexOptions.Singleline)]
    private static partial Regex Marks();
}
