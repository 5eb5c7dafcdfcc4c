using System.Globalization;
using ClientChats.Infrastructure.Limits;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class LimitTests(LimitTests.StrictApp app) : IClassFixture<LimitTests.StrictApp>
{
    public sealed class StrictApp(TestPostgres postgres) : TestApp(postgres)
    {
        protected override IEnumerable<string> Settings => ["--ClientChats:Limits:FailedSignIns=1", "--ClientChats:Limits:UnknownTokens=4", "--ClientChats:Limits:InvitationsPerDay=2"];
    }

    [Fact]
    public void Without_settings_the_limits_are_those_that_were_decided()
    {
        var limits = new LimitOptions();

        (limits.FailedSignIns, limits.UnknownTokens, limits.MailsPerAddress, limits.PasswordResets, limits.InvitationsPerDay).ShouldBe((10, 20, 5, 100, 100));
        (limits.Messages, limits.GuestMessages, limits.Searches, limits.BridgeEvents).ShouldBe((10, 2, 120, 50));
    }

    /// <remarks>Mattermost CVE-2026-26233, CVE-2016-11069.</remarks>
    [Fact]
    public async Task Guessing_is_slowed_down_and_locks_out_the_guesser_alone()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var guesser = app.Browser(from: "127.0.0.30");
        (await guesser.SignInAsync(anna.Email, "угадал?")).Refuses(401, "session.wrongPassword");

        var refused = (await guesser.SignInAsync(anna.Email)).Refuses(429, "session.tooManyAttempts");
        int.Parse(refused.Header("Retry-After")!, CultureInfo.InvariantCulture).ShouldBeInRange(60, 900);

        using var home = app.Browser(from: "127.0.0.31");
        (await home.SignInAsync(anna.Email)).Expect(200);
    }

    [Fact]
    public async Task Trying_many_accounts_from_one_place_is_slowed_down_too()
    {
        using var guesser = app.Browser(from: "127.0.0.40");
        for (var i = 0; i < 10; i++) (await guesser.SignInAsync($"nobody{i}@kontur.example", "угадал?")).Expect(401);

        (await guesser.SignInAsync("nobody10@kontur.example", "угадал?")).Refuses(429, "session.tooManyAttempts");
    }

    [Fact]
    public async Task Trying_one_account_from_many_places_is_slowed_down_too()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        for (var i = 0; i < 10; i++)
        {
            using var guesser = app.Browser(from: $"127.0.1.{i + 1}");
            (await guesser.SignInAsync(anna.Email, "угадал?")).Expect(401);
        }

        using var another = app.Browser(from: "127.0.1.100");
        (await another.SignInAsync(anna.Email, "угадал?")).Refuses(429, "session.tooManyAttempts");
    }

    [Fact]
    public async Task Who_found_an_open_browser_cannot_guess_the_password_in_it()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var guesses = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => anna.PostAsync("/me/password", new { current = $"попытка {i}", @new = "новый ключ от старого сада" })));

        guesses.Count(answer => answer.Status == 422).ShouldBe(1);
        guesses.Count(answer => answer.Status == 429).ShouldBe(5);
    }

    [Fact]
    public async Task Trying_out_links_is_slowed_down_and_blocks_no_good_link()
    {
        using var guesser = app.Browser(from: "127.0.0.50");
        for (var i = 0; i < 2; i++) (await guesser.PostAsync("/invitations/preview", new { token = "cci_guess" })).Refuses(404, "invitations.unknown");
        for (var i = 0; i < 2; i++) (await guesser.PostAsync("/password-resets/accept", new { token = "ccr_guess", password = TestApp.Password })).Refuses(404, "passwordResets.unknown");

        (await guesser.PostAsync("/invitations/preview", new { token = "cci_guess" })).Refuses(429, "session.tooManyAttempts").Header("Retry-After").ShouldNotBeNull();
        (await guesser.PostAsync("/invitations/accept", new { token = "cci_guess", password = TestApp.Password })).Refuses(429, "session.tooManyAttempts");

        using var other = app.Browser(from: "127.0.0.51");
        (await other.PostAsync("/invitations/preview", new { token = "cci_guess" })).Refuses(404, "invitations.unknown");
    }

    [Fact]
    public async Task One_administrator_sends_so_many_invitations_in_a_day_and_another_sends_his_own()
    {
        var olga = await app.JoinAsync("Ольга Белова", Domain.Organizations.Role.Admin);
        Task<Answer> Invite(Person by, string name) => by.PostAsync("/invitations", new { email = $"{name}@romashka.example", firstName = "Мария", lastName = "Ромашкина", role = "guest" });
        (await Invite(olga, "one")).Expect(201);
        (await Invite(olga, "one")).Refuses(409, "invitations.alreadyInvited");
        (await Invite(olga, "two")).Expect(201);

        (await Invite(olga, "three")).Refuses(429, "invitations.tooManyToday").Header("Retry-After").ShouldNotBeNull();

        (await Invite(app.Nikolai, "three")).Expect(201);
    }
}
