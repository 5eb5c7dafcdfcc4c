using System.Text;
using ClientChats.Bench.Data;
using ClientChats.Bench.Load;
using ClientChats.Bench.Report;
using Npgsql;

namespace ClientChats.Bench.Rows;

/// <summary>
/// Row 14: a page of found messages, by frequent and rare words in both languages, for viewers who see little and one who
/// sees everything; and how much of it is the plain statement on the same tables.
/// </summary>
internal sealed class Searching(Scene scene)
{
    private const int PageSize = 30;
    private const string NoSuchWord = "параллелепипед";

    private static readonly (string Name, string Word)[] Words =
    [
        ("frequent Russian word", "документы"), ("frequent English word", "confirm"), ("rare Russian word", Texts.RareRussian), ("rare English word", Texts.RareEnglish), ("a word that nobody wrote", NoSuchWord),
    ];

    private const string AmongRows = """
        select m.conversation_id, m.number
          from conversation_access a join message_words m on m.organization_id = a.organization_id and m.conversation_id = a.conversation_id
         where a.organization_id = $1 and a.member_id = $2 and m.words @@ plainto_tsquery('words', $3)
         order by m.at desc limit 30
        """;

    private const string AmongAll = "select conversation_id, number from message_words where organization_id = $1 and $2::uuid is not null and words @@ plainto_tsquery('words', $3) order by at desc limit 30";

    public async Task RunAsync()
    {
        foreach (var (viewer, crew, floor) in new[]
        {
            ("viewer of 500", scene.Town.Medium, AmongRows), ("viewer of 5,000", scene.Town.Large, AmongRows), ("supervisor", new Crew(Town.Supervisor, 1, 0, 0), AmongAll),
        })
        {
            foreach (var (name, word) in Words)
            {
                await AskAsync(crew, word, Scene.WarmUp);
                List<double> figures = [], floors = [];
                for (var round = 0; round < scene.Options.Rounds; round++)
                {
                    figures.Add((await AskAsync(crew, word, scene.Options.Turn)).TotalMilliseconds);
                    floors.Add((await AskPlainlyAsync(floor, crew, word, scene.Options.Turn)).TotalMilliseconds);
                }

                scene.Add(new Result(14, $"search page, {viewer}, {name}: p50", figures, new Goal(300, 50, 10, LessIsBetter: true), Unit: " ms", Note: $"the plain statement alone {Result.Of(floors):0.0} ms"));
            }
        }
    }

    /// <summary>The median time of one page after the other.</summary>
    private async Task<TimeSpan> AskAsync(Crew crew, string word, TimeSpan length)
    {
        var requests = Enumerable.Range(0, Math.Min(crew.Members, 200)).Select(i => Request(crew.FirstMember + i, word)).ToArray();
        await using var line = await HttpLine.ConnectAsync(scene.Port());
        var turn = await ClosedLoop.RunAsync(1, Scene.WarmUp, length, _ =>
        {
            var random = new Random();
            return Task.FromResult<Func<Task>>(async () =>
            {
                var answer = await line.SendAsync(requests[random.Next(requests.Length)]);
                var text = Encoding.UTF8.GetString(answer.Body.Span);
                if (answer.Status != 200 || text.Contains("\"catchingUp\"", StringComparison.Ordinal) || word == NoSuchWord && !text.StartsWith("{\"items\":[]", StringComparison.Ordinal))
                    throw new InvalidOperationException($"A search was answered {answer.Status}: {text[..Math.Min(300, text.Length)]}");
            });
        });
        return turn.Median;
    }

    private async Task<TimeSpan> AskPlainlyAsync(string statement, Crew crew, string word, TimeSpan length)
    {
        await using var source = NpgsqlDataSource.Create(scene.Database.ConnectionString() + ";Options=-c max_parallel_workers_per_gather=0");
        await using var connection = await source.OpenConnectionAsync();
        var turn = await ClosedLoop.RunAsync(1, TimeSpan.FromSeconds(1), length, _ =>
        {
            var random = new Random();
            return Task.FromResult<Func<Task>>(async () =>
            {
                await using var command = new NpgsqlCommand(statement, connection);
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = scene.Town.Id });
                command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = scene.Town.MemberId(crew.Pick(random)) });
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = word });
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    // Reading the rows is part of the work.
                }
            });
        });
        return turn.Median;
    }

    private byte[] Request(int member, string word) => Encoding.ASCII.GetBytes(
        $"GET /api/v1/search?in=messages&limit={PageSize}&query={Uri.EscapeDataString(word)} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {scene.Town.Token(member)}\r\n\r\n");
}
