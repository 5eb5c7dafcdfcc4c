using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>Every caller tries every act in the organization, and gets exactly what the table says.</summary>
[Collection(ProofApp.Collection)]
public sealed class OrganizationPermissionTests(ProofApp app, ITestOutputHelper output)
{
    private const int Described = 3;

    private static readonly Table Permissions = Table.Read("organization-permissions.txt");

    public static TheoryData<string> Existing() => new(Permissions.Rows.Where(IsThere).Select(row => row["act"]));

    [Theory, MemberData(nameof(Existing))]
    public async Task What_the_table_says_of_an_act_is_what_happens(string name)
    {
        var row = Permissions.Rows.Single(row => row["act"] == name);
        var wrong = new List<string>();
        foreach (var (column, cell) in row.After(Described).Where(cell => cell.Field is not ("later" or "-")).OrderBy(cell => cell.Field == "ok"))
        {
            var target = await TargetAsync(name);
            var before = await app.FingerprintAsync();
            var answer = await Acts[name](app, app.Callers[column], target);
            if (cell != "ok" && await app.ChangedSinceAsync(before) is { Count: > 0 } changed) wrong.Add($"{column}: was answered {answer.Status}, and this changed: {string.Join(", ", changed)}");
            if (!Is(cell, answer)) wrong.Add($"{column}: {cell} was expected, it was {answer.Status} {answer.Code}");
        }

        wrong.ShouldBeEmpty(name);
    }

    [Fact]
    public async Task Nothing_that_exists_is_only_listed_as_later()
    {
        var cells = Permissions.Rows.SelectMany(row => row.After(Described)).ToList();
        output.WriteLine($"{cells.Count(cell => cell.Field is not ("later" or "-"))} cells are tried, {cells.Count(cell => cell.Field == "later")} are listed as later, {cells.Count(cell => cell.Field == "-")} cannot be brought about.");

        var api = await ApiDocument.OfAsync(app);
        Permissions.Rows.Where(row => !IsThere(row)).Select(row => row["operation"]).Where(api.Has).ShouldBeEmpty();
        Permissions.Rows.Where(IsThere).Select(row => row["operation"]).Where(operation => !api.Has(operation)).ShouldBeEmpty();
    }

    private static bool IsThere(Table.Row row) => row.After(Described).Any(cell => cell.Field is not ("later" or "-"));

    private static bool Is(string cell, Answer answer) => cell.Split(':') switch
    {
        ["ok"] => answer.Status is >= 200 and < 300,
        ["signedOut"] => answer.Status == 401 && answer.Code == "session.signedOut",
        ["no", var code] => answer.Status == 403 && answer.Code == code,
        ["conflict", var code] => answer.Status == 409 && answer.Code == code,
        ["missing", var code] => answer.Status == 404 && answer.Code == code,
        _ => throw new InvalidOperationException($"The table has no {cell}."),
    };

    /// <summary>Somebody, or something, that the act is done to, new for each who tries.</summary>
    private async Task<Guid> TargetAsync(string act) => act switch
    {
        "sends the link anew" or "withdraws an invitation" => (await app.Owner.PostAsync("/invitations", Invitation("guest"))).Expect(201)["id"].Id,
        "deactivates an owner" => app.Owner.Id,
        "changes a role" or "makes an owner of somebody" or "deactivates somebody" or "looks at an employee whom he shares nothing with" or "writes to an employee whom he shares nothing with" => (await app.JoinAsync("Новый Сотрудник")).Id,
        "looks at a guest whom he shares nothing with" or "writes to a guest whom he shares nothing with" => (await app.JoinAsync("Новый Гость", Role.Guest)).Id,
        _ => Guid.Empty,
    };

    private static object Invitation(string role) => new { email = $"invited-{Guid.NewGuid():N}@client.example", firstName = "Гость", lastName = "Пробный", role };

