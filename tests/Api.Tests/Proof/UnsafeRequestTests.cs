using System.Net.WebSockets;
using System.Text;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>What holds for every write and every path with an id, whatever the operation is.</summary>
[Collection(ProofApp.Collection)]
public sealed class UnsafeRequestTests(ProofApp app)
{
    [Fact]
    public async Task No_write_of_a_browser_goes_without_the_antiforgery_header_or_from_another_page()
    {
        var api = await ApiDocument.OfAsync(app);
        using var stranger = new Caller(app.Address);
        var before = await app.FingerprintAsync();
        var wrong = new List<string>();
        foreach (var operation in api.Operations.Where(operation => operation.IsUnsafe && !operation.Path.StartsWith("/hooks", StringComparison.Ordinal)))
        {
            var token = await app.Owner.AntiforgeryAsync();
            (string What, Caller Caller, (string, string)[] Headers)[] forgeries =
            [
                ("no header", stranger, []),
                ("an empty header", app.Owner, [("X-Antiforgery", "")]),
                ("the token of somebody else", app.Owner, [("X-Antiforgery", await app.ChatOwner.AntiforgeryAsync())]),
                ("a foreign page", app.Owner, [("X-Antiforgery", token), ("Origin", "https://evil.example")]),
                ("a page of no address", app.Owner, [("X-Antiforgery", token), ("Origin", "null")]),
                ("another port", app.Owner, [("X-Antiforgery", token), ("Origin", $"http://127.0.0.1:{app.Address.Port + 1}")]),
                ("another scheme", app.Owner, [("X-Antiforgery", token), ("Origin", $"https://{app.Address.Authority}")]),
            ];
            foreach (var (what, caller, headers) in forgeries)
            {
                var answer = await SendAsync(caller, operation, Samples.PathOf(app, operation), headers);
                if ((answer.Status, answer.Code) != (400, "request.antiforgery")) wrong.Add($"{operation.Name} with {what}: {answer.Status} {answer.Code}");
            }
        }

        wrong.ShouldBeEmpty();
        (await app.ChangedSinceAsync(before)).ShouldBeEmpty();
    }

    [Theory, InlineData("https://evil.example"), InlineData("null"), InlineData("http://127.0.0.1:1")]
    public async Task The_live_connection_refuses_a_foreign_page(string origin)
    {
        await Should.ThrowAsync<WebSocketException>(() => Listener.ConnectAsync(app.Address, app.Owner.Cookies, null, origin));
        await using var own = await app.Owner.ListenAsync();
        (await own.CallAsync("close", Guid.NewGuid())).ShouldBeNull();
    }

