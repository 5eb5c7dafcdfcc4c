using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>A request that each operation understands: what its path holds, and a body that is right in every field.</summary>
internal static class Samples
{
    private static readonly JsonSerializerOptions Answering = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The body that an operation takes; null where it takes none.</summary>
    public static JsonObject? BodyOf(ProofApp app, Operation operation) => Body(app, operation.Name) is { } body ? JsonNode.Parse(JsonSerializer.Serialize(body, Answering))!.AsObject() : null;

    /// <summary>The path of an operation with ids of things that are there, or with this one in place of the id.</summary>
    public static string PathOf(ProofApp app, Operation operation, string? id = null)
    {
        var there = operation.Path switch
        {
            var path when path.StartsWith("/conversations/", StringComparison.Ordinal) || path.StartsWith("/chats/", StringComparison.Ordinal) => app.Conversation("clientGroup").ToString(),
            var path when path.StartsWith("/members/", StringComparison.Ordinal) => app.Newcomer.Id.ToString(),
            _ => Guid.Empty.ToString(),
        };
        return operation.Path
            .Replace("{id}", id ?? there, StringComparison.Ordinal)
            .Replace("{memberId}", app.Stranger.Id.ToString(), StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{externalId}", "sample", StringComparison.Ordinal)
            .Replace("{name}", "no-such-job", StringComparison.Ordinal)
            .Replace("{connector}/{key}", "development/none", StringComparison.Ordinal);
    }

    /// <summary>What an operation has to be asked with.</summary>
    public static string QueryOf(Operation operation) => operation.Name == "GET /search" ? "?query=Проба" : "";

    private static object? Body(ProofApp app, string operation) => operation switch
    {
        "POST /setup" => new { organizationName = "Контур", locale = "ru", timeZone = "Europe/Moscow", owner = new { email = "a@b.example", firstName = "А", lastName = "Б", password = TestApp.Password }, setupCode = "x" },
        "POST /session" => new { email = "nobody@kontur.example", password = "wrong password" },
        "POST /password-resets" => new { email = "nobody@kontur.example" },
        "POST /password-resets/accept" => new { token = "unknown", password = "a good new password" },
        "PATCH /me" => new { locale = "ru" },
        "POST /me/password" => new { current = "not the present one", @new = "a good new password" },
        "POST /tokens" => new { name = "sample", scopes = new[] { "crm:read" }, expiresAt = DateTimeOffset.UtcNow.AddDays(1) },
        "PATCH /organization" => new { name = "Бюро «Контур»", locale = "ru", timeZone = "Asia/Yekaterinburg", country = "RU", invitationLifetimeDays = 7, responsibility = "contact", overseeClientDirects = false },
        "PATCH /members/{id}" => new { phones = Array.Empty<string>(), crmUserIds = new[] { "crm-sample" } },
        "POST /invitations" => new { email = $"guest-{Guid.NewGuid():N}@client.example", firstName = "Гость", lastName = "Пробный", role = "guest" },
        "POST /invitations/preview" => new { token = "unknown" },
        "POST /invitations/accept" => new { token = "unknown", password = "a good new password", firstName = "А", lastName = "Б" },
        "POST /invitations/ask" => new { token = "unknown" },
        "PUT /conversations/{id}/members/{memberId}" => new { history = "fromNow" },
        "PUT /conversations/{id}/read" => new { number = 1, unread = false },
        "POST /conversations/{id}/messages" => new { clientMessageId = Guid.NewGuid(), text = "Проба", replyTo = 2 },
        "PATCH /conversations/{id}/messages/{number}" => new { text = "Иначе" },
        "POST /chats" => new { kind = "group", name = "Проба", memberIds = new[] { app.Newcomer.Id } },
        "PATCH /chats/{id}" => new { name = "Пруф: с клиентом" },
        "POST /naming/check" => new { name = "Сайт | Ромашка", conversationId = app.Conversation("clientGroup"), context = new { memberIds = new[] { app.Newcomer.Id }, responsibleMemberId = app.Newcomer.Id } },
        "POST /naming/compose" => new { convention = app.Convention, project = "Сайт", client = "Ромашка", work = "Дизайн", responsibleMemberId = app.Newcomer.Id },
        "PUT /naming/conventions" => new { items = new[] { new { id = app.Convention, pattern = "{project} | {client}", isDefault = true } } },
        "PUT /crm/contacts/{externalId}" => Contact(null),
        "POST /crm/contacts/batch" => new { items = new[] { Contact("sample-2") } },
        "POST /crm/handover" or "POST /crm/handover/preview" => new { contactIds = new[] { "contact-proof-bridged" }, fromMemberId = app.Responsible.Id, toMemberId = app.Responsible.Id },
        "POST /bridges" => new { kind = "development", name = "Проба" },
        "PATCH /bridges/{id}" => new { name = "Проба", enabled = true },
        "POST /hooks/{connector}/{key}" => new { eventId = "x", at = DateTimeOffset.UtcNow, type = "titleChanged", group = new { id = "g", title = "Г" } },
        _ => null,
    };

    private static object Contact(string? externalId) => new
    {
        externalId, name = "Проба", phones = new[] { "+79120990077" }, emails = new[] { "proba@client.example" }, messengerIds = new[] { new { kind = "telegram", id = "1" } },
        responsibleCrmUserId = "crm-sample", deals = new[] { new { id = "d", name = "Сделка", responsibleCrmUserId = "crm-sample", createdAt = DateTimeOffset.UtcNow } }, revision = DateTimeOffset.UtcNow.Ticks,
    };
}
