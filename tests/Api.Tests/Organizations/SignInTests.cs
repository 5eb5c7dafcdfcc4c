using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Anna_signs_in_and_out()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var browser = app.Browser();

        var me = (await browser.SignInAsync(anna.Email.ToUpperInvariant())).Expect(200);
        var secret = browser.Session!;
        me["id"].Id.ShouldBe(anna.Id);
        me["can"]["invite"].IsTrue.ShouldBeFalse();
        (await browser.GetAsync("/me")).Expect(200);

        (await browser.DeleteAsync("/session")).Expect(204);
        browser.Session.ShouldBeNull();
        (await browser.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await browser.DeleteAsync("/session")).Expect(204);

        browser.Session = secret;
        (await browser.GetAsync("/me")).Refuses(401, "session.signedOut");
    }

    [Fact]
    public async Task An_unknown_address_is_answered_like_a_wrong_password()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var stranger = app.Browser();

        var wrong = (await stranger.SignInAsync(anna.Email, "не тот пароль")).Refuses(401, "session.wrongPassword");
        var unknown = (await stranger.SignInAsync("nobody@kontur.example", "не тот пароль")).Refuses(401, "session.wrongPassword");
        var noAddress = (await stranger.SignInAsync("nobody", "не тот пароль")).Refuses(401, "session.wrongPassword");

        unknown.Bytes.ShouldBe(wrong.Bytes);
        noAddress.Bytes.ShouldBe(wrong.Bytes);
    }

    [Fact]
    public async Task A_deactivated_member_is_answered_like_a_wrong_password()
    {
        var boris = await app.JoinAsync("Борис Орлов");
        using var browser = app.Browser();
        (await browser.SignInAsync(boris.Email)).Expect(200);
        (await app.Nikolai.PatchAsync($"/members/{boris.Id}", new { status = "deactivated" })).Expect(200);

        (await browser.SignInAsync(boris.Email)).Refuses(401, "session.wrongPassword");
    }

    [Theory]
    [InlineData("update members set status = 'deactivated' where id = $1"), InlineData("update members set password_hash = 'another' where id = $1")]
    public async Task A_sign_in_under_way_while_the_account_changes_does_not_outlive_the_change(string change)
    {
        var boris = await app.JoinAsync("Борис Орлов");
        using var browser = app.Browser();
        await browser.AntiforgeryAsync();

        var answer = await app.WhileWaitingAsync("select from members where id = $1 for update", () => browser.SignInAsync(boris.Email), change, boris.Id);

        answer.Refuses(401, "session.wrongPassword");
        (await app.AskSqlAsync<long>("select count(*) from sessions where member_id = $1", boris.Id)).ShouldBe(1);
    }

    /// <remarks>Mattermost CVE-2026-28741, CVE-2026-27659.</remarks>
    [Theory]
    [InlineData("/setup"), InlineData("/session"), InlineData("/password-resets"), InlineData("/password-resets/accept"), InlineData("/invitations/preview")]
    [InlineData("/invitations/accept"), InlineData("/invitations/ask"), InlineData("/me/password"), InlineData("/tokens"), InlineData("/invitations")]
    public async Task A_page_of_somebody_else_cannot_write_for_anybody(string path)
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var old = await anna.AntiforgeryAsync();
        using var nobody = app.Browser();
        anna.KnowsAntiforgery = nobody.KnowsAntiforgery = false;

        (await anna.PostAsync(path, new { token = "x" })).Refuses(400, "request.antiforgery");
        (await nobody.PostAsync(path, new { token = "x" })).Refuses(400, "request.antiforgery");
        (await nobody.PostAsync(path, new { token = "x" }, ("X-Antiforgery", old))).Refuses(400, "request.antiforgery");
        (await anna.PostAsync(path, new { token = "x" }, ("X-Antiforgery", old), ("Origin", "https://evil.example"))).Refuses(400, "request.antiforgery");
    }

    [Fact]
    public async Task The_antiforgery_token_dies_with_the_sign_in()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var browser = app.Browser();
        var before = await browser.AntiforgeryAsync();
        (await browser.SignInAsync(anna.Email)).Expect(200);

        (await browser.PatchAsync("/me", new { locale = "en" }, ("X-Antiforgery", before))).Refuses(400, "request.antiforgery");
        (await browser.PatchAsync("/me", new { locale = "en" })).Expect(200);
    }

    [Theory]
    [InlineData("{"), InlineData("[]"), InlineData("{\"email\":1,\"password\":\"x\"}"), InlineData("{\"email\":\"a\\u0000b\",\"password\":\"x\"}")]
    [InlineData("{\"email\":\"\\ud800\",\"password\":\"x\"}"), InlineData("")]
    public async Task A_body_that_cannot_be_read_is_called_so(string body)
    {
        using var browser = app.Browser();

        (await browser.PostAsync("/session", new StringContent(body, System.Text.Encoding.UTF8, "application/json"))).Refuses(400, "request.malformed");
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var browser = app.Browser();

        var body = new StringContent($"{{\"email\":\"{new string('x', 10_000_000)}\"}}", System.Text.Encoding.UTF8, "application/json");

        (await browser.PostAsync("/session", body, ("Expect", "100-continue"))).Refuses(413, "request.tooLarge");
    }

    [Fact]
    public async Task A_sign_in_ends_when_its_time_is_over_or_nobody_uses_it()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var maria = await app.JoinAsync("Мария Ромашкина", Domain.Organizations.Role.Guest);
        await app.SqlAsync("update sessions set last_seen_at = now() - interval '9 hours' where member_id in ($1, $2)", anna.Id, maria.Id);

        (await anna.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await maria.GetAsync("/me")).Expect(200);

        var once = await app.SignInAgainAsync(anna);
        await app.SqlAsync("update sessions set expires_at = now() - interval '1 second' where member_id = $1", anna.Id);
        (await once.GetAsync("/me")).Refuses(401, "session.signedOut");
    }
}
