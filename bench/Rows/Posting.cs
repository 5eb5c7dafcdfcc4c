using ClientChats.Bench.Floor;
using ClientChats.Bench.Load;
using ClientChats.Bench.Report;

namespace ClientChats.Bench.Rows;

/// <summary>Rows 1 and 2: durable posts by their authors' tokens, each delivered to one connected viewer, against one raw statement.</summary>
internal sealed class Posting(Scene scene)
{
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromSeconds(10);

    private readonly List<WireLine> _viewers = [];
    private long _delivered;

    public async Task RunAsync()
    {
        await ConnectViewersAsync();
        try
        {
            foreach (var inFlight in scene.Options.Rows.Contains(1) ? scene.Options.InFlight : [])
            {
                await scene.CompareAsync(1, $"post into many chats, {inFlight} in flight / L", GoalFor(inFlight), turn => PostAsync(inFlight, turn, AnyChat), turn => scene.Raw.RunAsync(RawLoad.PostToGroups(scene.Town, scene.Town.Large.EndSlot), inFlight, turn));
            }

            if (scene.Options.Rows.Contains(2))
            {
                var hot = 2 * scene.Town.AtSlot(0);
                await scene.CompareAsync(2, "post into one hot chat, 32 in flight / L", new Goal(0.35, 2, 8), turn => PostAsync(32, turn, _ => hot), turn => scene.Raw.RunAsync(RawLoad.Post(hot + 1, hot + 1), 32, turn));
            }
        }
        finally
        {
            foreach (var viewer in _viewers) await viewer.DisposeAsync();
        }
    }

    private static Goal GoalFor(int inFlight) => inFlight switch
    {
        32 => new Goal(0.30, 0.70, 1.2),
        64 => new Goal(0.30, 0.70, 2),
        256 => new Goal(0.30, 0.70, 4),
        _ => Goal.None,
    };

    /// <summary>Everybody who sees 5,000 conversations is connected; each chat that is posted to is one of exactly one of them.</summary>
    private async Task ConnectViewersAsync()
    {
        var large = scene.Town.Large;
        for (var member = large.FirstMember; member < large.EndMember; member++)
        {
            var line = await WireLine.ConnectHubAsync(scene.Port(), "/live", $"Authorization: Bearer {scene.Town.Token(member)}");
            line.Listen((_, _) => Interlocked.Increment(ref _delivered));
            line.KeepAlive();
            _viewers.Add(line);
        }
    }

    private int AnyChat(Random random) => 2 * scene.Town.AtSlot(random.Next(scene.Town.Large.EndSlot));

    private async Task<double> PostAsync(int inFlight, TimeSpan turn, Func<Random, int> pick)
    {
        var (posted, delivered) = (scene.Posts.Count, Interlocked.Read(ref _delivered));
        var posters = new List<PostLoad.Poster>();
        for (var i = 0; i < inFlight; i++) posters.Add(await scene.Posts.OpenAsync());
        var result = await ClosedLoop.RunAsync(inFlight, Scene.WarmUp, turn, i =>
        {
            var (random, poster) = (new Random(), posters[i]);
            return Task.FromResult(async () =>
            {
                var rank = pick(random);
                await poster.PostAsync(rank, scene.Town.OwnerOf(rank / 2));
            });
        });
        foreach (var poster in posters) await poster.DisposeAsync();

        var owed = scene.Posts.Count - posted;
        for (var waited = TimeSpan.Zero; Interlocked.Read(ref _delivered) - delivered < owed && waited < LongestDelivery; waited += TimeSpan.FromMilliseconds(20)) await Task.Delay(20);
        if (Interlocked.Read(ref _delivered) - delivered is var came && came != owed) throw new InvalidOperationException($"{owed} messages were acknowledged and {came} were delivered.");
        return result.PerSecond;
    }
}
