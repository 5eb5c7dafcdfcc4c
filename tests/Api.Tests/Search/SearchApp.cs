using ClientChats.Tests;

namespace ClientChats.Api.Tests.Search;

/// <summary>The app for searching: groups of one's own, and the moment at which all words are taken up.</summary>
public sealed class SearchApp(TestPostgres postgres) : DevelopmentApp(postgres)
{
    private int _words;

    protected override IEnumerable<string> Settings => ["--ClientChats:Limits:Searches=100000", "--ClientChats:Limits:Messages=100000", "--ClientChats:Limits:BridgeEvents=100000"];

    /// <summary>A word that nobody has used.</summary>
    public string NewWord() => $"вжк{Interlocked.Increment(ref _words)}щ";

    public async Task<(Person Writer, Guid Chat)> OpenAsync(string name = "Пётр Писатель", string? chatName = null, Person? by = null)
    {
        var writer = by ?? await JoinAsync(name);
        return (writer, (await writer.PostAsync("/chats", new { kind = "group", name = chatName ?? $"Чат {Guid.NewGuid():N}", memberIds = Array.Empty<Guid>() })).Expect(201)["id"].Id);
    }

    /// <summary>Asks at once, while words are still being taken up, and once more when they are.</summary>
    public async Task<(T Found, T Later)> TwiceAsync<T>(Func<Task<T>> ask)
    {
        var found = await ask();
        await WordsAreTakenUpAsync();
        return (found, await ask());
    }

    public Task WordsAreTakenUpAsync() => Eventually.HoldsAsync(async () => await AskSqlAsync<long>(
        "select count(*) from conversations c left join word_positions p on p.organization_id = c.organization_id and p.conversation_id = c.id where c.last_number > coalesce(p.number, 0)") == 0);
}

internal static class Searching
{
    public static async Task<long> WriteAsync(this Person writer, Guid chat, string text) =>
        (await writer.PostAsync($"/conversations/{chat}/messages", new { clientMessageId = Guid.NewGuid(), text })).Expect(201)["number"].Number;

    public static async Task<IReadOnlyList<Json>> SearchAsync(this Person by, string query, string parts = "messages,conversations,people", Guid? chat = null) =>
        (await by.GetAsync($"/search?query={Uri.EscapeDataString(query)}&in={parts}{(chat is { } id ? $"&conversationId={id}" : "")}")).Expect(200).Items;

    /// <summary>What is found in one conversation; a search through everything says the same.</summary>
    public static async Task<IReadOnlyList<long>> NumbersAsync(this Person by, Guid chat, string query)
    {
        var inside = (await by.SearchAsync(query, "messages", chat)).Select(item => item["number"].Number).ToList();
        (await by.SearchAsync(query, "messages")).Where(item => item["conversationId"].Id == chat).Select(item => item["number"].Number).ShouldBe(inside);
        return inside;
    }
}
