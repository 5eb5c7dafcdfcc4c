using ClientChats.Api.Start;
using ClientChats.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Api.Tests.Organizations;

public sealed class SetUpTests(SetUpTests.EmptyApp app) : IClassFixture<SetUpTests.EmptyApp>
{
    public sealed class EmptyApp(TestPostgres postgres) : TestApp(postgres)
    {
        protected override bool IsSetUp => false;
    }

    [Fact]
    public async Task An_empty_installation_waits_for_its_first_owner_and_takes_one()
    {
        var code = await app.InsideAsync(services => Task.FromResult(services.GetRequiredService<SetupCode>().Text));
        using var nikolai = app.Browser();

        var state = (await nikolai.GetAsync("/setup")).Expect(200);
        state["required"].IsTrue.ShouldBeTrue();
        state["codeRequired"].IsTrue.ShouldBeTrue();
        (await nikolai.SignInAsync("zuev@kontur.example")).Refuses(409, "setup.required");
        (await nikolai.PostAsync("/password-resets", new { email = "zuev@kontur.example" })).Refuses(409, "setup.required");

        (await nikolai.PostAsync("/setup", Kontur(code, email: "zuev"))).RefusesField("owner.email", "invitations.emailInvalid");
        (await nikolai.PostAsync("/setup", Kontur(code, password: "password1"))).RefusesField("owner.password", "passwords.tooCommon");
        (await nikolai.PostAsync("/setup", Kontur(code, password: "николай зуев"))).RefusesField("owner.password", "passwords.isYours");
        (await nikolai.PostAsync("/setup", new { setupCode = code })).RefusesField("owner", "validation.required");
        (await nikolai.PostAsync("/setup", Kontur(code: null))).Refuses(403, "setup.codeWrong");
        (await nikolai.PostAsync("/setup", Kontur("0123456789abcdef"))).Refuses(403, "setup.codeWrong");
        (await app.AskSqlAsync<long>("select count(*) from organizations")).ShouldBe(0);

        var founders = Enumerable.Range(0, 5).Select(_ => app.Browser()).ToList();
        var answers = await Task.WhenAll(founders.Select(founder => founder.PostAsync("/setup", Kontur(code))));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer.Code == "setup.done").ShouldBe(4);
        var owner = founders[answers.Index().Single(answer => answer.Item.Status == 201).Index];
        var me = (await owner.GetAsync("/me")).Expect(200);
        me["displayName"].Text.ShouldBe("Николай Зуев");
        me["role"].Text.ShouldBe("owner");
        me["organization"]["name"].Text.ShouldBe("Студия «Контур»");
        (await nikolai.GetAsync("/setup"))["required"].IsTrue.ShouldBeFalse();
        (await nikolai.SignInAsync("zuev@kontur.example")).Expect(200);
    }

    private static object Kontur(string? code, string email = "zuev@kontur.example", string password = TestApp.Password) => new
    {
        organizationName = "Студия «Контур»", locale = "ru", timeZone = "Europe/Moscow", setupCode = code,
        owner = new { email, firstName = "Николай", lastName = "Зуев", password },
    };
}
