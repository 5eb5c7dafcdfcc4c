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

    /// <summary>Headers that some operations need and the others do not mind.</summary>
    public static readonly (string, string)[] Headers = [("If-Match", "*"), ("Tus-Resumable", "1.0.0"), ("Upload-Length", "1"), ("Upload-Offset", "0")];

    /// <summary>What an operation takes that is no JSON.</summary>
    public static object? ContentOf(Operation operation) => operation.Name switch
    {
        "POST /files" => ClientChats.Tests.Files.Form(ClientChats.Tests.Files.Unique(), "проба.txt"),
        "PATCH /files/uploads/{id}" => new ByteArrayContent([1]) { Headers = { ContentType = new("application/offset+octet-stream") } },
        _ => null,
    };

    /// <summary>The path of an operation with ids of things that are there, or with this one in place of the id.</summary>
    public static string PathOf(ProofApp app, Operation operation, string? id = null)
    {
        var there = operation.Path switch
        {
            "/conversations/{id}/archive" or "/chats/{id}/owner" => app.Conversation("spare").ToString(),
            "/chats/{id}/to-channel" => app.Conversation("convertible").ToString(),
            var path when path.StartsWith("/channels/", StringComparison.Ordinal) => app.Conversation("privateChannel").ToString(),
            var path when path.StartsWith("/conversations/", StringComparison.Ordinal) || path.StartsWith("/chats/", StringComparison.Ordinal) => app.Conversation("clientGroup").ToString(),
            var path when path.StartsWith("/members/", StringComparison.Ordinal) => app.Newcomer.Id.ToString(),
            _ => Guid.Empty.ToString(),
        };
        return operation.Path
            .Replace("{id}", id ?? there, StringComparison.Ordinal)
            .Replace("{participantId}", app.Guest.Id.ToString(), StringComparison.Ordinal)
            .Replace("{memberId}", app.Stranger.Id.ToString(), StringComparison.Ordinal)
            .Replace("/threads/{number}", "/threads/2", StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{emoji}", Uri.EscapeDataString("👍"), StringComparison.Ordinal)
            .Replace("{externalId}", "sample", StringComparison.Ordinal)
            .Replace("{name}", "no-such-job", StringComparison.Ordinal)
            .Replace("{language}", "ru", StringComparison.Ordinal)
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
        "PUT /conversations/{id}/avatar" or "PUT /me/avatar" => new { fileId = Guid.NewGuid() },
        "PUT /conversations/{id}/draft" => new { text = "Проба", replyTo = 2, thread = 0, attachmentIds = Array.Empty<Guid>() },
        "PUT /conversations/{id}/read" => new { number = 1, unread = false },
        "POST /conversations/{id}/messages" => new { clientMessageId = Guid.NewGuid(), text = "Проба", replyTo = 2, thread = 2, attachmentIds = Array.Empty<Guid>(), forward = new { conversationId = app.Conversation("clientGroup"), number = 2 } },
        "PUT /conversations/{id}/messages/{number}/final" => new { fileId = app.Newcomer.Id, supersedes = new { number = 2, fileId = app.Colleague.Id } },
        "PUT /conversations/{id}/messages/{number}/status" => new { status = "needsDecision", decisionBy = app.Colleague.Id, dueAt = DateTimeOffset.UtcNow.AddDays(2) },
        "PUT /conversations/{id}/threads/{number}/read" => new { number = 2, unread = false },
        "PUT /conversations/{id}/pins" => new { numbers = Array.Empty<long>() },
        "PATCH /conversations/{id}/messages/{number}" => new { text = "Иначе" },
        "POST /chats" => new { kind = "group", name = "Проба", memberIds = new[] { app.Newcomer.Id } },
        "PATCH /chats/{id}" => new { name = "Пруф: с клиентом" },
        "POST /chats/{id}/owner" => new { memberId = app.Colleague.Id },
        "POST /channels" => new { name = "Проба", visibility = "private", memberIds = new[] { app.Newcomer.Id }, description = Description(app.Newcomer.Id) },
        "PATCH /channels/{id}" => new { name = "Пруф: канал", visibility = "private" },
        "PUT /channels/{id}/description" => Description(app.Colleague.Id),
        "POST /naming/check" => new { name = "Сайт | Ромашка", conversationId = app.Conversation("clientGroup"), context = new { memberIds = new[] { app.Newcomer.Id }, responsibleMemberId = app.Newcomer.Id } },
        "POST /naming/compose" => new { convention = app.Convention, project = "Сайт", client = "Ромашка", work = "Дизайн", responsibleMemberId = app.Newcomer.Id },
        "PUT /naming/conventions" => new { items = new[] { new { id = app.Convention, pattern = "{project} | {client}", isDefault = true } } },
        "PUT /naming/dictionaries/{language}" => new { items = new[] { new { kind = "brand", word = "Ромашка", value = (string?)null } } },
        "POST /naming/fixes" => new { items = new[] { new { conversationId = app.Conversation("clientGroup"), before = "Не то название", after = "Пруф" } } },
        "POST /crm/contacts" => new { participantId = Guid.NewGuid(), name = "Проба" },
        "PUT /conversations/{id}/participants/{participantId}/contact" => new { externalId = "no-such-contact" },
        "PUT /crm/contacts/{externalId}" => Contact(null),
        "POST /crm/contacts/batch" => new { items = new[] { Contact("sample-2") } },
        "POST /crm/handover" or "POST /crm/handover/preview" => new { contactIds = new[] { "contact-proof-bridged" }, fromMemberId = app.Responsible.Id, toMemberId = app.Responsible.Id },
        "POST /bridges" => new { kind = "development", name = "Проба" },
        "PATCH /bridges/{id}" => new { name = "Проба", enabled = true },
        "POST /hooks/{connector}/{key}" => new { eventId = "x", at = DateTimeOffset.UtcNow, type = "titleChanged", group = new { id = "g", title = "Г" } },
        _ => null,
    };

    private static object Description(Guid responsible) => new
    {
        responsibleMemberId = responsible, work = "Сайт", startsOn = "2026-01-12", endsOn = "2026-04-30", summary = "Каталог и оплата", text = "Подробности в договоре.",
    };

    private static object Contact(string? externalId) => new
    {
        externalId, name = "Проба", phones = new[] { "+79120990077" }, emails = new[] { "proba@client.example" }, messengerIds = new[] { new { kind = "telegram", id = "1" } },
        responsibleCrmUserId = "crm-sample", deals = new[] { new { id = "d", name = "Сделка", responsibleCrmUserId = "crm-sample", createdAt = DateTimeOffset.UtcNow } }, revision = DateTimeOffset.UtcNow.Ticks,
    };
}
