using System.Text.Json.Serialization;

namespace ClientChats.Api.Live;

/// <summary>What an open connection is told: the type, where it happened, and what is to be known of it.</summary>
internal sealed record LiveEvent(
    string Type, Guid? ConversationId, long? Number, long? Revision, DateTimeOffset At, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object Data)
{
    public const string Appeared = "conversationAppeared";
    public const string Disappeared = "conversationDisappeared";
    public const string PresenceChanged = "presenceChanged";
    public const string Typing = "typing";
    public const string ReadMoved = "readMoved";
    public const string DraftChanged = "draftChanged";
    public const string ProfileChanged = "membersChanged";

    /// <summary>Where there is nothing to be known but that it happened.</summary>
    public static readonly object Nothing = new();
}
