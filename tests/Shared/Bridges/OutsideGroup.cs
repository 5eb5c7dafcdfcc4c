using System.Security.Cryptography;
using System.Text;

namespace ClientChats.Tests;

/// <summary>A group in an outside messenger, told to the app through the development bridge as a real messenger would.</summary>
public sealed class OutsideGroup(Browser anybody, string path, string secret, string id, string title)
{
    private int _events;

    public string Id => id;

    /// <summary>Connects a bridge as an administrator and finds a group behind it.</summary>
    public static async Task<OutsideGroup> ConnectAsync(Person administrator, Browser anybody, string id, string title)
    {
        var bridge = (await administrator.PostAsync("/bridges", new { kind = "development", name = "WhatsApp" })).Expect(201);
        return new OutsideGroup(anybody, bridge["webhookPath"].Text["/api/v1".Length..], bridge["secret"].Text, id, title);
    }

    public Task<Answer> JoinAsync(OutsidePerson person, DateTimeOffset? at = null) => TellAsync("participantJoined", person, null, at);

    public Task<Answer> LeaveAsync(OutsidePerson person, DateTimeOffset? at = null) => TellAsync("participantLeft", person, null, at);

    public Task<Answer> WriteAsync(OutsidePerson person, string messageId, string text, DateTimeOffset? at = null) => TellAsync("messagePosted", person, new { id = messageId, text }, at);

    public Task<Answer> EditAsync(OutsidePerson person, string messageId, string text, DateTimeOffset? at = null) => TellAsync("messageEdited", person, new { id = messageId, text }, at);

    public Task<Answer> DeleteAsync(OutsidePerson person, string messageId, DateTimeOffset? at = null) => TellAsync("messageDeleted", person, new { id = messageId }, at);

    public async Task<Answer> TellAsync(string type, OutsidePerson? person, object? message, DateTimeOffset? at = null, string? eventId = null) => await SendAsync(new
    {
        eventId = eventId ?? $"{id}-{Interlocked.Increment(ref _events)}", at = at ?? DateTimeOffset.UtcNow, type, group = new { id, title },
        participant = person is null ? null : new { id = person.Id, name = person.Name, phone = person.Phone }, message,
    });

    /// <summary>Sends a body with its signature, or with another one.</summary>
    public async Task<Answer> SendAsync(object body, string? signature = null)
    {
        using var content = new ByteArrayContent(BytesOf(body)) { Headers = { ContentType = new("application/json") } };
        return await anybody.PostAsync(path, content, ("X-Signature-256", signature ?? Sign(body)));
    }

    /// <summary>The signature of a body by the secret of this group's bridge.</summary>
    public string Sign(object body) => "sha256=" + Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), BytesOf(body))).ToLowerInvariant();

    private static byte[] BytesOf(object body) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(body, Json.Options);
}

/// <summary>Somebody in an outside messenger.</summary>
public sealed record OutsidePerson(string Id, string Name, string? Phone);
