using System.Globalization;
using ClientChats.Bench.Data;
using ClientChats.Bench.Floor;
using ClientChats.Bench.Load;
using ClientChats.Bench.Peers;
using ClientChats.Bench.Report;

namespace ClientChats.Bench.Rows;

/// <summary>Rows 6 and 7: durable messages into rooms, each delivered to everybody in the room, against the bare server and against ejabberd.</summary>
internal sealed class FanOut(Scene scene)
{
    public async Task RunAsync()
    {
        await using var bare = await FloorServer.StartAsync(scene.Database.ConnectionString(), Path.Combine(scene.Options.Data, "floor.log"));
        await using var peer = await Ejabberd.TryStartAsync(scene.Options.Data, scene.Database, Town.Rooms * Town.RoomMembers, scene.Say);
        if (scene.Options.Rows.Contains(6))
            await CompareAsync(6, "fan-out 1 x 100, 8 senders", new Shape(1, Town.HallMembers, 8), new Goal(1.5, 3, 4.5), new Goal(null, null, 0.9), bare.Port, peer);
        if (scene.Options.Rows.Contains(7))
            await CompareAsync(7, "fan-out 50 x 10, a sender each", new Shape(Town.Rooms, Town.RoomMembers, 1), new Goal(0.8, 1.2, 1.6), new Goal(null, null, 0.9), bare.Port, peer);
    }

    private async Task CompareAsync(int row, string metric, Shape shape, Goal toPeer, Goal toFloor, int barePort, Ejabberd? peer)
    {
        await scene.CompareAsync(row, $"{metric} / F", toFloor, turn => OursAsync(shape, turn), turn => BareAsync(shape, barePort, turn));
        if (peer is not null) await scene.CompareAsync(row, $"{metric} / P", toPeer, turn => OursAsync(shape, turn), turn => PeerAsync(shape, peer, turn));
    }

    private async Task<double> OursAsync(Shape shape, TimeSpan turn)
    {
        var town = scene.Town;
        int Member(int place) => shape.Rooms == 1 ? town.HallMember(place) : town.RoomMember(place / shape.Members, place % shape.Members);
        int Room(int place) => shape.Rooms == 1 ? town.Hall : town.FirstRoom + place / shape.Members;

        var posters = new Dictionary<int, PostLoad.Poster>();
        foreach (var sender in shape.Senders) posters[sender] = await scene.Posts.OpenAsync();
        var result = await Rooms.RunAsync(shape, turn,
            place => WireLine.ConnectHubAsync(scene.Port(), "/live", $"Authorization: Bearer {town.Token(Member(place))}"),
            (_, sender, _) => posters[sender].PostAsync(Room(sender), Member(sender), sender));
        foreach (var poster in posters.Values) await poster.DisposeAsync();
        return result;
    }

    private async Task<double> BareAsync(Shape shape, int port, TimeSpan turn) => await Rooms.RunAsync(shape, turn,
        async place =>
        {
            var line = await WireLine.ConnectHubAsync(port, "/hub");
            await line.SendAsync(Call("Join", Chat(shape, place)));
            await line.UntilAsync("\"type\":3");
            return line;
        },
        (line, sender, number) => line.SendAsync(Call("PostDurable", Chat(shape, sender), $"\"{WireLine.Mark(sender, number)} {Texts.Payload}\"")));

    private static Task<double> PeerAsync(Shape shape, Ejabberd peer, TimeSpan turn)
    {
        string Room(int place) => shape.Rooms == 1 ? "hall" : string.Create(CultureInfo.InvariantCulture, $"room{place / shape.Members}");
        return Rooms.RunAsync(shape, turn,
            place => peer.JoinAsync(place, Room(place)),
            (line, sender, number) => line.SendAsync(Ejabberd.Message(Room(sender), $"{WireLine.Mark(sender, number)} {Texts.Payload}", number)));
    }

    private string Chat(Shape shape, int place) => (1 + (shape.Rooms == 1 ? scene.Town.Hall : scene.Town.FirstRoom + place / shape.Members)).ToString(CultureInfo.InvariantCulture);

    private static string Call(string method, params string[] arguments) =>
        $"{{\"type\":1,{(method == "Join" ? "\"invocationId\":\"1\"," : "")}\"target\":\"{method}\",\"arguments\":[{string.Join(',', arguments)}]}}\u001e";
}