    /// <remarks>Synapse CVE-2021-39163, CVE-2021-39164; Mattermost CVE-2020-14458, CVE-2024-10241.</remarks>
    [Fact]
    public async Task An_id_that_is_unknown_foreign_hidden_or_no_id_is_answered_with_the_same_bytes()
    {
        var api = await ApiDocument.OfAsync(app);
        var theirs = await HiddenIdsAsync();
        var wrong = new List<string>();
        var tried = 0;
        foreach (var operation in api.Operations.Where(operation => operation.Path.Contains("{id}", StringComparison.Ordinal)))
        {
            foreach (var column in new[] { "owner", "employee", "guest", "ownersToken" })
            {
                var caller = app.Callers[column];
                var unknown = await SendAsync(caller, operation, Samples.PathOf(app, operation, Guid.CreateVersion7().ToString()));
                if (unknown.Status is not (403 or 404)) wrong.Add($"{operation.Name} as {column}: {unknown.Status}");
                foreach (var id in (string[])[.. theirs, Guid.NewGuid().ToString(), Guid.Empty.ToString(), "abc", "1", new string('9', 40), "%27%20or%201%3D1--", "..%2f..%2fetc"])
                {
                    tried++;
                    var answer = await SendAsync(caller, operation, Samples.PathOf(app, operation, id));
                    if (answer.Status != unknown.Status || !answer.Bytes.SequenceEqual(unknown.Bytes)) wrong.Add($"{operation.Name} as {column}, {id}: {answer.Status} {answer.Text}, not {unknown.Text}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task A_write_that_is_repeated_with_its_key_happens_once()
    {
        var api = await ApiDocument.OfAsync(app);
        var keyed = api.Operations.Where(operation => operation.Parameters("header").Any(header => header["name"].Text == "Idempotency-Key")).ToList();
        keyed.Select(operation => operation.Name).ShouldBe(["POST /tokens", "POST /invitations", "POST /invitations/{id}/resend", "POST /chats", "POST /channels", "POST /naming/fixes", "POST /crm/handover", "POST /crm/contacts", "POST /bridges", "POST /jobs/{name}/run"], ignoreOrder: true);

        foreach (var operation in keyed.Where(operation => operation.Path is "/tokens" or "/invitations" or "/chats" or "/channels" or "/naming/fixes" or "/crm/handover" or "/bridges"))
        {
            var body = Samples.BodyOf(app, operation)!.ToJsonString();
            var key = ("Idempotency-Key", $"proof-{Guid.NewGuid()}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostAsync(body, key)));
            answers.ShouldAllBe(answer => answer.Status < 300 || answer.Status == 409, operation.Name);
            answers.Where(answer => answer.Status == 409).ShouldAllBe(answer => answer.Code == "request.inProgress" && answer.Header("Retry-After") != null || answer.Code == "request.secretAlreadyShown", operation.Name);
            var first = answers.First(answer => answer.Status < 300);
            answers.Where(answer => answer.Status < 300).ShouldAllBe(answer => answer["id"].Id == first["id"].Id, operation.Name);

            var repeated = await PostAsync(body, key);
            if (operation.Path is "/tokens" or "/bridges") repeated.Refuses(409, "request.secretAlreadyShown")["id"].Id.ShouldBe(first["id"].Id);
            else repeated.Expect(first.Status)["id"].Id.ShouldBe(first["id"].Id);
            (await PostAsync(body + " ", key)).Refuses(409, "request.idempotencyKeyReused");
            foreach (var bad in new[] { " ", new string('k', 256), "two words" }) (await PostAsync(body, ("Idempotency-Key", bad))).Status.ShouldBeOneOf(400, 422);

            Task<Answer> PostAsync(string text, (string, string) header) => app.Owner.PostAsync(operation.Path, new StringContent(text, Encoding.UTF8, "application/json"), header);
        }
    }

    [Fact]
    public async Task Twenty_posts_with_one_client_id_are_one_message()
    {
        var conversation = app.Conversation("clientGroup");
        var message = new { clientMessageId = Guid.NewGuid(), text = "Двадцать раз одно и то же" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Guest.PostAsync($"/conversations/{conversation}/messages", message)));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.ShouldAllBe(answer => answer.Status == 201 || answer.Status == 200);
        answers.Select(answer => answer["number"].Number).Distinct().ShouldHaveSingleItem();
        (await app.Guest.PostAsync($"/conversations/{conversation}/messages", message with { text = "Другое" })).Refuses(409, "messages.clientIdReused");
        (await app.Guest.PostAsync($"/conversations/{app.Conversation("clientDirect")}/messages", message)).Refuses(409, "messages.clientIdReused");
        (await app.ChatOwner.PostAsync($"/conversations/{conversation}/messages", message)).Expect(201);
    }

    /// <summary>Ids of things that are there and that neither the owner, Klimova nor the guest may know or touch, for any kind of path.</summary>
    private async Task<IReadOnlyList<string>> HiddenIdsAsync() =>
    [
        app.Conversation("direct").ToString(), app.Conversation("group").ToString(),
        (await app.AskSqlAsync<Guid>("select id from sessions where member_id = $1 limit 1", app.ChatOwner.Id)).ToString(),
        (await app.ChatOwner.UploadAsync(ClientChats.Tests.Files.Unique()))["id"].Id.ToString(), (await app.ChatOwner.AttachAsync(app.Conversation("group"))).File.ToString(),
        (await app.AskSqlAsync<Guid>("select id from access_tokens where member_id = $1 limit 1", app.Responsible.Id)).ToString(),
    ];

    private async Task<Answer> SendAsync(Caller caller, Operation operation, string path, params (string, string)[] headers)
    {
        var body = operation.Body.Exists ? (object)new StringContent(Samples.BodyOf(app, operation)!.ToJsonString(), Encoding.UTF8, "application/json") : Samples.ContentOf(operation) ?? (operation.IsUnsafe ? new { } : null);
        return await caller.SendAsync(new HttpMethod(operation.Method), path, body, [.. Samples.Headers, .. headers]);
    }
}
