using System.Globalization;
using ClientChats.Bench.Data;
using ClientChats.Bench.Load;
using ClientChats.Bench.Machine;
using Npgsql;

namespace ClientChats.Bench.Floor;

/// <summary>
/// A statement that is sent to PostgreSQL with nothing around it; its one variable is drawn from a range and, where
/// <paramref name="Step"/> is given, scattered: <c>2 * (drawn * Step % Of) + 1</c>, the chat of a group in that slot.
/// </summary>
internal sealed record RawStatement(string Sql, int From, int To, long Step = 0, int Of = 0)
{
    public string Script => Step == 0
        ? $"\\set x random({From}, {To})"
        : $"\\set slot random({From}, {To})\n\\set x 2 * ((:slot * {Step}) % {Of}) + 1";

    public int Draw()
    {
        var drawn = Random.Shared.Next(From, To + 1);
        return Step == 0 ? drawn : (int)(2 * (drawn * Step % Of) + 1);
    }
}

/// <summary>Sends statements in a closed loop: by pgbench where it is installed, else by Npgsql.</summary>
internal sealed class RawLoad(PostgresServer server, string scratch)
{
    private readonly string? _pgbench = Surroundings.FindProgram("pgbench");

    public bool IsPgbench => _pgbench is not null;

    /// <summary>Posts to the chats to which the product posts, so that both touch as many pages of as large a table.</summary>
    public static RawStatement PostToGroups(Town town, int slots) => Post(0, slots - 1) with { Step = Town.Scatter, Of = town.Groups };

    public static RawStatement Post(int from, int to) => new(
        $"with c as (update floor.chat set last_seq = last_seq + 1, last_activity = now() where id = :x returning last_seq) insert into floor.message (chat_id, seq, sender_id, body) select :x, last_seq, 1 + :x % 1000, '{Texts.Payload}' from c returning seq",
        from, to);

    public static RawStatement List(int from, int to) => new("""
        select a.chat_id, a.last_activity, a.read_seq, c.last_seq, c.title from (select * from floor.access where user_id = :x order by last_activity desc, chat_id desc limit 30) a join floor.listed_chat c on c.id = a.chat_id order by a.last_activity desc, a.chat_id desc
        """, from, to);

    public static RawStatement ListEverything => new("select id, last_activity, last_seq, title from floor.listed_chat where :x > 0 order by last_activity desc, id desc limit 30", 1, 1);

    /// <summary>Times per second.</summary>
    public Task<double> RunAsync(RawStatement statement, int clients, TimeSpan length) => _pgbench is null ? ByNpgsqlAsync(statement, clients, length) : ByPgbenchAsync(statement, clients, length);

    private async Task<double> ByPgbenchAsync(RawStatement statement, int clients, TimeSpan length)
    {
        var script = Path.Combine(scratch, "statement.sql");
        await File.WriteAllTextAsync(script, $"{statement.Script}\n{statement.Sql.ReplaceLineEndings(" ").Trim()};\n");
        var said = await Child.RunAsync(_pgbench!,
            ["-h", "127.0.0.1", "-p", Text(server.Port), "-U", "postgres", "-n", "-M", "prepared", "-f", script, "-c", Text(clients), "-j", Text(Math.Min(clients, 2)), "-T", Text((int)length.TotalSeconds), "bench"]);
        var tps = said.Split('\n').First(line => line.StartsWith("tps = ", StringComparison.Ordinal));
        return double.Parse(tps.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    private async Task<double> ByNpgsqlAsync(RawStatement statement, int clients, TimeSpan length)
    {
        var pool = new NpgsqlConnectionStringBuilder(server.ConnectionString()) { MaxPoolSize = clients, MaxAutoPrepare = 10, AutoPrepareMinUsages = 1, NoResetOnClose = true };
        await using var source = new NpgsqlSlimDataSourceBuilder(pool.ConnectionString).Build();
        var sql = statement.Sql.Replace(":x", "$1", StringComparison.Ordinal);
        var turn = await ClosedLoop.RunAsync(clients, TimeSpan.FromSeconds(1), length, async _ =>
        {
            var connection = await source.OpenConnectionAsync();
            return async () =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = statement.Draw() });
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    // Reading the rows is part of the work.
                }
            };
        });
        return turn.PerSecond;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
