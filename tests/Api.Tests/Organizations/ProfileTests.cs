using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class ProfileTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_guest_corrects_her_own_name()
    {
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);
        await using var live = await maria.ListenAsync();

        var me = (await maria.PatchAsync("/me", new { firstName = "  Мария\t Сергеевна ", locale = "en", timeZone = "Asia/Yekaterinburg" })).Expect(200);

        me["displayName"].Text.ShouldBe("Мария Сергеевна Ромашкина");
        me["locale"].Text.ShouldBe("en");
        me["timeZone"].Text.ShouldBe("Asia/Yekaterinburg");
        await live.NextAsync("membersChanged");
        (await app.Nikolai.GetAsync($"/members/{maria.Id}"))["firstName"].Text.ShouldBe("Мария Сергеевна");
    }

    [Fact]
    public async Task What_is_not_right_changes_nothing()
    {
        var maria = await app.JoinAsync("Мария Ромашкина", Role.Guest);

        (await maria.PatchAsync("/me", new { firstName = (string?)null })).RefusesField("firstName", "validation.required");
        (await maria.PatchAsync("/me", new { firstName = "\u200b\u202e" })).RefusesField("firstName", "validation.required");
        (await maria.PatchAsync("/me", new { lastName = new string('я', 101) })).RefusesField("lastName", "validation.tooLong");
        (await maria.PatchAsync("/me", new { locale = "fr" })).RefusesField("locale", "validation.locale");
        (await maria.PatchAsync("/me", new { timeZone = "Mars/Olympus" })).RefusesField("timeZone", "validation.timeZone");
        (await maria.PatchAsync("/me", new { role = "owner", firstName = "Владычица" })).RefusesField("role", "validation.unknownField");
        (await maria.PatchAsync("/me", new { email = "owner@kontur.example" })).RefusesField("email", "validation.unknownField");
        (await maria.PatchAsync("/me", new { firstName = 5 })).Refuses(400, "request.malformed");

        (await maria.GetAsync("/me"))["displayName"].Text.ShouldBe("Мария Ромашкина");
    }

    [Fact]
    public async Task The_organization_tells_its_members_whether_it_has_oversight()
    {
        (await app.Nikolai.GetAsync("/me"))["organization"]["oversight"].IsTrue.ShouldBeFalse();

        await app.JoinAsync("Вера Контролёва", Role.Employee, Application.Organizations.Duty.QualityControl);

        (await app.Nikolai.GetAsync("/me"))["organization"]["oversight"].IsTrue.ShouldBeTrue();
    }
}
