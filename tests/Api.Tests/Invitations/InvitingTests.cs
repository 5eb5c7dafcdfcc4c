using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Invitations;

public sealed class InvitingTests(InvitationApp app) : IClassFixture<InvitationApp>
{
    /// <remarks>Mattermost CVE-2024-1888, CVE-2025-14573; Zulip CVE-2017-0896.</remarks>
    [Fact]
    public async Task Only_administrators_invite_and_a_refusal_sends_nothing()
    {
        var invitation = (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest())).Expect(201);
        await app.OutboxIsDoneAsync();
        var before = await CountsAsync();
        var anna = await app.JoinAsync("Анна Ершова", Role.Employee, Application.Organizations.Duty.Supervisor, Application.Organizations.Duty.QualityControl);
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        using var stranger = app.Browser();
        using var noScope = await TokenOfAsync(app.Nikolai, "crm:write");
        using var noRight = await TokenOfAsync(anna, "invitations:write");

        foreach (var (caller, status, code) in new (Caller, int, string)[]
        {
            (anna, 403, "members.mayNotManage"), (maria, 403, "members.mayNotManage"), (stranger, 401, "session.signedOut"),
            (noScope, 403, "tokens.scopeMissing"), (noRight, 403, "members.mayNotManage"),
        })
        {
            (await caller.PostAsync("/invitations", InvitationApp.Guest())).Refuses(status, code);
            (await caller.GetAsync("/invitations")).Refuses(status, code);
            (await caller.PostAsync($"/invitations/{invitation["id"].Text}/resend")).Refuses(status, code);
            (await caller.DeleteAsync($"/invitations/{invitation["id"].Text}")).Refuses(status, code);
        }

