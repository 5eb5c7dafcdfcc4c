using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>What a guest is told of others. The app is its own, for in the shared one other proofs put everybody into chats with him.</summary>
public sealed class GuestSecretTests(ProofApp app) : IClassFixture<ProofApp>
{
    [Fact]
    public async Task CVE_2026_3115_CVE_2026_19621_A_guest_reads_no_address_number_secret_or_stranger_anywhere()
    {
        var api = await ApiDocument.OfAsync(app);
        var hidden = new List<string> { app.Client.Phone!, "contact-proof-bridged", ((Person)app.Callers["otherGuest"]).Name, ((Person)app.Callers["employee"]).Name, app.Supervisor.Id.ToString() };
        hidden.AddRange(new[] { "owner", "admin", "chatOwner", "member", "responsible", "supervisor" }.Select(column => ((Person)app.Callers[column]).Email));
        hidden.AddRange(["+79120001101", "+79120001102", "+79120001103", "password_hash", "passwordHash", app.Conversation("direct").ToString(), app.Conversation("group").ToString(), app.Conversation("unlinked").ToString()]);

        var told = new List<string>();
        foreach (var operation in api.Operations.Where(operation => operation.Method == "GET" && !operation.Path.StartsWith("/development", StringComparison.Ordinal) && !operation.Path.StartsWith("/health", StringComparison.Ordinal)))
        {
            foreach (var kind in operation.Path.StartsWith("/conversations/{id}", StringComparison.Ordinal) ? new[] { "clientGroup", "bridged", "clientDirect" } : [""])
            {
                var path = kind.Length == 0 ? Samples.PathOf(app, operation) : Samples.PathOf(app, operation, app.Conversation(kind).ToString());
                var answer = await app.Guest.GetAsync(path + Samples.QueryOf(operation));
                told.AddRange(hidden.Where(secret => answer.Text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{path}: {secret}"));
            }
        }

        told.ShouldBeEmpty();
    }
}
