using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Bridges;

/// <summary>Somebody outside has another name, or is known to be another person.</summary>
public sealed record OutsideParticipantChanged(Guid OrganizationId, Guid ParticipantId) : IDomainEvent;

/// <summary>A person of an outside messenger, the same in all conversations of the bridge. With a member's own number he is that employee.</summary>
public sealed class OutsideParticipant : Aggregate
{
    public const int MaxNameLength = 200;

    private OutsideParticipant() { }

    public Guid Id { get; private init; }
    public Guid BridgeId { get; private init; }
    public string OutsideId { get; private init; } = "";
    public string DisplayName { get; private set; } = "";
    public string? Phone { get; private set; }

    /// <summary>The employee whose own number this is.</summary>
    public Guid? MemberId { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    public bool IsClient => MemberId is null;

    public static OutsideParticipant Met(Guid organizationId, Guid id, Guid bridgeId, string outsideId, string displayName, string? phone, DateTimeOffset at) => new()
    {
        OrganizationId = organizationId, Id = id, BridgeId = bridgeId, OutsideId = outsideId, DisplayName = displayName, Phone = phone, CreatedAt = at,
    };

    public void Introduce(string displayName, string? phone)
    {
        if (displayName != DisplayName) Record(new OutsideParticipantChanged(OrganizationId, Id));
        (DisplayName, Phone) = (displayName, phone ?? Phone);
    }

    public void Is(Guid? memberId)
    {
        if (memberId != MemberId) Record(new OutsideParticipantChanged(OrganizationId, Id));
        MemberId = memberId;
    }
}
