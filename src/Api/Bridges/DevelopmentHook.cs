using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ClientChats.Api.Http;
using ClientChats.Application.Bridges;
using ClientChats.Domain.Bridges;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Api.Bridges;

/// <summary>An event in the development bridge's own format.</summary>
/// <param name="EventId">1 to 200 characters, unique per bridge for ever.</param>
/// <param name="At">When it happened; it may lie in the past.</param>
/// <param name="Type">messagePosted, messageEdited, messageDeleted, participantJoined, participantLeft or titleChanged; others are stored and change nothing.</param>
/// <param name="Group">The group.</param>
/// <param name="Participant">Who did it, or to whom it happened; needed except for titleChanged.</param>
/// <param name="Message">The message; needed where one is concerned.</param>
internal sealed record DevelopmentEvent(
    string EventId, DateTimeOffset At, string Type, DevelopmentEvent.GroupOf Group, DevelopmentEvent.ParticipantOf? Participant, DevelopmentEvent.MessageOf? Message)
{
    /// <summary>A group in the messenger.</summary>
    /// <param name="Id">1 to 200 characters.</param>
    /// <param name="Title">1 to 200 characters.</param>
    internal sealed record GroupOf(string Id, string Title);

    /// <summary>Somebody in the messenger.</summary>
    /// <param name="Id">1 to 200 characters.</param>
    /// <param name="Name">1 to 200 characters.</param>
    /// <param name="Phone">His number; without a plus sign it is read in the organization's country.</param>
    internal sealed record ParticipantOf(string Id, string Name, string? Phone);

    /// <summary>A message in the messenger.</summary>
    /// <param name="Id">1 to 200 characters.</param>
    /// <param name="Text">At most 65,536 characters; needed where it is posted or edited.</param>
    /// <param name="ReplyToId">The outside id of the message that it answers.</param>
    internal sealed record MessageOf(string Id, string? Text, string? ReplyToId);
}

/// <summary>A call of the development bridge: its raw bytes and its signature, checked before anything is read from them.</summary>
internal sealed class DevelopmentHook(byte[] body, string? signature)
{
    private const int LongestId = 200;
    private const int LongestText = 65_536;
    private const string Scheme = "sha256=";

    public static async Task<DevelopmentHook> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return new DevelopmentHook(body.ToArray(), request.Headers["X-Signature-256"]);
    }

    public bool IsSigned(string secret)
    {
        if (signature is null || !signature.StartsWith(Scheme, StringComparison.Ordinal)) return false;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return Convert.FromHexString(signature.AsSpan(Scheme.Length), given, out _, out var written) == System.Buffers.OperationStatus.Done
            && written == given.Length && signature.Length == Scheme.Length + 2 * given.Length
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body), given);
    }

    /// <summary>Reads the event; phones without a plus sign are of this country.</summary>
    public BridgeEvent Event(string country)
    {
        var happened = JsonSerializer.Deserialize<DevelopmentEvent>(body, Json.Options) ?? throw new JsonException("An event is expected.");
        var type = Enum.TryParse<BridgeEventType>(happened.Type, ignoreCase: true, out var known) ? known : BridgeEventType.Unknown;
        Require(IsText(happened.EventId), "eventId");
        Require(happened.At > DateTimeOffset.UnixEpoch && happened.At < DateTimeOffset.UtcNow.AddDays(1), "at");
        Require(happened.Group is not null && IsText(happened.Group.Id) && IsText(happened.Group.Title), "group");
        Require(type is BridgeEventType.TitleChanged or BridgeEventType.Unknown || happened.Participant is not null, "participant");
        Require(happened.Participant is null || IsText(happened.Participant.Id) && IsText(happened.Participant.Name), "participant");
        var concernsMessage = type is BridgeEventType.MessagePosted or BridgeEventType.MessageEdited or BridgeEventType.MessageDeleted;
        Require(!concernsMessage || happened.Message is not null, "message");
        Require(happened.Message is null || IsText(happened.Message.Id) && (happened.Message.Text?.Length ?? 0) <= LongestText && (happened.Message.ReplyToId is null || IsText(happened.Message.ReplyToId)), "message");
        Require(type is not (BridgeEventType.MessagePosted or BridgeEventType.MessageEdited) || !string.IsNullOrEmpty(happened.Message!.Text), "message.text");

        var phone = happened.Participant?.Phone is { } given && PhoneNumber.TryNormalize(given, country, out var e164) ? e164 : null;
        return new BridgeEvent(
            happened.EventId, happened.At, type, happened.Group!.Id, PersonName.Tidy(happened.Group.Title),
            happened.Participant is { } participant ? new BridgeParticipant(participant.Id, PersonName.Tidy(participant.Name), phone) : null,
            happened.Message is { } message ? new BridgeMessageContent(message.Id, message.Text, message.ReplyToId) : null);
    }

    private static bool IsText(string? text) => text is { Length: > 0 and <= LongestId };

    private static void Require(bool holds, string field)
    {
        if (!holds) throw new RefusedException(BridgeRefusals.EventInvalid) { Field = field };
    }
}
