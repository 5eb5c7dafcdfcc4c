namespace ClientChats.Application.Files;

/// <summary>Where pictures of people and conversations are. Another picture has another address, so that each may be kept for long.</summary>
public static class AvatarUrl
{
    public static string? OfMember(Guid? memberId, Guid? avatarId) => memberId is { } member && avatarId is { } avatar ? $"/api/v1/members/{member}/avatar?v={VersionOf(avatar)}" : null;

    public static string? OfConversation(Guid conversationId, Guid? avatarId) => avatarId is { } avatar ? $"/api/v1/conversations/{conversationId}/avatar?v={VersionOf(avatar)}" : null;

    /// <summary>Enough of the file's id to tell one picture from another; not the id.</summary>
    public static string VersionOf(Guid avatarId) => avatarId.ToString("N")[..12];
}
