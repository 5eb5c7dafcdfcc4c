using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class PasswordTests(PasswordTests.RoomyApp app) : IClassFixture<PasswordTests.RoomyApp>
{
    public sealed class RoomyApp(TestPostgres postgres) : DevelopmentApp(postgres)
    {
        protected override IEnumerable<string> Settings => ["--ClientChats:PublicUrl=https://chats.kontur.example/"];
    }

    private const string New = "новый ключ от старого сада";

    [Fact]
    public async Task Anna_changes_her_password_and_is_signed_out_everywhere_else()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var phone = await app.SignInAgainAsync(anna);
        await using var live = await phone.ListenAsync();

        (await anna.PostAsync("/me/password", new { current = TestApp.Password, @new = New })).Expect(204);

        await live.ClosedAsync();
        (await phone.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await anna.GetAsync("/me")).Expect(200);
        using var again = app.Browser();
        (await again.SignInAsync(anna.Email)).Refuses(401, "session.wrongPassword");
        (await again.SignInAsync(anna.Email, New)).Expect(200);

        var mail = await app.MailToAsync(anna.Email);
        mail["subject"].Text.ShouldBe("Пароль изменён");
        mail["links"].Texts.ShouldBe(["https://chats.kontur.example/sign-in"]);
    }

    [Fact]
    public async Task A_password_is_not_changed_without_the_present_one_or_to_a_bad_one()
    {
        var anna = await app.JoinAsync("Анна Ершова");

        (await anna.PostAsync("/me/password", new { current = "не тот пароль", @new = New })).RefusesField("current", "passwords.currentWrong");
        (await anna.PostAsync("/me/password", new { current = TestApp.Password, @new = "1234567" })).RefusesField("new", "passwords.tooShort");
        (await anna.PostAsync("/me/password", new { current = TestApp.Password, @new = new string('ж', 129) })).RefusesField("new", "passwords.tooLong");
        (await anna.PostAsync("/me/password", new { current = TestApp.Password, @new = "qwerty123" })).RefusesField("new", "passwords.tooCommon");
        (await anna.PostAsync("/me/password", new { current = TestApp.Password, @new = anna.Email })).RefusesField("new", "passwords.isYours");
        (await anna.PostAsync("/me/password", new { })).RefusesField("current", "validation.required");

        using var browser = app.Browser();
        (await browser.SignInAsync(anna.Email)).Expect(200);
    }

    [Fact]
    public async Task Who_forgot_the_password_chooses_a_new_one_by_mail()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var browser = app.Browser();
        (await browser.PostAsync("/password-resets", new { email = $" {anna.Email.ToUpperInvariant()} " })).Expect(202).Bytes.ShouldBeEmpty();
        var mail = await app.MailToAsync(anna.Email);
        mail["subject"].Text.ShouldBe("Новый пароль");
        mail["links"][0].Text.ShouldStartWith("https://chats.kontur.example/reset#ccr_");
        var token = await app.LinkToAsync(anna.Email);

        (await browser.PostAsync("/password-resets/accept", new { token, password = "qwerty123" })).RefusesField("password", "passwords.tooCommon");
        (await browser.PostAsync("/password-resets/accept", new { token, password = "анна ершова" })).RefusesField("password", "passwords.isYours");
        (await browser.PostAsync("/password-resets/accept", new { token, password = New })).Expect(204);

        (await anna.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await browser.SignInAsync(anna.Email, New)).Expect(200);
        (await app.MailToAsync(anna.Email, count: 2))["subject"].Text.ShouldBe("Пароль изменён");
    }

    /// <remarks>Mattermost CVE-2016-11074.</remarks>
    [Fact]
    public async Task A_reset_link_works_once_however_many_follow_it_at_once()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var browser = app.Browser();
        await browser.PostAsync("/password-resets", new { email = anna.Email });
        var token = await app.LinkToAsync(anna.Email);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => browser.PostAsync("/password-resets/accept", new { token, password = $"{New} {i}" })));

        answers.Count(answer => answer.Status == 204).ShouldBe(1);
        answers.Count(answer => answer.Code == "passwordResets.gone").ShouldBe(19);
    }

    [Fact]
    public async Task Links_that_ended_unknown_links_and_links_of_deactivated_members_do_not_work()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var boris = await app.JoinAsync("Борис Орлов");
        var vera = await app.JoinAsync("Вера Белова");
        using var browser = app.Browser();
        foreach (var person in new[] { anna, boris, vera }) await browser.PostAsync("/password-resets", new { email = person.Email });
        var (hers, his, third) = (await app.LinkToAsync(anna.Email), await app.LinkToAsync(boris.Email), await app.LinkToAsync(vera.Email));

        await app.SqlAsync("update password_resets set expires_at = now() where member_id = $1", anna.Id);
        (await app.Nikolai.PatchAsync($"/members/{boris.Id}", new { status = "deactivated" })).Expect(200);
        (await vera.PostAsync("/me/password", new { current = TestApp.Password, @new = New })).Expect(204);

        (await browser.PostAsync("/password-resets/accept", new { token = hers, password = New })).Refuses(410, "passwordResets.gone");
        (await browser.PostAsync("/password-resets/accept", new { token = his, password = New })).Refuses(410, "passwordResets.gone");
        (await browser.PostAsync("/password-resets/accept", new { token = third, password = New })).Refuses(410, "passwordResets.gone");
        (await browser.PostAsync("/password-resets/accept", new { token = third[..^1] + "_", password = New })).Refuses(404, "passwordResets.unknown");
        (await browser.PostAsync("/password-resets/accept", new { token = "", password = New })).RefusesField("token", "validation.required");

        (await app.Nikolai.PatchAsync($"/members/{boris.Id}", new { status = "active" })).Expect(200);
        (await browser.PostAsync("/password-resets/accept", new { token = his, password = New })).Refuses(410, "passwordResets.gone");
    }

    [Fact]
    public async Task Nobody_learns_by_a_reset_who_has_an_account()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var browser = app.Browser();

        var known = (await browser.PostAsync("/password-resets", new { email = anna.Email })).Expect(202);
        var unknown = (await browser.PostAsync("/password-resets", new { email = "nobody@kontur.example" })).Expect(202);

        unknown.Bytes.ShouldBe(known.Bytes);
        await app.MailToAsync(anna.Email);
        await app.OutboxIsDoneAsync();
        (await app.MailsToAsync("nobody@kontur.example")).ShouldBeEmpty();
        (await browser.PostAsync("/password-resets", new { email = "не адрес" })).RefusesField("email", "invitations.emailInvalid");
    }

    [Fact]
    public async Task An_address_is_not_flooded_with_mail()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var browser = app.Browser();

        for (var i = 0; i < 8; i++) (await browser.PostAsync("/password-resets", new { email = anna.Email })).Expect(202);

        await app.OutboxIsDoneAsync();
        (await app.MailsToAsync(anna.Email)).Count.ShouldBe(5);
    }

    /// <remarks>Mattermost CVE-2026-19600.</remarks>
    [Fact]
    public async Task Secrets_are_neither_logged_nor_kept()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var browser = app.Browser();
        await browser.PostAsync("/password-resets", new { email = anna.Email });
        var token = await app.LinkToAsync(anna.Email);
        (await browser.PostAsync("/password-resets/accept", new { token, password = New })).Expect(204);
        (await browser.SignInAsync(anna.Email, New)).Expect(200);

        app.Log.ShouldNotContain(line => line.Contains(token) || line.Contains(browser.Session!) || line.Contains(New));
        (await app.AskSqlAsync<long>("select count(*) from password_resets r where position($1 in r::text) > 0", token)).ShouldBe(0);
        (await app.AskSqlAsync<long>("select count(*) from outbox o where position($1 in o::text) > 0", token)).ShouldBe(0);
    }
}
