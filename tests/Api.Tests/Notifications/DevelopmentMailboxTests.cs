using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Notifications;

public sealed class DevelopmentMailboxTests(DevelopmentApp app) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task Administrators_read_the_mail_of_development_and_nobody_else_does()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        using var stranger = app.Browser();
        foreach (var name in new[] { "first", "second", "third" }) (await InviteAsync($"{name}@daisies.example", "Мария", "Ромашкина")).Expect(201);
        await app.OutboxIsDoneAsync();

        (await anna.GetAsync("/development/mailbox")).Refuses(403, "members.mayNotManage");
        (await maria.GetAsync("/development/mailbox")).Refuses(403, "members.mayNotManage");
        (await stranger.GetAsync("/development/mailbox")).Refuses(401, "session.signedOut");

        var first = (await app.Nikolai.GetAsync("/development/mailbox?to=DAISIES.example&limit=2")).Expect(200);
        var second = (await app.Nikolai.GetAsync($"/development/mailbox?to=daisies.example&limit=2&cursor={first["nextCursor"].Text}")).Expect(200);
        first.Items.Concat(second.Items).Select(mail => mail["to"].Text).ShouldBe(["third@daisies.example", "second@daisies.example", "first@daisies.example"]);
        second["nextCursor"].IsNull.ShouldBeTrue();
        first.Items[0].Fields.ShouldBe(["id", "to", "subject", "text", "html", "links", "at"]);
        first.Items[0]["html"].Text.ShouldContain(first.Items[0]["links"][0].Text);
        (await app.Nikolai.GetAsync("/development/mailbox?cursor=x")).RefusesField("cursor", "validation.cursor");
    }

    /// <remarks>Synapse CVE-2021-21333, Mattermost CVE-2017-18892.</remarks>
    [Theory]
    [InlineData("<script>alert(1)</script>", "<img src=x onerror=alert(1)>")]
    [InlineData("Иван\r\nBcc: all@kontur.example", "Subject: выигрыш")]
    [InlineData("\u202eнавИ", "\u2066Петров")]
    [InlineData("مريم", "Ромашкина")]
    [InlineData("Зайдите на https://evil.example/accept#cci_1", "или www.evil.example")]
    [InlineData("\"><a href=\"https://evil.example\">Иван</a>", "{Locale}")]
    public async Task Whatever_a_person_is_called_the_letter_is_ours(string first, string last)
    {
        var email = $"person{Guid.NewGuid():N}@romashka.example";
        (await InviteAsync(email, first, last)).Expect(201);

        var mail = await app.MailToAsync(email);

        mail["links"].Texts.Count.ShouldBe(1);
        mail["links"].Texts[0].ShouldStartWith(app.Address.GetLeftPart(UriPartial.Authority) + "/accept#cci_");
        mail["to"].Text.ShouldBe(email);
        mail["subject"].Text.ShouldBe("Николай Зуев приглашает вас в чат");
        var (html, text) = (mail["html"].Text, mail["text"].Text);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
        html.ShouldNotContain("evil.example");
        text.ShouldNotContain("evil.example");
        System.Text.RegularExpressions.Regex.Count(html, "<a ").ShouldBe(1);
        (html + text).ShouldNotContain("\u202e");
        (html + text).ShouldNotContain("\u2066");
        text.Split('\n').ShouldNotContain(line => line.StartsWith("Bcc", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_letter_is_written_in_the_language_of_its_organization_and_its_member()
    {
        (await app.Nikolai.PatchAsync("/organization", new { locale = "en", timeZone = "America/New_York" }, ("If-Match", "*"))).Expect(200);
        (await InviteAsync("john@daisy.example", "John", "Daisy")).Expect(201);
        var english = await app.MailToAsync("john@daisy.example");
        (await app.Nikolai.PatchAsync("/organization", new { locale = "ru", timeZone = "Europe/Moscow" }, ("If-Match", "*"))).Expect(200);

        english["subject"].Text.ShouldBe("Николай Зуев invites you to a chat");
        english["text"].Text.ShouldContain("Hello, John!");
        english["text"].Text.ShouldMatch(@"The link works until \d+ \w+, \d\d:\d\d \(UTC−[45]\), once\.");
        english["html"].Text.ShouldContain("<html lang=\"en\">");

        var anna = await app.JoinAsync("Анна Ершова");
        (await anna.PatchAsync("/me", new { locale = "en" })).Expect(200);
        using var browser = app.Browser();
        (await browser.PostAsync("/password-resets", new { email = anna.Email })).Expect(202);
        (await app.MailToAsync(anna.Email))["subject"].Text.ShouldBe("A new password");
    }

    [Fact]
    public async Task A_mail_is_judged_anew_when_it_is_sent()
    {
        var revoked = $"person{Guid.NewGuid():N}@romashka.example";
        await app.SqlAsync("create or replace function hold() returns trigger language plpgsql as $$ begin new.next_attempt_at = now() + interval '1 hour'; return new; end $$");
        await app.SqlAsync("create trigger hold before insert on outbox for each row execute function hold()");
        var invitation = (await InviteAsync(revoked, "Мария", "Ромашкина")).Expect(201);
        await app.SqlAsync("drop trigger hold on outbox");

        (await app.Nikolai.DeleteAsync($"/invitations/{invitation["id"].Text}")).Expect(204);
        await app.SqlAsync("update outbox set next_attempt_at = now()");
        var anna = await app.JoinAsync("Анна Ершова");
        (await anna.PostAsync("/password-resets", new { email = anna.Email })).Expect(202);
        await app.MailToAsync(anna.Email);
        await app.OutboxIsDoneAsync();

        (await app.MailsToAsync(revoked)).ShouldBeEmpty();
    }

    private Task<Answer> InviteAsync(string email, string firstName, string lastName) => app.Nikolai.PostAsync("/invitations", new { email, firstName, lastName, role = "guest" });
}
