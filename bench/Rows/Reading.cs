using System.Diagnostics;
using System.Globalization;
using System.Text;
using ClientChats.Bench.Floor;
using ClientChats.Bench.Load;
using ClientChats.Bench.Report;

namespace ClientChats.Bench.Rows;

/// <summary>Row 5: the newest 50 messages of lively conversations, warm against the bare server, and cold against warm.</summary>
internal sealed class Reading(Scene scene, Func<Task> restartCold)
{
    private const int Lines = 8;
    private const int PageSize = 50;
    private const int ColdPages = 150;

    public async Task RunAsync()
    {
        await WarmAsync();
        await ColdAsync();
    }

    private async Task WarmAsync()
    {
        await using var bare = await FloorServer.StartAsync(scene.Database.ConnectionString(), Path.Combine(scene.Options.Data, "floor.log"));
        await scene.CompareAsync(5, "history page, warm / F", new Goal(0.4, 0.7, 0.9),
            async turn => (await Gets.RunAsync(scene.Port(), Lines, Scene.WarmUp, turn, random => Ours(Lively(random)), "\"createdAt\":", PageSize)).PerSecond,
            async turn => (await Gets.RunAsync(bare.Port, Lines, Scene.WarmUp, turn, random => Theirs(Lively(random)), "\"createdAt\":", PageSize)).PerSecond);
    }

    /// <summary>PostgreSQL restarted and its files forgotten by the system, then pages one after the other, each of another conversation.</summary>
    private async Task ColdAsync()
    {
        var figures = new List<double>();
        var warm = new List<double>();
        for (var round = 0; round < scene.Options.Rounds; round++)
        {
            await restartCold();
            var cold = await PagesAsync(scene.Port(), round);
            warm.Add(await PagesAsync(scene.Port(), round));
            figures.Add(cold / warm[^1]);
        }

        scene.Add(new Result(5, "history page, cold / warm, one line", figures, new Goal(30, 10, 3, LessIsBetter: true), warm, Note: "performance.md sets a moonshot only; the others are our own"));
    }

    private async Task<double> PagesAsync(int port, int round)
    {
        await using var line = await HttpLine.ConnectAsync(port);
        var random = new Random(1000 + round);
        var marker = Encoding.ASCII.GetBytes("\"createdAt\":");

        // The app's own first steps are no reading.
        for (var i = 0; i < 20; i++) await Gets.ReadAsync(line, Ours(Lively(new Random(i))), marker, PageSize);
        var times = new List<double>();
        for (var i = 0; i < ColdPages; i++)
        {
            var clock = Stopwatch.StartNew();
            await Gets.ReadAsync(line, Ours(Lively(random)), marker, PageSize);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        return Result.Of(times);
    }

    /// <summary>A group chat that surely holds more than a page.</summary>
    private int Lively(Random random) => random.Next(scene.Town.Lively / 2) * 2;

    private byte[] Ours(int rank) => Encoding.ASCII.GetBytes(
        $"GET /api/v1/conversations/{scene.Town.ConversationId(rank)}/messages?limit={PageSize} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {scene.Town.Token(scene.Town.OwnerOf(rank / 2))}\r\n\r\n");

    private static byte[] Theirs(int rank) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GET /history?chat={rank + 1} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
}
