using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Invitations;

public sealed class AcceptingTests(InvitationApp app) : IClassFixture<InvitationApp>
{
    [Fact]
    public async Task Maria_is_invited_follows_the_link_and_is_in()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        await using var live = await olga.ListenAsync();
        var email = InvitationApp.NewAddress();

        var sent = (await olga.PostAsync("/invitations", InvitationApp.Guest(email))).Expect(201);

        sent["status"].Text.ShouldBe("pending");
        sent["delivery"].Text.ShouldBe("queued");
        sent["role"].Text.ShouldBe("guest");
        sent["invitedBy"]["displayName"].Text.ShouldBe("Ольга Белова");
        (sent["expiresAt"].Time - DateTimeOffset.UtcNow).ShouldBe(TimeSpan.FromDays(7), TimeSpan.FromMinutes(1));
        await InvitationApp.HearsAsync(live, sent, "pending");
        var mail = await app.MailToAsync(email);
        mail["subject"].Text.ShouldBe("Ольга Белова приглашает вас в чат");
        mail["links"].Texts.Single().ShouldStartWith($"{app.Address.GetLeftPart(UriPartial.Authority)}/accept#cci_");
        await app.IsSentAsync(sent);

        var token = await app.LinkToAsync(email);
        using var maria = app.Browser();
        var preview = (await maria.PostAsync("/invitations/preview", new { token })).Expect(200);
        preview.Body.Fields.ShouldBe(["organizationName", "email", "firstName", "lastName", "role", "status", "expiresAt", "invitedBy"]);
        preview["organizationName"].Text.ShouldBe("Студия «Контур»");
        preview["invitedBy"].Text.ShouldBe("Ольга Белова");

        var me = (await maria.PostAsync("/invitations/accept", new { token, password = TestApp.Password, firstName = "Маша" })).Expect(200);

        me["email"].Text.ShouldBe(email);
        me["displayName"].Text.ShouldBe("Маша Ромашкина");
        me["role"].Text.ShouldBe("guest");
        (await maria.GetAsync("/me")).Expect(200);
        await InvitationApp.HearsAsync(live, sent, "accepted");
        var accepted = await app.ShowAsync(sent);
        accepted["memberId"].Text.ShouldBe(me["id"].Text);
        accepted["acceptedAt"].Exists.ShouldBeTrue();
        using var again = app.Browser();
        (await again.SignInAsync(email)).Expect(200);
    }

    [Theory]
    [InlineData("employee", "приглашает вас в команду"), InlineData("admin", "приглашает вас в команду")]
    public async Task Colleagues_are_invited_likewise(string role, string words)
    {
        var email = InvitationApp.NewAddress();
        (await app.Nikolai.PostAsync("/invitations", new { email, firstName = "Анна", lastName = "Ершова", role })).Expect(201);
        (await app.MailToAsync(email))["subject"].Text.ShouldEndWith(words);
        using var anna = app.Browser();

        (await anna.PostAsync("/invitations/accept", new { token = await app.LinkToAsync(email), password = TestApp.Password })).Expect(200)["role"].Text.ShouldBe(role);
    }

    /// <remarks>Mattermost CVE-2026-3590.</remarks>
    [Fact]
    public async Task Of_a_hundred_who_follow_one_link_at_once_one_gets_in()
    {
        var email = InvitationApp.NewAddress();
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(email))).Expect(201);
        var token = await app.LinkToAsync(email);
        var browsers = Enumerable.Range(0, 100).Select(_ => app.Browser()).ToList();
        await Task.WhenAll(browsers.Select(browser => browser.AntiforgeryAsync()));

        var answers = await Task.WhenAll(browsers.Select((browser, i) => browser.PostAsync("/invitations/accept", new { token, password = $"{TestApp.Password} {i}" })));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Code == "invitations.used").ShouldBe(99);
        (await app.AskSqlAsync<long>("select count(*) from members where email = $1", email)).ShouldBe(1);
        (await app.AskSqlAsync<long>("select count(*) from sessions s join members m on m.id = s.member_id where m.email = $1", email)).ShouldBe(1);
        using var late = app.Browser();
        (await late.PostAsync("/invitations/preview", new { token })).Refuses(410, "invitations.used");
        foreach (var browser in browsers) browser.Dispose();
    }

    /// <remarks>Zulip CVE-2022-21706, CVE-2017-0910, CVE-2023-32677.</remarks>
    [Fact]
    public async Task Whatever_else_is_sent_with_the_link_the_guest_becomes_what_she_was_invited_as()
    {
        var (invitation, token) = await app.InviteAsync();
        using var maria = app.Browser();

        var me = (await maria.PostAsync("/invitations/accept", new
        {
            token, password = TestApp.Password, role = "owner", email = "zuev2@kontur.example", organizationId = Guid.NewGuid(), duties = new[] { "supervisor" }, conversationIds = new[] { Guid.NewGuid() },
        })).Expect(200);

        me["role"].Text.ShouldBe("guest");
        me["email"].Text.ShouldBe(invitation["email"].Text);
        me["organization"]["id"].Id.ShouldBe(app.OrganizationId);
        me["duties"].Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bad_password_or_name_uses_the_link_up_no_more_than_looking_at_it()
    {
        var (invitation, token) = await app.InviteAsync();
        using var maria = app.Browser();

        (await maria.PostAsync("/invitations/accept", new { token, password = "коротко" })).RefusesField("password", "passwords.tooShort");
        (await maria.PostAsync("/invitations/accept", new { token, password = "password" })).RefusesField("password", "passwords.tooCommon");
        (await maria.PostAsync("/invitations/accept", new { token, password = invitation["email"].Text })).RefusesField("password", "passwords.isYours");
        (await maria.PostAsync("/invitations/accept", new { token, password = "мария ромашкина" })).RefusesField("password", "passwords.isYours");
        (await maria.PostAsync("/invitations/accept", new { token, password = TestApp.Password, firstName = " " })).RefusesField("firstName", "validation.required");
        (await maria.PostAsync("/invitations/accept", new { token, password = TestApp.Password, lastName = new string('я', 101) })).RefusesField("lastName", "validation.tooLong");
        for (var i = 0; i < 3; i++) (await maria.PostAsync("/invitations/preview", new { token })).Expect(200);

        (await maria.PostAsync("/invitations/accept", new { token, password = TestApp.Password })).Expect(200);
    }

    [Fact]
    public async Task An_unknown_link_is_called_unknown()
    {
        var (_, token) = await app.InviteAsync();
        using var stranger = app.Browser();
        var unknown = (await stranger.PostAsync("/invitations/preview", new { token = "" })).RefusesField("token", "validation.required");

        foreach (var guess in new[] { "x", token[..^1], token + "x", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), "cct_" + token[4..], new string('ж', 5000) })
        {
            (await stranger.PostAsync("/invitations/preview", new { token = guess })).Refuses(404, "invitations.unknown");
            (await stranger.PostAsync("/invitations/accept", new { token = guess, password = TestApp.Password })).Refuses(404, "invitations.unknown");
            (await stranger.PostAsync("/invitations/ask", new { token = guess })).Expect(202).Bytes.ShouldBeEmpty();
        }
    }
}
