using System.Globalization;
using ClientChats.Bench.App;
using ClientChats.Bench.Machine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClientChats.Bench.Floor;

/// <summary>The bare server: the same statements and the same hub without any product. It runs as a process of its own.</summary>
internal static class FloorServer
{
    public const string Command = "floor-server";

    private const string Post =
        "with c as (update floor.chat set last_seq = last_seq + 1, last_activity = now() where id = $1 returning last_seq) insert into floor.message (chat_id, seq, sender_id, body) select $1, last_seq, 1, $2 from c returning seq";

    private const string History = "select seq, sender_id, created_at, body from floor.message where chat_id = $1 order by seq desc limit 50";

    public static async Task<RunningApp> StartAsync(string connectionString, string log)
    {
        var port = Surroundings.FreePort();
        var process = Child.Start(log, Environment.ProcessPath!, [Command, port.ToString(CultureInfo.InvariantCulture), connectionString]);
        var running = new RunningApp(process, port);
        await running.UntilItServesAsync();
        return running;
    }

    public static async Task RunAsync(int port, string connectionString)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSignalR();
        var pool = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 32, MaxAutoPrepare = 20, AutoPrepareMinUsages = 1, NoResetOnClose = true };
        await using var source = new NpgsqlSlimDataSourceBuilder(pool.ConnectionString).Build();
        builder.Services.AddSingleton(source);
        await using var app = builder.Build();
        app.MapGet("/", () => "bare");
        app.MapGet("/history", async (int chat) =>
        {
            await using var command = source.CreateCommand(History);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = chat });
            var page = new List<Line>(50);
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync()) page.Add(new Line(row.GetInt64(0), row.GetInt32(1), row.GetDateTime(2), row.GetString(3)));
            return Results.Json(page);
        });
        app.MapHub<BareHub>("/hub");
        await app.RunAsync();
    }

    private sealed record Line(long Number, int Sender, DateTime CreatedAt, string Text);

    /// <summary>Commits a message and sends it to everybody in the room.</summary>
    internal sealed class BareHub(NpgsqlDataSource source) : Hub
    {
        public Task Join(int room) => Groups.AddToGroupAsync(Context.ConnectionId, room.ToString(CultureInfo.InvariantCulture));

        public async Task PostDurable(int room, string text)
        {
            await using var command = source.CreateCommand(Post);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = room });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            await command.ExecuteScalarAsync();
            await Clients.Group(room.ToString(CultureInfo.InvariantCulture)).SendAsync("posted", room, text);
        }
    }
}
