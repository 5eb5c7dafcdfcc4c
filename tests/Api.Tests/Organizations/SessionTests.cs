using ClientChats.Tests;

namespace ClientChats.Api.Tests.Organizations;

public sealed class SessionTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Anna_sees_where_she_is_signed_in_and_ends_what_she_has_lost()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var phone = await app.SignInAgainAsync(anna);
        var sessions = (await anna.GetAsync("/sessions")).Expect(200);

        sessions.Items.Count.ShouldBe(2);
        sessions["nextCursor"].IsNull.ShouldBeTrue();
        var lost = sessions.Items.Single(session => !session["current"].IsTrue);
        lost.Fields.ShouldBe(["id", "createdAt", "lastSeenAt", "userAgent", "current"]);

        await using var live = await phone.ListenAsync();
        (await anna.DeleteAsync($"/sessions/{lost["id"].Text}")).Expect(204);

        await live.ClosedAsync();
        (await phone.GetAsync("/me")).Refuses(401, "session.signedOut");
        (await anna.GetAsync("/me")).Expect(200);
        (await anna.GetAsync("/sessions")).Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_session_of_somebody_else_does_not_exist()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var boris = await app.JoinAsync("Борис Орлов");
        var hers = (await anna.GetAsync("/sessions")).Items[0]["id"].Text;

        var foreign = (await boris.DeleteAsync($"/sessions/{hers}")).Refuses(404, "sessions.notFound");
        var none = (await boris.DeleteAsync($"/sessions/{Guid.NewGuid()}")).Refuses(404, "sessions.notFound");

        foreign.Bytes.ShouldBe(none.Bytes);
        (await anna.GetAsync("/me")).Expect(200);
    }

    /// <remarks>Vikunja GHSA-4hv6-xc92-j86g, Mattermost CVE-2025-55070.</remarks>
    [Fact]
    public async Task Signing_out_closes_the_live_connection_of_this_browser_only()
    {
        var anna = await app.JoinAsync("Анна Ершова");
        var phone = await app.SignInAgainAsync(anna);
        await using var here = await anna.ListenAsync();
        await using var there = await phone.ListenAsync();

        (await anna.DeleteAsync("/session")).Expect(204);

        await here.ClosedAsync();
        (await there.CallAsync("close", Guid.NewGuid())).ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_signed_in_has_no_live_connection()
    {
        using var stranger = app.Browser();
        using var forger = app.Program("cct_0000000000000000000000000000000000000000000000000000000000000000");

        (await app.Nikolai.MayListenAsync()).ShouldBeTrue();
        (await stranger.MayListenAsync()).ShouldBeFalse();
        (await forger.MayListenAsync()).ShouldBeFalse();
    }
}
