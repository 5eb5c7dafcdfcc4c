using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Notifications;

public sealed partial class SmtpTests(SmtpTests.MailingApp app) : IClassFixture<SmtpTests.MailingApp>
{
    public sealed class MailingApp(TestPostgres postgres) : TestApp(postgres)
    {
        internal MailServer Server { get; } = new();

        protected override IEnumerable<string> Settings =>
        [
            "--ClientChats:Smtp:Host=127.0.0.1", $"--ClientChats:Smtp:Port={Server.Port.ToString(CultureInfo.InvariantCulture)}", "--ClientChats:Smtp:UseTls=false",
            "--ClientChats:Smtp:From=Студия «Контур» <chats@kontur.example>", "--ClientChats:PublicUrl=https://chats.kontur.example",
        ];

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Server.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_invitation_goes_out_as_text_and_html_under_an_id_that_stays_the_same()
    {
        var invitation = await InviteAsync("maria@romashka.example");

        (await DeliveryAsync(invitation, "queued"))["delivery"].Text.ShouldBe("sent");

        var letter = app.Server.Taken.Single(text => text.Contains("To: maria@romashka.example", StringComparison.Ordinal));
        letter.ShouldContain("chats@kontur.example");
        MessageId().IsMatch(letter).ShouldBeTrue();
        letter.ShouldContain("Auto-Submitted: auto-generated");
        letter.ShouldContain("multipart/alternative");
        letter.ShouldContain("text/plain");
        letter.ShouldContain("text/html");
        var parts = Base64Part().Matches(letter).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups[1].Value.Replace("\r\n", "", StringComparison.Ordinal)))).ToList();
        parts.Count.ShouldBe(2);
        parts.ShouldAllBe(part => part.Contains("https://chats.kontur.example/accept#cci_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_shown_at_once_and_not_tried_again()
    {
        app.Server.Answer = rcpt => rcpt.Contains("nobody@", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null;
        var invitation = await InviteAsync("nobody@romashka.example");

        var failed = await DeliveryAsync(invitation, "queued");

        failed["delivery"].Text.ShouldBe("failed");
        failed["deliveryError"].Text.ShouldContain("no such user");
        failed["status"].Text.ShouldBe("pending");
        (await app.AskSqlAsync<long>("select count(*) from outbox")).ShouldBe(0);

        app.Server.Answer = _ => null;
        (await app.Nikolai.PostAsync($"/invitations/{invitation}/resend")).Expect(200)["delivery"].Text.ShouldBe("queued");
        (await DeliveryAsync(invitation, "queued"))["delivery"].Text.ShouldBe("sent");
    }

    [Theory]
    [InlineData("451 try later"), InlineData("")]
    public async Task A_server_that_is_busy_or_hangs_up_is_asked_again(string answer)
    {
        var refusals = 0;
        app.Server.Answer = rcpt => rcpt.Contains("later", StringComparison.Ordinal) && Interlocked.Increment(ref refusals) == 1 ? answer : null;
        var invitation = await InviteAsync($"later{answer.Length}@romashka.example");

        (await DeliveryAsync(invitation, "queued"))["delivery"].Text.ShouldBe("sent");

        refusals.ShouldBe(2);
    }

    private async Task<string> InviteAsync(string email) =>
        (await app.Nikolai.PostAsync("/invitations", new { email, firstName = "Мария", lastName = "Ромашкина", role = "guest" })).Expect(201)["id"].Text;

    private async Task<Json> DeliveryAsync(string invitation, string otherThan)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            var now = (await app.Nikolai.GetAsync("/invitations")).Items.Single(item => item["id"].Text == invitation);
            if (now["delivery"].Text != otherThan) return now;
            await Task.Delay(25);
        }

        throw new ShouldAssertException($"The mail is still {otherThan}.");
    }

    [GeneratedRegex("Message-ID: <[0-9a-f-]{36}@kontur.example>")]
    private static partial Regex MessageId();

    [GeneratedRegex(@"Content-Transfer-Encoding: base64\r\n\r\n((?:[A-Za-z0-9+/=]+\r\n)+)")]
    private static partial Regex Base64Part();
}