        (await CountsAsync()).ShouldBe(before);
        using var program = await TokenOfAsync(app.Nikolai, "invitations:write");
        (await program.PostAsync("/invitations", InvitationApp.Guest())).Expect(201);
        (await program.GetAsync("/invitations")).Expect(200);
    }

    [Fact]
    public async Task One_address_waits_for_one_answer_and_has_one_account_however_it_is_spelt()
    {
        var email = InvitationApp.NewAddress();
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(email))).Expect(201);
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest($"  {email.ToUpperInvariant()} "))).Refuses(409, "invitations.alreadyInvited");
        using var maria = app.Browser();
        (await maria.PostAsync("/invitations/accept", new { token = await app.LinkToAsync(email), password = TestApp.Password })).Expect(200);

        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(email.ToUpperInvariant()))).Refuses(409, "invitations.alreadyMember");
        (await app.Nikolai.PatchAsync($"/members/{(await maria.GetAsync("/me"))["id"].Text}", new { status = "deactivated" })).Expect(200);
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(email))).Refuses(409, "invitations.alreadyMember");

        var wide = InvitationApp.NewAddress();
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(wide.Replace("romashka", "ｒｏｍａｓｈｋａ", StringComparison.Ordinal)))).Expect(201);
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(wide))).Refuses(409, "invitations.alreadyInvited");
    }

    [Fact]
    public async Task Two_who_invite_the_same_person_at_once_send_one_invitation()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var email = InvitationApp.NewAddress();

        // As many as there are mails to one address in an hour: those that race each other take one each.
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => (i % 2 == 0 ? app.Nikolai : olga).PostAsync("/invitations", InvitationApp.Guest(email))));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer.Code == "invitations.alreadyInvited").ShouldBe(4);
        await app.OutboxIsDoneAsync();
        (await app.MailsToAsync(email)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeated_request_sends_one_invitation()
    {
        var body = InvitationApp.Guest();
        var first = (await app.Nikolai.PostAsync("/invitations", body, ("Idempotency-Key", "once"))).Expect(201);

        (await app.Nikolai.PostAsync("/invitations", body, ("Idempotency-Key", "once"))).Expect(201).Bytes.ShouldBe(first.Bytes);
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(), ("Idempotency-Key", "once"))).Refuses(409, "request.idempotencyKeyReused");
    }

    [Fact]
    public async Task What_is_not_right_is_said_at_the_field()
    {
        foreach (var bad in new[] { "", "maria", "maria@", "@romashka.example", "maria@localhost", "ma ria@romashka.example", "maria@romashka.example\r\nBcc: all@kontur.example", "a@b@c.example", "maria@-romashka.example", new string('m', 65) + "@romashka.example" })
            (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(bad))).RefusesField("email", "invitations.emailInvalid");

        var email = InvitationApp.NewAddress();
        (await app.Nikolai.PostAsync("/invitations", new { email, firstName = " ", lastName = "Ромашкина", role = "guest" })).RefusesField("firstName", "validation.required");
        (await app.Nikolai.PostAsync("/invitations", new { email, firstName = "Мария", lastName = new string('я', 101), role = "guest" })).RefusesField("lastName", "validation.tooLong");
        (await app.Nikolai.PostAsync("/invitations", new { email, firstName = "Мария", lastName = "Ромашкина" })).RefusesField("role", "validation.required");
        (await app.Nikolai.PostAsync("/invitations", new { email, firstName = "Мария", lastName = "Ромашкина", role = "owner" })).RefusesField("role", "invitations.ownersAreNotInvited");
        (await app.Nikolai.PostAsync("/invitations", new { email, firstName = "Мария", lastName = "Ромашкина", role = "client" })).Refuses(400, "request.malformed");
        (await app.Nikolai.PostAsync("/invitations", new { })).RefusesField("email", "invitations.emailInvalid");
        (await app.Nikolai.PostAsync("/invitations/not-an-id/resend")).Refuses(404, "invitations.notFound");
        (await app.Nikolai.DeleteAsync($"/invitations/{Guid.NewGuid()}")).Refuses(404, "invitations.notFound");
    }

    [Fact]
    public async Task The_link_is_nowhere_but_in_the_mail()
    {
        await using var live = await app.Nikolai.ListenAsync();
        var (invitation, token) = await app.InviteAsync();
        await app.IsSentAsync(invitation);
        using var maria = app.Browser();
        (await maria.PostAsync("/invitations/accept", new { token, password = TestApp.Password })).Expect(200);
        await InvitationApp.HearsAsync(live, invitation, "accepted");

        var secret = token[^43..];
        (await app.Nikolai.GetAsync("/invitations?limit=200")).Text.ShouldNotContain(secret);
        invitation.Text.ShouldNotContain(secret);
        app.Log.ShouldNotContain(line => line.Contains(secret));
        foreach (var table in new[] { "invitations", "invitation_links", "outbox", "idempotency_records", "members", "sessions" })
            (await app.AskSqlAsync<long>($"select count(*) from {table} t where position($1 in t::text) > 0", secret)).ShouldBe(0, table);
    }

    [Fact]
    public async Task The_list_is_read_part_by_part_the_newest_first()
    {
        var three = new List<Guid>();
        for (var i = 0; i < 3; i++) three.Insert(0, (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest())).Expect(201)["id"].Id);

        var first = (await app.Nikolai.GetAsync("/invitations?limit=2")).Expect(200);
        var second = (await app.Nikolai.GetAsync($"/invitations?limit=2&cursor={first["nextCursor"].Text}")).Expect(200);

        first.Items.Concat(second.Items).Take(3).Select(item => item["id"].Id).ShouldBe(three);
        (await app.Nikolai.GetAsync("/invitations?status=lost")).Refuses(400, "request.malformed");
        (await app.Nikolai.GetAsync("/invitations?cursor=x")).RefusesField("cursor", "validation.cursor");
        (await app.Nikolai.GetAsync("/invitations?limit=0")).RefusesField("limit", "validation.outOfRange");
    }

    [Fact]
    public async Task One_address_is_not_flooded_with_invitations()
    {
        var (invitation, _) = await app.InviteAsync();
        for (var i = 0; i < 4; i++) (await app.Nikolai.PostAsync($"/invitations/{invitation["id"].Text}/resend")).Expect(200);

        (await app.Nikolai.PostAsync($"/invitations/{invitation["id"].Text}/resend")).Refuses(429, "invitations.tooManyMails").Header("Retry-After").ShouldNotBeNull();
    }

    private async Task<(long, long)> CountsAsync() =>
        (await app.AskSqlAsync<long>("select count(*) from invitations"), await app.AskSqlAsync<long>("select count(*) from development_mailbox"));

    private async Task<Caller> TokenOfAsync(Person owner, string scope) =>
        app.Program((await owner.PostAsync("/tokens", new { name = scope, scopes = new[] { scope } })).Expect(201)["token"].Text);
}
