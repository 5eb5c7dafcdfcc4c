using ClientChats.Api.Live;
using ClientChats.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Api.Tests.Live;

/// <summary>An open connection does not outlive its sign-in, though nobody does anything.</summary>
public sealed class SignInWatchTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly TimeSpan Away = TimeSpan.FromHours(9);

    [Fact]
    public async Task Who_has_been_away_too_long_hears_nothing_more()
    {
        var (anna, peter) = (await app.JoinAsync("Анна Ершова"), await app.JoinAsync("Пётр Громов"));
        await using var annas = await anna.ListenAsync();
        await using var peters = await peter.ListenAsync();
        await BeAwayAsync(anna);
        await app.SqlAsync("update sessions set last_seen_at = now() - interval '9 hours' where member_id = $1", anna.Id);

        await LookAsync();

        await annas.ClosedAsync();
        (await peters.CallAsync("close", Guid.NewGuid())).ShouldBeNull();
    }

    [Fact]
    public async Task Who_was_last_seen_in_another_request_stays_connected()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        await using var live = await anna.ListenAsync();
        await BeAwayAsync(anna);

        await LookAsync();

        (await live.CallAsync("close", Guid.NewGuid())).ShouldBeNull();
    }

    [Fact]
    public async Task A_token_that_has_ended_ends_its_connection()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var token = (await anna.PostAsync("/tokens", new { name = "Бот", scopes = new[] { "conversations:read" }, expiresAt = DateTimeOffset.UtcNow.AddDays(1) })).Expect(201)["token"].Text;
        await using var live = await app.Program(token).ListenAsync();
        await app.InsideAsync(async services =>
        {
            foreach (var connection in await ConnectionsOfAsync(services, anna)) connection.SignIn = connection.SignIn with { ExpiresAt = DateTimeOffset.UtcNow };
        });

        await LookAsync();

        await live.ClosedAsync();
    }

    private Task LookAsync() => app.InsideAsync(services => services.GetRequiredService<SignInWatch>().LookAsync(TestContext.Current.CancellationToken));

    /// <summary>Lets the connection be as old as if its member had gone home yesterday.</summary>
    private Task BeAwayAsync(Person person) => app.InsideAsync(async services =>
    {
        foreach (var connection in await ConnectionsOfAsync(services, person)) connection.SignIn = connection.SignIn with { LastSeenAt = DateTimeOffset.UtcNow - Away };
    });

    private async Task<IReadOnlyList<LiveConnection>> ConnectionsOfAsync(IServiceProvider services, Person person)
    {
        var connections = services.GetRequiredService<LiveConnections>();
        return await Eventually.GetsAsync(() => Task.FromResult(connections.Of(app.OrganizationId, person.Id)), open => open.Count > 0);
    }
}
