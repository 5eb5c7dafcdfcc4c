using ClientChats.Application.Organizations;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class MemberTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task An_administrator_writes_down_an_employees_numbers_duties_and_crm_users()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var anna = await app.JoinAsync("Анна Ершова");

        var changed = (await olga.PatchAsync($"/members/{anna.Id}", new
        {
            duties = new[] { "receivesNewClients", "supervisor" }, phones = new[] { "8 (912) 345-67-01", "+1 212 555 0199" }, crmUserIds = new[] { " amocrm:17 ", "bitrix:4" },
        })).Expect(200);

        changed["duties"].Texts.ShouldBe(["supervisor", "receivesNewClients"]);
        changed["phones"].Texts.ShouldBe(["+12125550199", "+79123456701"]);
        changed["crmUserIds"].Texts.ShouldBe(["amocrm:17", "bitrix:4"]);
        (await olga.GetAsync($"/members/{anna.Id}")).Bytes.ShouldBe(changed.Bytes);

        var less = (await olga.PatchAsync($"/members/{anna.Id}", new { phones = new[] { "89123456701" }, duties = (object?)null, crmUserIds = (object?)null })).Expect(200);
        less["phones"].Texts.ShouldBe(["+79123456701"]);
        less["duties"].Texts.ShouldBeEmpty();
        less["crmUserIds"].Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_belongs_to_one_person()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var boris = await app.JoinAsync("Борис Орлов");
        (await ChangeAsync(anna, new { phones = new[] { "+79120000001" }, crmUserIds = new[] { "amocrm:1" } })).Expect(200);

        (await ChangeAsync(boris, new { phones = new[] { "8 912 000 00 01" } })).Refuses(409, "members.phoneTaken");
        (await ChangeAsync(boris, new { crmUserIds = new[] { "amocrm:1" } })).Refuses(409, "members.crmUserTaken");
        (await ChangeAsync(anna, new { phones = (object?)null })).Expect(200);
        (await ChangeAsync(boris, new { phones = new[] { "8 912 000 00 01" } })).Expect(200);
    }

    [Fact]
    public async Task What_is_not_right_changes_nothing()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        var before = (await app.Nikolai.GetAsync($"/members/{anna.Id}")).Bytes;

        (await ChangeAsync(anna, new { phones = new[] { "позвони мне" } })).RefusesField("phones", "members.phoneInvalid");
        (await ChangeAsync(anna, new { phones = Enumerable.Range(0, 11).Select(i => $"+791200001{i:00}") })).RefusesField("phones", "validation.tooMany");
        (await ChangeAsync(anna, new { crmUserIds = new[] { new string('1', 201) } })).RefusesField("crmUserIds[0]", "validation.tooLong");
        (await ChangeAsync(anna, new { crmUserIds = new[] { " " } })).RefusesField("crmUserIds[0]", "validation.required");
        (await ChangeAsync(anna, new { role = (string?)null })).RefusesField("role", "validation.required");
        (await ChangeAsync(anna, new { role = "king" })).Refuses(400, "request.malformed");
        (await ChangeAsync(anna, new { status = (string?)null })).RefusesField("status", "validation.required");
        (await ChangeAsync(anna, new { duties = new[] { "janitor" } })).Refuses(400, "request.malformed");
        (await ChangeAsync(anna, new { firstName = "Иоанна" })).RefusesField("firstName", "validation.unknownField");
        (await ChangeAsync(anna, new { company = "Чужая" })).Refuses(409, "members.onlyGuestsHaveCompany");
        (await ChangeAsync(maria, new { company = new string('я', 201) })).RefusesField("company", "validation.tooLong");
        (await ChangeAsync(maria, new { phones = new[] { "+79120000099" } })).Refuses(409, "members.guestsHaveNoNumbers");
        (await ChangeAsync(maria, new { duties = new[] { "supervisor" } })).Refuses(409, "members.guestsHaveNoDuties");
        (await ChangeAsync(maria, new { crmUserIds = new[] { "amocrm:5" } })).Refuses(409, "members.guestsAreNoCrmUsers");

        (await app.Nikolai.GetAsync($"/members/{anna.Id}")).Bytes.ShouldBe(before);
    }

    [Fact]
    public async Task A_guests_company_is_written_down_beside_her()
    {
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);

        (await ChangeAsync(maria, new { company = "  ООО  «Ромашка» " })).Expect(200)["company"].Text.ShouldBe("ООО «Ромашка»");
        (await ChangeAsync(maria, new { role = "employee" })).Expect(200)["company"].Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_administrators_change_members_and_nobody_learns_more_by_trying()
    {
        var anna = await app.JoinAsync("Анна Ершова", Role.Employee, Duty.Supervisor);
        var boris = await app.JoinAsync("Борис Орлов");
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);

        (await anna.PatchAsync($"/members/{boris.Id}", new { role = "guest" })).Refuses(403, "members.mayNotManage");
        (await anna.PatchAsync($"/members/{anna.Id}", new { role = "owner" })).Refuses(403, "members.mayNotManage");
        var known = (await maria.PatchAsync($"/members/{app.Nikolai.Id}", new { status = "deactivated" })).Refuses(403, "members.mayNotManage");
        (await maria.PatchAsync($"/members/{Guid.NewGuid()}", new { status = "deactivated" })).Bytes.ShouldBe(known.Bytes);
        (await app.Nikolai.PatchAsync($"/members/{Guid.NewGuid()}", new { role = "guest" })).Refuses(404, "members.notFound");
        (await app.Nikolai.PatchAsync("/members/nobody", new { role = "guest" })).Refuses(404, "members.notFound");

        (await app.Nikolai.GetAsync($"/members/{boris.Id}"))["role"].Text.ShouldBe("employee");
    }

    [Fact]
    public async Task An_admin_does_nothing_to_an_owner_and_nobody_to_himself()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var gleb = await app.JoinAsync("Глеб Ежов", Role.Admin);
        var anna = await app.JoinAsync("Анна Ершова");

        (await olga.PatchAsync($"/members/{app.Nikolai.Id}", new { role = "employee" })).Refuses(403, "members.ownersOnly");
        (await olga.PatchAsync($"/members/{app.Nikolai.Id}", new { status = "deactivated" })).Refuses(403, "members.ownersOnly");
        (await olga.PatchAsync($"/members/{app.Nikolai.Id}", new { duties = new[] { "supervisor" } })).Refuses(403, "members.ownersOnly");
        (await olga.PatchAsync($"/members/{anna.Id}", new { role = "owner" })).Refuses(403, "members.ownersOnly");
        (await olga.PatchAsync($"/members/{olga.Id}", new { role = "owner" })).Refuses(409, "members.notYourself");
        (await olga.PatchAsync($"/members/{olga.Id}", new { status = "deactivated" })).Refuses(409, "members.notYourself");
        (await app.Nikolai.PatchAsync($"/members/{app.Nikolai.Id}", new { role = "admin" })).Refuses(409, "members.notYourself");
        (await app.Nikolai.PatchAsync($"/members/{app.Nikolai.Id}", new { status = "deactivated" })).Refuses(409, "members.notYourself");

        (await olga.PatchAsync($"/members/{gleb.Id}", new { role = "employee" })).Expect(200);
        (await olga.PatchAsync($"/members/{anna.Id}", new { role = "admin" })).Expect(200);
        (await app.Nikolai.PatchAsync($"/members/{anna.Id}", new { role = "owner" })).Expect(200);
        (await app.Nikolai.PatchAsync($"/members/{anna.Id}", new { role = "employee" })).Expect(200);
    }

    [Fact]
    public async Task Two_owners_who_take_the_role_from_each_other_leave_one()
    {
        var anna = await app.JoinAsync("Анна Ершова", Role.Owner);

        var answers = await Task.WhenAll(
            app.Nikolai.PatchAsync($"/members/{anna.Id}", new { role = "employee" }), anna.PatchAsync($"/members/{app.Nikolai.Id}", new { role = "employee" }));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        (await app.AskSqlAsync<long>("select count(*) from members where role = 'owner' and status = 'active'")).ShouldBe(1);
        await app.SqlAsync("update members set role = case id when $1 then 'owner' else 'employee' end where id in ($1, $2)", app.Nikolai.Id, anna.Id);
    }

    [Fact]
    public async Task A_token_manages_members_but_gives_no_roles_and_duties()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        using var members = await TokenAsync("members:write");
        using var messages = await TokenAsync("messages:write");

        (await members.PatchAsync($"/members/{anna.Id}", new { phones = new[] { "+79120000077" } })).Expect(200);
        (await members.PatchAsync($"/members/{anna.Id}", new { status = "deactivated" })).Expect(200);
        (await members.PatchAsync($"/members/{anna.Id}", new { role = "admin" })).Refuses(403, "members.notByToken");
        (await members.PatchAsync($"/members/{anna.Id}", new { duties = new[] { "supervisor" } })).Refuses(403, "members.notByToken");
        (await messages.PatchAsync($"/members/{anna.Id}", new { status = "active" })).Refuses(403, "tokens.scopeMissing");
        (await messages.GetAsync($"/members/{anna.Id}")).Expect(200);
    }

    [Theory]
    [InlineData("{\"role\":\"admin\"}"), InlineData("{\"duties\":[\"supervisor\"]}"), InlineData("{\"status\":\"deactivated\"}")]
    public async Task A_changed_standing_closes_the_live_connection(string change)
    {
        var anna = await app.JoinAsync("Анна Ершова");
        await using var live = await anna.ListenAsync();

        (await app.Nikolai.PatchAsync($"/members/{anna.Id}", Patch(change))).Expect(200);

        await live.ClosedAsync();
        (await anna.MayListenAsync()).ShouldBe(!change.Contains("deactivated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_very_next_request_after_a_demotion_has_the_rights_of_a_guest()
    {
        var anna = await app.JoinAsync("Анна Ершова", Role.Admin, Duty.Supervisor);
        (await ChangeAsync(anna, new { phones = new[] { "+79120000055" } })).Expect(200);
        (await anna.GetAsync("/invitations")).Expect(200);

        var demoted = (await ChangeAsync(anna, new { role = "guest" })).Expect(200);

        demoted["isClient"].IsTrue.ShouldBeTrue();
        demoted["duties"].Texts.ShouldBeEmpty();
        demoted["phones"].Texts.ShouldBeEmpty();
        (await anna.GetAsync("/invitations")).Refuses(403, "members.mayNotManage");
        (await anna.GetAsync("/me"))["can"]["createChats"].IsTrue.ShouldBeFalse();
    }

    /// <remarks>Zulip CVE-2022-24751, CVE-2016-4427; Synapse CVE-2023-32682.</remarks>
    [Fact]
    public async Task Nothing_of_a_member_works_once_he_is_deactivated_whatever_runs_at_that_moment()
    {
        var boris = await app.JoinAsync("Борис Орлов");
        using var his = app.Program((await boris.PostAsync("/tokens", new { name = "Программа", scopes = new[] { "crm:read" } })).Expect(201)["token"].Text);
        using var other = app.Browser();
        using var stop = new CancellationTokenSource();
        var busy = Enumerable.Range(0, 12).Select(i => Task.Run(async () =>
        {
            for (var asked = 0; !stop.IsCancellationRequested || asked < 40; asked++) await (i % 3 == 0 ? his.GetAsync("/me") : i % 3 == 1 ? boris.GetAsync("/members") : boris.PatchAsync("/me", new { firstName = $"Борис{asked}" }));
        })).ToList();
        var signingIn = Enumerable.Range(0, 4).Select(_ => app.Browser()).Select(async browser => (Browser: browser, Answer: await browser.SignInAsync(boris.Email))).ToList();

        (await ChangeAsync(boris, new { status = "deactivated" })).Expect(200);
        var after = await Task.WhenAll(boris.GetAsync("/me"), his.GetAsync("/me"), other.SignInAsync(boris.Email));
        var ghost = await boris.PatchAsync("/me", new { firstName = "Призрак" });

        after.ShouldAllBe(answer => answer.Status == 401);
        ghost.Status.ShouldBeInRange(400, 401);
        (await app.Nikolai.GetAsync($"/members/{boris.Id}"))["firstName"].Text.ShouldNotBe("Призрак");
        (await boris.MayListenAsync()).ShouldBeFalse();
        await stop.CancelAsync();
        await Task.WhenAll(busy);
        foreach (var (browser, _) in await Task.WhenAll(signingIn)) (await browser.GetAsync("/me")).Expect(401);
        (await ChangeAsync(boris, new { status = "active" })).Expect(200);
        foreach (var (browser, _) in await Task.WhenAll(signingIn)) (await browser.GetAsync("/me")).Expect(401);
        (await app.AskSqlAsync<long>("select count(*) from sessions where member_id = $1", boris.Id)).ShouldBe(0);
    }

    private Task<Answer> ChangeAsync(Person person, object patch) => app.Nikolai.PatchAsync($"/members/{person.Id}", patch);

    private async Task<Caller> TokenAsync(string scope) =>
        app.Program((await app.Nikolai.PostAsync("/tokens", new { name = scope, scopes = new[] { scope } })).Expect(201)["token"].Text);

    private static StringContent Patch(string json) => new(json, System.Text.Encoding.UTF8, "application/json");
}
