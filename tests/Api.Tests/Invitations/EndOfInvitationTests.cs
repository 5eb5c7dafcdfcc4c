using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Invitations;

public sealed class EndOfInvitationTests(InvitationApp app) : IClassFixture<InvitationApp>
{
    /// <remarks>Mattermost CVE-2022-1385, GHSA-fxwj-v664-wv5g.</remarks>
    [Fact]
    public async Task Links_that_were_revoked_replaced_or_outlived_do_not_work()
    {
        using var maria = app.Browser();
        var (revoked, revokedLink) = await app.InviteAsync();
        (await app.Nikolai.DeleteAsync($"/invitations/{revoked["id"].Text}")).Expect(204);
        await InvitationApp.IsDeadAsync(maria, revokedLink, "invitations.revoked");
        (await app.ShowAsync(revoked))["revokedBy"]["displayName"].Text.ShouldBe("Николай Зуев");
        (await app.Nikolai.DeleteAsync($"/invitations/{revoked["id"].Text}")).Expect(204);
        (await app.Nikolai.PostAsync($"/invitations/{revoked["id"].Text}/resend")).Refuses(409, "invitations.alreadyRevoked");
        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(revoked["email"].Text))).Expect(201);
        await InvitationApp.IsDeadAsync(maria, revokedLink, "invitations.revoked");

        var (resent, oldLink) = await app.InviteAsync();
        var again = (await app.Nikolai.PostAsync($"/invitations/{resent["id"].Text}/resend")).Expect(200);
        again["status"].Text.ShouldBe("pending");
        var newLink = await app.LinkToAsync(resent["email"].Text, count: 2);
        newLink.ShouldNotBe(oldLink);
        await InvitationApp.IsDeadAsync(maria, oldLink, "invitations.replaced");
        (await maria.PostAsync("/invitations/preview", new { token = newLink })).Expect(200);

        var (outlived, lateLink) = await app.InviteAsync();
        await app.OutliveAsync(outlived);
        (await InvitationApp.IsDeadAsync(maria, lateLink, "invitations.expired"))["expiresAt"].Time.ShouldBeLessThan(DateTimeOffset.UtcNow);

        (await app.Nikolai.PostAsync($"/invitations/{outlived["id"].Text}/resend")).Expect(200)["status"].Text.ShouldBe("pending");
        var fresh = await app.LinkToAsync(outlived["email"].Text, count: 2);
        (await maria.PostAsync("/invitations/accept", new { token = fresh, password = TestApp.Password })).Expect(200);
        (await app.Nikolai.DeleteAsync($"/invitations/{outlived["id"].Text}")).Refuses(409, "invitations.alreadyAccepted");
        (await app.Nikolai.PostAsync($"/invitations/{outlived["id"].Text}/resend")).Refuses(409, "invitations.alreadyMember");
        await InvitationApp.IsDeadAsync(maria, fresh, "invitations.used");
    }

    [Theory]
    [InlineData("{\"status\":\"deactivated\"}"), InlineData("{\"role\":\"employee\"}")]
    public async Task Links_of_an_admin_who_is_none_any_more_do_not_work(string change)
    {
        var olga = await app.JoinAsync("Ольга Белова", Role.Admin);
        var (invitation, link) = await app.InviteAsync(olga);
        using var maria = app.Browser();
        (await maria.PostAsync("/invitations/preview", new { token = link })).Expect(200);

        (await app.Nikolai.PatchAsync($"/members/{olga.Id}", new StringContent(change, System.Text.Encoding.UTF8, "application/json"))).Expect(200);

        await InvitationApp.IsDeadAsync(maria, link, "invitations.revoked");
        (await app.ShowAsync(invitation))["status"].Text.ShouldBe("revoked");
    }

    [Fact]
    public async Task Of_two_links_that_are_sent_at_once_one_works()
    {
        var (invitation, _) = await app.InviteAsync();

        (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Nikolai.PostAsync($"/invitations/{invitation["id"].Text}/resend")))).ShouldAllBe(answer => answer.Status == 200);

        (await app.AskSqlAsync<long>("select count(*) from invitation_links where invitation_id = $1 and replaced_at is null", invitation["id"].Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Who_finds_the_link_expired_asks_for_a_new_one_and_administrators_hear_of_it_once()
    {
        var (invitation, token) = await app.InviteAsync();
        await app.IsSentAsync(invitation);
        using var maria = app.Browser();
        (await maria.PostAsync("/invitations/ask", new { token })).Expect(202);
        (await app.ShowAsync(invitation))["askedAgainAt"].Exists.ShouldBeFalse();
        await app.OutliveAsync(invitation);
        await using var live = await app.Nikolai.ListenAsync();

        for (var i = 0; i < 3; i++) (await maria.PostAsync("/invitations/ask", new { token })).Expect(202);

        await InvitationApp.HearsAsync(live, invitation, "expired");
        var asked = await app.ShowAsync(invitation);
        asked["askedAgainAt"].Exists.ShouldBeTrue();
        asked["status"].Text.ShouldBe("expired");
        (await app.Nikolai.PostAsync($"/invitations/{invitation["id"].Text}/resend")).Expect(200)["askedAgainAt"].Exists.ShouldBeFalse();
        live.Heard().Count(news => news["data"]["id"].Text == invitation["id"].Text && news["data"]["status"].Text == "expired").ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task An_invitation_is_expired_by_its_time_and_a_job_records_it_and_tells()
    {
        var (invitation, token) = await app.InviteAsync();
        await app.IsSentAsync(invitation);
        await app.OutliveAsync(invitation);
        (await app.ShowAsync(invitation))["status"].Text.ShouldBe("expired");
        (await StatusesAsync("expired")).ShouldContain(invitation["id"].Id);
        (await StatusesAsync("pending")).ShouldNotContain(invitation["id"].Id);
        await using var live = await app.Nikolai.ListenAsync();

        (await app.ExpireAsync()).ShouldBeGreaterThanOrEqualTo(1);
        (await app.ExpireAsync()).ShouldBe(0);

        await InvitationApp.HearsAsync(live, invitation, "expired");
        (await app.AskSqlAsync<string>("select status from invitations where id = $1", invitation["id"].Id)).ShouldBe("expired");
        using var maria = app.Browser();
        await InvitationApp.IsDeadAsync(maria, token, "invitations.expired");
    }

    [Fact]
    public async Task An_invitation_that_outlived_its_time_does_not_stand_in_the_way_of_a_new_one()
    {
        var (old, oldLink) = await app.InviteAsync();
        await app.OutliveAsync(old);

        (await app.Nikolai.PostAsync("/invitations", InvitationApp.Guest(old["email"].Text))).Expect(201);

        (await app.ShowAsync(old))["status"].Text.ShouldBe("expired");
        (await app.Nikolai.PostAsync($"/invitations/{old["id"].Text}/resend")).Refuses(409, "invitations.alreadyInvited");
        using var maria = app.Browser();
        await InvitationApp.IsDeadAsync(maria, oldLink, "invitations.expired");
        (await maria.PostAsync("/invitations/accept", new { token = await app.LinkToAsync(old["email"].Text, count: 2), password = TestApp.Password })).Expect(200);
    }

    [Fact]
    public async Task An_invitation_that_is_accepted_while_the_job_runs_stays_accepted()
    {
        for (var i = 0; i < 5; i++)
        {
            var (invitation, token) = await app.InviteAsync();
            using var maria = app.Browser();
            await maria.AntiforgeryAsync();
            await app.SqlAsync("update invitations set expires_at = clock_timestamp() + interval '40 milliseconds' where id = $1", invitation["id"].Id);

            var accepting = maria.PostAsync("/invitations/accept", new { token, password = TestApp.Password });
            for (var tries = 0; tries < 20 && !accepting.IsCompleted; tries++) await app.ExpireAsync();

            var status = (await accepting).Status == 200 ? "accepted" : "expired";
            await app.ExpireAsync();
            (await app.ShowAsync(invitation))["status"].Text.ShouldBe(status);
        }
    }

    private async Task<IReadOnlyList<Guid>> StatusesAsync(string status) =>
        [.. (await app.Nikolai.GetAsync($"/invitations?limit=200&status={status}")).Expect(200).Items.Select(item => item["id"].Id)];
}
