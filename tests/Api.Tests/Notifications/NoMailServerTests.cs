using ClientChats.Tests;

namespace ClientChats.Api.Tests.Notifications;

public sealed class NoMailServerTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Without_a_mail_server_the_invitation_says_that_its_mail_did_not_go_and_the_work_waits_for_an_operator()
    {
        var sent = (await app.Nikolai.PostAsync("/invitations", new { email = "maria@romashka.example", firstName = "Мария", lastName = "Ромашкина", role = "guest" })).Expect(201);
        await using var live = await app.Nikolai.ListenAsync();

        Json now;
        do now = (await app.Nikolai.GetAsync("/invitations")).Items.Single();
        while (now["delivery"].Text == "queued");

        now["delivery"].Text.ShouldBe("failed");
        now["deliveryError"].Text.ShouldContain("ClientChats__Smtp__Host");
        now["status"].Text.ShouldBe("pending");
        (await app.AskSqlAsync<long>("select count(*) from outbox where parked_at is not null and kind = 'SendInvitation'")).ShouldBe(1);
        sent["delivery"].Text.ShouldBe("queued");
    }

    [Fact]
    public async Task Outside_development_there_is_no_mailbox() =>
        (await app.Nikolai.GetAsync("/development/mailbox")).Refuses(404, "request.notFound");
}
