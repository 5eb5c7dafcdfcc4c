using System.Text;
using ClientChats.Bench.Data;
using ClientChats.Bench.Floor;
using ClientChats.Bench.Load;
using ClientChats.Bench.Report;

namespace ClientChats.Bench.Rows;

/// <summary>Rows 3 and 4: the first page of the list of conversations for viewers of different size.</summary>
internal sealed class Listing(Scene scene)
{
    private const int Lines = 8;
    public const int PageSize = 30;

    public async Task AgainstTheFloorAsync()
    {
        foreach (var (name, crew, goal) in new[]
        {
            ("viewer of 50", scene.Town.Small, new Goal(0.15, 0.30, 0.40)),
            ("viewer of 500", scene.Town.Medium, new Goal(0.05, 0.30, 0.40)),
            ("viewer of 5,000", scene.Town.Large, new Goal(null, 0.30, 0.40)),
        })
        {
            await scene.CompareAsync(3, $"list page, {name} / L exact indexed copy", goal,
                turn => ReadAsync(scene, scene.Town, crew, turn), turn => scene.Raw.RunAsync(RawLoad.List(crew.FirstMember, crew.EndMember - 1), Lines, turn));
        }

        await scene.CompareAsync(3, "list page, supervisor / L index on chats", new Goal(0.15, 0.30, 0.60),
            turn => ReadAsync(scene, scene.Town, Supervisor, turn), turn => scene.Raw.RunAsync(RawLoad.ListEverything, Lines, turn));
    }

    /// <summary>How many times as long the same page takes in the big organization.</summary>
    public async Task AgainstTheLittleOneAsync()
    {
        var little = Town.Little(scene.Town);
        foreach (var (name, big, small) in new[]
        {
            ("viewer of 50", scene.Town.Small, little.Small), ("viewer of 500", scene.Town.Medium, little.Medium), ("viewer of 5,000", scene.Town.Large, little.Large), ("supervisor", Supervisor, Supervisor),
        })
        {
            await scene.CompareAsync(4, $"list time, big / little organization, {name}", new Goal(5, 3, 1.5, LessIsBetter: true),
                async turn => 1 / await ReadAsync(scene, scene.Town, big, turn), async turn => 1 / await ReadAsync(scene, little, small, turn));
        }
    }

    private static Crew Supervisor => new(Town.Supervisor, 1, 0, 0);

    public static byte[] Request(Town town, int member) =>
        Encoding.ASCII.GetBytes($"GET /api/v1/conversations?limit={PageSize} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {town.Token(member)}\r\n\r\n");

    public static async Task<double> ReadAsync(Scene scene, Town town, Crew crew, TimeSpan length)
    {
        var requests = Enumerable.Range(0, Math.Min(crew.Members, 500))
            .Select(i => Request(town, crew.FirstMember + i)).ToArray();
        var turn = await Gets.RunAsync(scene.Port(), Lines, Scene.WarmUp, length, random => requests[random.Next(requests.Length)], "\"unreadCount\":", PageSize);
        return turn.PerSecond;
    }
}