    private static readonly Dictionary<string, Func<ProofApp, Caller, Guid, Task<Answer>>> Acts = new()
    {
        ["invites a guest"] = (_, caller, _) => caller.PostAsync("/invitations", Invitation("guest")),
        ["invites an employee"] = (_, caller, _) => caller.PostAsync("/invitations", Invitation("employee")),
        ["sends the link anew"] = (_, caller, id) => caller.PostAsync($"/invitations/{id}/resend"),
        ["withdraws an invitation"] = (_, caller, id) => caller.DeleteAsync($"/invitations/{id}"),
        ["searches everywhere"] = (_, caller, _) => caller.GetAsync("/search?query=Проба"),
        ["lists invitations"] = (_, caller, _) => caller.GetAsync("/invitations"),
        ["looks at an employee whom he shares nothing with"] = (_, caller, id) => caller.GetAsync($"/members/{id}"),
        ["looks at a guest whom he shares nothing with"] = (_, caller, id) => caller.GetAsync($"/members/{id}"),
        ["changes a role"] = (_, caller, id) => caller.PatchAsync($"/members/{id}", new { role = "admin" }),
        ["makes an owner of somebody"] = (_, caller, id) => caller.PatchAsync($"/members/{id}", new { role = "owner" }),
        ["deactivates somebody"] = (_, caller, id) => caller.PatchAsync($"/members/{id}", new { status = "deactivated" }),
        ["deactivates an owner"] = (_, caller, id) => caller.PatchAsync($"/members/{id}", new { status = "deactivated" }),
        ["changes the own name"] = (_, caller, _) => caller.PatchAsync("/me", new { locale = "ru" }),
        ["opens a group"] = (_, caller, _) => caller.PostAsync("/chats", new { kind = "group", name = "Проба прав", memberIds = Array.Empty<Guid>() }),
        ["opens a channel"] = (_, caller, _) => caller.PostAsync("/channels", new { name = "Проба прав", visibility = "private" }),
        ["writes to an employee whom he shares nothing with"] = (_, caller, id) => caller.PostAsync("/chats", new { kind = "direct", memberIds = new[] { id } }),
        ["writes to a guest whom he shares nothing with"] = (_, caller, id) => caller.PostAsync("/chats", new { kind = "direct", memberIds = new[] { id } }),
        ["writes to an administrator"] = (app, caller, _) => caller.PostAsync("/chats", new { kind = "direct", memberIds = new[] { app.Owner.Id } }),
        ["lists the messengers"] = (_, caller, _) => caller.GetAsync("/bridges"),
        ["connects a messenger"] = (_, caller, _) => caller.PostAsync("/bridges", new { kind = "development", name = "Проба прав" }),
        ["makes a token"] = (_, caller, _) => caller.PostAsync("/tokens", new { name = "proof", scopes = new[] { "crm:read" } }),
        ["reads the settings"] = (_, caller, _) => caller.GetAsync("/organization"),
        ["changes the settings"] = (_, caller, _) => caller.PatchAsync("/organization", new { country = "RU" }, ("If-Match", "*")),
        ["has clients' direct chats overseen"] = async (app, caller, _) =>
        {
            var answer = await caller.PatchAsync("/organization", new { overseeClientDirects = true }, ("If-Match", "*"));
            if (answer.Status == 200) (await app.Owner.PatchAsync("/organization", new { overseeClientDirects = false }, ("If-Match", "*"))).Expect(200);
            return answer;
        },
        ["hands over the client of somebody else"] = (app, caller, _) => caller.PostAsync("/crm/handover", new { contactIds = new[] { "contact-proof-bridged" }, toMemberId = app.Responsible.Id }),
        ["says what the CRM knows"] = (_, caller, _) => caller.PutAsync("/crm/contacts/proof-rights", new { name = "Проба прав" }),
        ["looks at the contact of somebody else"] = (_, caller, _) => caller.GetAsync("/crm/contacts/contact-proof-bridged"),
        ["lists runs of jobs"] = (_, caller, _) => caller.GetAsync("/jobs"),
        ["lists contacts"] = (_, caller, _) => caller.GetAsync("/crm/contacts"),
        ["checks a name"] = (_, caller, _) => caller.PostAsync("/naming/check", new { name = "Сайт | Ромашка" }),
        ["changes the words of names"] = (_, caller, _) => caller.PutAsync("/naming/dictionaries/en", new { items = new[] { new { kind = "general", word = "thing" } } }, ("If-Match", "*")),
        ["fixes names at once"] = (app, caller, _) => caller.PostAsync("/naming/fixes", new { items = new[] { new { conversationId = Guid.CreateVersion7(), before = "Было", after = "Стало" } } }),
        ["changes the patterns of names"] = (app, caller, _) => caller.PutAsync("/naming/conventions", new { items = new[] { new { id = app.Convention, pattern = "{project} | {client}", isDefault = true } } }, ("If-Match", "*")),
    };
}
