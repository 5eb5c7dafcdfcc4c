using System.Globalization;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Limits;

/// <summary>The paces as they are without any setting: a flood is refused, waiting helps, and the neighbours notice nothing.</summary>
public sealed class PaceTests(DevelopmentApp app) : IClassFixture<DevelopmentApp>
{
    /// <summary>Much more than any burst, so that a slow machine finds its way beyond it too.</summary>
    private const int Flood = 400;

    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.Guest)]
    public async Task Who_writes_too_fast_is_refused_and_nothing_of_it_is_written(Role role)
    {
        var (writer, neighbour) = (await app.JoinAsync("Анна Ершова", role), await app.JoinAsync("Пётр Громов", role));
        var chat = (await app.Nikolai.PostAsync("/chats", new { kind = "group", name = $"Поток: {role}", memberIds = new[] { writer.Id, neighbour.Id } })).Expect(201)["id"].Id;
        var before = await CountAsync(chat);

        var answers = await Task.WhenAll(Enumerable.Range(0, Flood).Select(_ => PostAsync(writer, chat)));
        (await PostAsync(neighbour, chat)).Expect(201);

        var refused = RefusedOf(answers, 201, "messages.tooMany");
        (await CountAsync(chat)).ShouldBe(before + answers.Length - refused.Count + 1);
        await WaitAsync(refused[0]);
        await Eventually.HoldsAsync(async () => (await PostAsync(writer, chat)).Status == 201);
    }

    [Theory]
    [InlineData("/conversations")]
    [InlineData("/members")]
    [InlineData("/crm/contacts")]
    public async Task Who_searches_too_often_is_refused_and_may_still_read(string list)
    {
        var (searcher, neighbour) = (await app.JoinAsync("Анна Ершова"), await app.JoinAsync("Пётр Громов"));

        var answers = await Task.WhenAll(Enumerable.Range(0, Flood).Select(_ => searcher.GetAsync($"{list}?query=vek")));
        (await neighbour.GetAsync($"{list}?query=vek")).Expect(200);
        (await searcher.GetAsync(list)).Expect(200);
        (await searcher.GetAsync($"{list}?query=")).Expect(200);

        await WaitAsync(RefusedOf(answers, 200, "searches.tooMany")[0]);
        await Eventually.HoldsAsync(async () => (await searcher.GetAsync($"{list}?query=vek")).Status == 200);
    }

    [Fact]
    public async Task A_bridge_that_sends_too_much_waits_a_moment_and_is_refused_beyond_it()
    {
        var (loud, quiet) = (await OutsideGroup.ConnectAsync(app.Nikolai, app.Browser(), "loud", "Громкая группа"), await OutsideGroup.ConnectAsync(app.Nikolai, app.Browser(), "quiet", "Тихая группа"));
        var olga = new OutsidePerson("olga", "Ольга Тихая", "+79120000001");

        var answers = await Task.WhenAll(Enumerable.Range(0, Flood).Select(i => loud.WriteAsync(olga, $"m-{i}", "Алло?")));
        (await quiet.WriteAsync(olga, "m-1", "Добрый день!")).Expect(200);

        var refused = RefusedOf(answers, 200, "bridges.tooMany");
        answers.Count(answer => answer.Status == 200).ShouldBeGreaterThanOrEqualTo(150);
        (await app.AskSqlAsync<long>("select count(*) from bridge_events where group_id = 'loud'")).ShouldBe(answers.Length - refused.Count);
        await WaitAsync(refused[0]);
        await Eventually.HoldsAsync(async () => (await loud.WriteAsync(olga, "m-late", "Вы тут?")).Status == 200);
    }

    private static Task<Answer> PostAsync(Person writer, Guid chat) => writer.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text = "Ещё одно." });

    private Task<long> CountAsync(Guid chat) => app.AskSqlAsync<long>("select count(*) from entries where conversation_id = $1", chat);

    private static List<Answer> RefusedOf(Answer[] answers, int good, string code)
    {
        answers.ShouldContain(answer => answer.Status == good);
        var refused = answers.Where(answer => answer.Status != good).ToList();
        refused.ShouldNotBeEmpty();
        foreach (var answer in refused) int.Parse(answer.Refuses(429, code).Header("Retry-After")!, CultureInfo.InvariantCulture).ShouldBeInRange(1, 10);
        return refused;
    }

    /// <summary>Waits as long as the refusal asks for.</summary>
    private static Task WaitAsync(Answer refused) => Task.Delay(TimeSpan.FromSeconds(int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture)));
}
