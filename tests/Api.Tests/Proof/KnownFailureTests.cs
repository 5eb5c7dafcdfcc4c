using System.Net.Sockets;
using System.Text;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>Failures that products of this kind have had, as far as no other test holds them already.</summary>
[Collection(ProofApp.Collection)]
public sealed class KnownFailureTests(ProofApp app)
{
    [Fact]
    public async Task CVE_2026_20796_What_is_asked_after_a_removal_was_acknowledged_gets_nothing()
    {
        var employee = (Person)app.Callers["employee"];
        var group = await app.OpenGroupAsync($"Вход и выход {Guid.NewGuid():N}", (Person)app.Callers["member"]);
        string[] surfaces = ["", "/messages", "/messages/1", "/changes", "/reads", "/members", "/participants", "/viewers", "/access"];
        for (var time = 0; time < 50; time++)
        {
            (await app.ChatOwner.PutAsync($"/conversations/{group}/members/{employee.Id}", new { history = "all" })).Expect(201);
            var meanwhile = surfaces.Select(surface => employee.GetAsync($"/conversations/{group}{surface}")).ToList();
            (await app.ChatOwner.DeleteAsync($"/conversations/{group}/members/{employee.Id}")).Expect(204);

            foreach (var surface in surfaces) (await employee.GetAsync($"/conversations/{group}{surface}")).Refuses(404, "conversations.notFound");
            (await Task.WhenAll(meanwhile)).ShouldAllBe(answer => answer.Status == 200 || answer.Status == 404);
        }
    }

    [Fact]
    public async Task CVE_2026_24661_CVE_2026_4915_A_call_of_a_messenger_that_is_not_signed_right_is_turned_away_and_not_stored()
    {
        var group = await OutsideGroup.ConnectAsync(app.Owner, app.Browser(), $"signed-{Guid.NewGuid():N}", "Подпись");
        var other = await OutsideGroup.ConnectAsync(app.Owner, app.Browser(), "other", "Чужая");
        object body = new { eventId = "e", at = DateTimeOffset.UtcNow, type = "participantJoined", group = new { id = group.Id, title = "Подпись" }, participant = new { id = "p", name = "П" } };
        var before = await app.AskSqlAsync<long>("select count(*) from bridge_events");

        foreach (var signature in new[] { "", "sha256=", "sha256=zz", "sha256=" + new string('0', 64), "sha1=" + new string('0', 64), new string('0', 64), "sha256=" + new string('0', 63), "sha256=" + new string('0', 66) })
            (await group.SendAsync(body, signature)).Refuses(401, "bridges.signatureWrong");
        (await group.SendAsync(body, other.Sign(body))).Refuses(401, "bridges.signatureWrong");
        foreach (object? broken in new object?[] { null, new { }, Array.Empty<object>(), new object?[] { null }, "text", 1, new { eventId = (string?)null, type = (string?)null, group = (object?)null }, new { eventId = 1 } })
            (await group.SendAsync(broken!)).Status.ShouldBeOneOf(400, 422);
        foreach (var field in new object[] { new { eventId = "e", at = "soon" }, new { eventId = new string('e', 201), at = DateTimeOffset.UtcNow, type = "titleChanged", group = new { id = "g", title = "t" } }, new { eventId = "a\0b", at = DateTimeOffset.UtcNow, type = "titleChanged", group = new { id = "g", title = "t" } } })
            (await group.SendAsync(field)).Status.ShouldBeOneOf(400, 422);

        (await app.AskSqlAsync<long>("select count(*) from bridge_events")).ShouldBe(before);
        (await group.SendAsync(body)).Expect(200);
        await Eventually.HoldsAsync(async () => await app.AskSqlAsync<long>("select count(*) from conversations where name = 'Подпись'") == 1);
    }

    [Theory]
    [InlineData("' or 1=1--"), InlineData("%' or pg_sleep(5)::text='"), InlineData("\\"), InlineData("%"), InlineData("_"), InlineData("$1"), InlineData("{\"a\":1}"), InlineData("\u202Eabc"), InlineData("\u0001")]
    public async Task CVE_2025_21628_What_is_searched_for_is_only_a_text(string text)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var path in new[] { "/members?query=", "/conversations?query=", "/crm/contacts?query=", "/crm/contacts?responsible=", "/jobs?name=", "/members?cursor=", "/conversations?cursor=", "/crm/contacts?cursor=", "/development/mailbox?to=" })
        {
            var answer = await app.Owner.GetAsync(path + Uri.EscapeDataString(text));
            answer.Status.ShouldBeOneOf(200, 400, 422);
            if (answer.Status == 200 && text.StartsWith('\'')) answer.Items.ShouldBeEmpty(path);
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: {0}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: {0}\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: {0}\r\nTransfer-Encoding: chunked\r\n\r\n1;\n\rGET /smuggled HTTP/1.1\r\nHost: {0}\r\n\r\n")]
    [InlineData("POST /api/v1/session HTTP/1.1\r\nHost: {0}\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde")]
    [InlineData("GET /api/v1/me HTTP/1.1\r\nHost: {0}\r\nContent-Length : 3\r\n\r\nabc")]
    public async Task CVE_2025_55315_No_second_request_is_smuggled_in_by_the_first(string request)
    {
        using var client = new TcpClient { ReceiveTimeout = 5000 };
        await client.ConnectAsync(app.Address.Host, app.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, request, app.Address.Authority)), TestContext.Current.CancellationToken);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);

        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        System.Text.RegularExpressions.Regex.Count(answer, "HTTP/1\\.1 ").ShouldBeLessThanOrEqualTo(1, answer);
        if (answer.Length > 0) answer.ShouldStartWith("HTTP/1.1 400");
    }
}
