using ClientChats.Application.Invitations;
using ClientChats.Tests;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Api.Tests.Invitations;

/// <summary>The app as the tests of invitations use it: its limits are far away, and what they do often has a name.</summary>
public sealed class InvitationApp(TestPostgres postgres) : DevelopmentApp(postgres)
{
    private static int _last;

    protected override IEnumerable<string> Settings => ["--ClientChats:Limits:UnknownTokens=1000", "--ClientChats:Limits:InvitationsPerDay=1000"];

    /// <summary>An address that nobody has yet.</summary>
    public static string NewAddress() => $"maria{Interlocked.Increment(ref _last)}@romashka.example";

    /// <summary>The invitation of Maria Romashkina, a client.</summary>
    public static object Guest(string? email = null) => new { email = email ?? NewAddress(), firstName = "Мария", lastName = "Ромашкина", role = "guest" };

    /// <summary>Invites Maria at a new address, and reads the link in her mail.</summary>
    public async Task<(Answer Invitation, string Link)> InviteAsync(Person? by = null)
    {
        var email = NewAddress();
        var invitation = (await (by ?? Nikolai).PostAsync("/invitations", Guest(email))).Expect(201);
        return (invitation, await LinkToAsync(email));
    }

    /// <summary>The invitation as administrators see it now.</summary>
    public async Task<Json> ShowAsync(Answer invitation) =>
        (await Nikolai.GetAsync("/invitations?limit=200")).Expect(200).Items.Single(item => item["id"].Text == invitation["id"].Text);

    /// <summary>Waits until the mail has left.</summary>
    public async Task IsSentAsync(Answer invitation)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if ((await ShowAsync(invitation))["delivery"].Text == "sent") return;
            await Task.Delay(25);
        }

        throw new ShouldAssertException("The mail has not left.");
    }

    /// <summary>Lets the invitation's time pass.</summary>
    public Task<int> OutliveAsync(Answer invitation) => SqlAsync("update invitations set expires_at = now() - interval '1 minute' where id = $1", invitation["id"].Id);

    /// <summary>Runs the job that records which invitations are over.</summary>
    public Task<int> ExpireAsync() => InsideAsync(services => services.GetRequiredService<IMediator>().Send(new ExpireInvitations()));

    /// <summary>Holds that a link lets nobody in, and why.</summary>
    public static async Task<Answer> IsDeadAsync(Browser browser, string token, string code)
    {
        (await browser.PostAsync("/invitations/accept", new { token, password = Password })).Refuses(410, code);
        return (await browser.PostAsync("/invitations/preview", new { token })).Refuses(410, code);
    }

    /// <summary>Waits until an administrator is told that the invitation has this status.</summary>
    public static async Task HearsAsync(Listener live, Answer invitation, string status)
    {
        Json news;
        do news = await live.NextAsync("invitationChanged");
        while (news["data"]["id"].Text != invitation["id"].Text || news["data"]["status"].Text != status);
        news["data"].Fields.ShouldBe(["id", "status"]);
    }
}
