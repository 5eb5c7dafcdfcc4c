using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class TokenTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly object Crm = new { name = "Обмен с CRM", scopes = new[] { "crm:write", "crm:read" } };

    [Fact]
    public async Task Anna_gives_a_program_a_token_and_takes_it_back()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var made = (await anna.PostAsync("/tokens", new { name = "Обмен с CRM", scopes = new[] { "crm:read", "conversations:read" } })).Expect(201);
        made.Body.Fields.ShouldBe(["id", "token"]);
        using var program = app.Program(made["token"].Text);
        (await program.GetAsync("/me")).Expect(200)["id"].Id.ShouldBe(anna.Id);

        var listed = (await anna.GetAsync("/tokens")).Expect(200).Items.Single();
        listed["name"].Text.ShouldBe("Обмен с CRM");
        listed["scopes"].Texts.ShouldBe(["conversations:read", "crm:read"]);
        (await anna.GetAsync("/tokens")).Text.ShouldNotContain(made["token"].Text);

        await using var live = await program.ListenAsync();
        (await anna.DeleteAsync($"/tokens/{made["id"].Text}")).Expect(204);

        await live.ClosedAsync();
        (await program.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await anna.GetAsync("/tokens")).Items.ShouldBeEmpty();
        (await anna.DeleteAsync($"/tokens/{made["id"].Text}")).Refuses(404, "tokens.notFound");
    }

    [Fact]
    public async Task A_repeated_request_makes_no_second_token_and_shows_no_secret()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var first = (await anna.PostAsync("/tokens", Crm, ("Idempotency-Key", "one"))).Expect(201);

        var repeat = (await anna.PostAsync("/tokens", Crm, ("Idempotency-Key", "one"))).Refuses(409, "request.secretAlreadyShown");
        repeat["id"].Text.ShouldBe(first["id"].Text);
        (await anna.PostAsync("/tokens", new { name = "Другой", scopes = new[] { "crm:read" } }, ("Idempotency-Key", "one"))).Refuses(409, "request.idempotencyKeyReused");

        (await anna.GetAsync("/tokens")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_guest_has_no_tokens_and_nobody_sees_those_of_somebody_else()
    {
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        var anna = await app.JoinAsync("Анна Ершова");
        var boris = await app.JoinAsync("Борис Орлов");
        var hers = (await anna.PostAsync("/tokens", Crm)).Expect(201);

        (await maria.PostAsync("/tokens", Crm)).Refuses(403, "members.employeesOnly");
        (await maria.GetAsync("/tokens")).Refuses(403, "members.employeesOnly");
        (await boris.GetAsync("/tokens")).Items.ShouldBeEmpty();
        (await boris.DeleteAsync($"/tokens/{hers["id"].Text}")).Refuses(404, "tokens.notFound");
    }

    [Fact]
    public async Task A_token_opens_nothing_that_its_owner_keeps_for_himself()
    {
        using var program = app.Program((await app.Nikolai.PostAsync("/tokens", new { name = "Всё", scopes = Scopes.All })).Expect(201)["token"].Text);

        (await program.PostAsync("/tokens", Crm)).Refuses(403, "tokens.scopeMissing");
        (await program.GetAsync("/tokens")).Refuses(403, "tokens.scopeMissing");
        (await program.GetAsync("/sessions")).Refuses(403, "tokens.scopeMissing");
        (await program.PatchAsync("/me", new { firstName = "Робот" })).Refuses(403, "tokens.scopeMissing");
        (await program.PostAsync("/me/password", new { current = TestApp.Password, @new = "новый пароль робота" })).Refuses(403, "tokens.scopeMissing");
        (await program.PatchAsync("/organization", new { name = "Роботы" }, ("If-Match", "*"))).Refuses(403, "tokens.scopeMissing");
    }

    [Fact]
    public async Task A_token_needs_a_name_known_scopes_and_time_to_live()
    {
        var anna = await app.JoinAsync("Анна Ершова");

        (await anna.PostAsync("/tokens", new { scopes = new[] { "crm:read" } })).RefusesField("name", "validation.required");
        (await anna.PostAsync("/tokens", new { name = new string('я', 101), scopes = new[] { "crm:read" } })).RefusesField("name", "validation.tooLong");
        (await anna.PostAsync("/tokens", new { name = "Ничего" })).RefusesField("scopes", "validation.required");
        (await anna.PostAsync("/tokens", new { name = "Всё", scopes = new[] { "everything" } })).RefusesField("scopes", "tokens.scopeUnknown");
        (await anna.PostAsync("/tokens", new { name = "Вчера", scopes = new[] { "crm:read" }, expiresAt = DateTimeOffset.UtcNow.AddDays(-1) })).RefusesField("expiresAt", "validation.inThePast");
    }

    [Fact]
    public async Task A_token_ends_by_its_time_and_a_member_has_not_more_than_fifty()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var program = app.Program((await anna.PostAsync("/tokens", new { name = "До завтра", scopes = new[] { "crm:read" }, expiresAt = DateTimeOffset.UtcNow.AddDays(1) })).Expect(201)["token"].Text);
        await app.SqlAsync("update access_tokens set expires_at = now() where member_id = $1", anna.Id);
        (await program.GetAsync("/me")).Refuses(401, "session.signedOut");

        var more = await Task.WhenAll(Enumerable.Range(0, 52).Select(_ => anna.PostAsync("/tokens", Crm)));
        more.Count(answer => answer.Status == 201).ShouldBe(49);
        more.Count(answer => answer.Code == "tokens.tooMany").ShouldBe(3);
    }

    /// <remarks>Mattermost CVE-2025-3230, CVE-2025-1412, CVE-2023-50333.</remarks>
    [Fact]
    public async Task Tokens_and_sessions_do_not_outlive_the_account_or_the_role()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var boris = await app.JoinAsync("Борис Орлов");
        using var hers = app.Program((await anna.PostAsync("/tokens", Crm)).Expect(201)["token"].Text);
        using var his = app.Program((await boris.PostAsync("/tokens", Crm)).Expect(201)["token"].Text);
        (await hers.GetAsync("/me")).Expect(200);
        (await his.GetAsync("/me")).Expect(200);

        (await app.Nikolai.PatchAsync($"/members/{anna.Id}", new { status = "deactivated" })).Expect(200);
        (await app.Nikolai.PatchAsync($"/members/{boris.Id}", new { role = "guest" })).Expect(200);

        (await hers.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await anna.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await his.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await boris.GetAsync("/me")).Expect(200)["role"].Text.ShouldBe("guest");
        (await boris.GetAsync("/tokens")).Refuses(403, "members.employeesOnly");

        (await app.Nikolai.PatchAsync($"/members/{anna.Id}", new { status = "active" })).Expect(200);
        (await app.Nikolai.PatchAsync($"/members/{boris.Id}", new { role = "employee" })).Expect(200);
        (await hers.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await anna.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await his.GetAsync("/me")).Refuses(401, "session.signedOut");
    }
}
