namespace ClientChats.Application.Messages;

/// <summary>One of the connected members who sees a conversation, by which of its ways, and after which number it exists for him.</summary>
public sealed record Sight(Guid ConversationId, long AccessVersion, Guid MemberId, IReadOnlySet<string> Via, long HistoryFloor)
{
    public const string Row = "row";
    public const string Overseen = "overseen";
    public const string Unlinked = "unlinked";
    public const string Public = "public";

    public bool OnlyByDuty => Via.Count == 1 && Via.Contains(Overseen);

    public LiveViewer ToViewer() => new(MemberId, OnlyByDuty, HistoryFloor);
}

/// <summary>Asks the stored predicate who of some members sees some conversations at this moment.</summary>
public interface ISight
{
    /// <summary>The versions of the conversations' access, and who sees them.</summary>
    Task<(IReadOnlyDictionary<Guid, long> Versions, IReadOnlyList<Sight> Sights)> AskAsync(
        Guid organizationId, IReadOnlyCollection<Guid> conversationIds, IReadOnlyCollection<Guid> memberIds, CancellationToken ct);

    /// <summary>Those of some conversations that somebody is a member of.</summary>
    Task<IReadOnlyCollection<Guid>> MembershipsAsync(Guid organizationId, Guid memberId, IReadOnlyCollection<Guid> conversationIds, CancellationToken ct);
}
