using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class OrganizationTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Nikolai_changes_the_settings_that_he_has_read()
    {
        var read = (await app.Nikolai.GetAsync("/organization")).Expect(200);
        read.Body.Fields.ShouldBe(["id", "name", "locale", "timeZone", "country", "invitationLifetimeDays", "responsibility", "overseeClientDirects"]);
        var tag = read.Header("ETag")!;

        var changed = (await app.Nikolai.PatchAsync("/organization", new { name = "Контур и партнёры", invitationLifetimeDays = 3, responsibility = "newestOpenDeal" }, ("If-Match", tag))).Expect(200);

        changed["name"].Text.ShouldBe("Контур и партнёры");
        changed["invitationLifetimeDays"].Number.ShouldBe(3);
        changed["responsibility"].Text.ShouldBe("newestOpenDeal");
        changed["timeZone"].Text.ShouldBe("Europe/Moscow");
        changed.Header("ETag").ShouldNotBe(tag);
        (await app.Nikolai.GetAsync("/organization")).Header("ETag").ShouldBe(changed.Header("ETag"));

        (await app.Nikolai.PatchAsync("/organization", new { name = "Чужое" }, ("If-Match", tag))).Refuses(412, "request.stale");
        (await app.Nikolai.PatchAsync("/organization", new { name = "Чужое" }, ("If-Match", "\"what\""))).Refuses(412, "request.stale");
        (await app.Nikolai.PatchAsync("/organization", new { name = "Чужое" })).Refuses(428, "request.ifMatchMissing");
        (await app.Nikolai.PatchAsync("/organization", new { name = "Студия «Контур»" }, ("If-Match", "*"))).Expect(200);
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_told_to_look_again()
    {
        var tag = (await app.Nikolai.GetAsync("/organization")).Header("ETag")!;

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => app.Nikolai.PatchAsync("/organization", new { invitationLifetimeDays = 20 + i }, ("If-Match", tag))));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Count(answer => answer.Code == "request.stale").ShouldBe(7);
    }

    [Fact]
    public async Task Administrators_change_settings_employees_read_them_and_guests_do_neither()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var anna = await app.JoinAsync("Анна Ершова");
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);

        (await olga.PatchAsync("/organization", new { country = "KZ" }, ("If-Match", "*"))).Expect(200);
        (await anna.PatchAsync("/organization", new { country = "RU" }, ("If-Match", "*"))).Refuses(403, "members.mayNotManage");
        (await anna.GetAsync("/organization")).Expect(200)["country"].Text.ShouldBe("KZ");
        (await maria.PatchAsync("/organization", new { country = "RU" }, ("If-Match", "*"))).Refuses(403, "members.mayNotManage");
        (await maria.GetAsync("/organization")).Refuses(403, "members.employeesOnly");
    }

    [Fact]
    public async Task Only_an_owner_decides_whether_clients_direct_chats_are_overseen()
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);

        (await olga.PatchAsync("/organization", new { overseeClientDirects = true }, ("If-Match", "*"))).Refuses(403, "organization.ownersOnly");
        (await olga.PatchAsync("/organization", new { overseeClientDirects = false }, ("If-Match", "*"))).Expect(200);
        (await app.Nikolai.PatchAsync("/organization", new { overseeClientDirects = true }, ("If-Match", "*"))).Expect(200)["overseeClientDirects"].IsTrue.ShouldBeTrue();
        (await app.Nikolai.PatchAsync("/organization", new { overseeClientDirects = false }, ("If-Match", "*"))).Expect(200);
    }

    [Fact]
    public async Task What_is_not_right_changes_nothing()
    {
        var before = (await app.Nikolai.GetAsync("/organization")).Header("ETag");

        (await ChangeAsync(new { name = " " })).RefusesField("name", "validation.required");
        (await ChangeAsync(new { name = new string('я', 201) })).RefusesField("name", "validation.tooLong");
        (await ChangeAsync(new { locale = "de" })).RefusesField("locale", "validation.locale");
        (await ChangeAsync(new { timeZone = (string?)null })).RefusesField("timeZone", "validation.timeZone");
        (await ChangeAsync(new { country = "Россия" })).RefusesField("country", "validation.country");
        (await ChangeAsync(new { invitationLifetimeDays = 91 })).RefusesField("invitationLifetimeDays", "validation.outOfRange");
        (await ChangeAsync(new { invitationLifetimeDays = (int?)null })).RefusesField("invitationLifetimeDays", "validation.required");
        (await ChangeAsync(new { responsibility = (string?)null })).RefusesField("responsibility", "validation.required");
        (await ChangeAsync(new { responsibility = "nobody" })).Refuses(400, "request.malformed");
        (await ChangeAsync(new { nmae = "Опечатка" })).RefusesField("nmae", "validation.unknownField");

        (await app.Nikolai.GetAsync("/organization")).Header("ETag").ShouldBe(before);
    }

    private Task<Answer> ChangeAsync(object patch) => app.Nikolai.PatchAsync("/organization", patch, ("If-Match", "*"));
}
