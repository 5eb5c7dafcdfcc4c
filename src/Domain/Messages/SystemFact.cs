using ClientChats.Domain.Conversations;

namespace ClientChats.Domain.Messages;

/// <summary>What a system entry tells of.</summary>
public enum SystemFactType
{
    Created, Added, Removed, Left, Joined, Renamed, OwnerChanged, HandedOver, BecameChannel, BecamePublic, BecamePrivate, AdministratorAppointed, AdministratorDismissed,
}

/// <summary>What a system entry tells. People are named by participant id and shown with the name that they have when it is read.</summary>
public sealed record SystemFact(SystemFactType Type)
{
    /// <summary>Who did it.</summary>
    public Guid? By { get; init; }

    /// <summary>To whom it happened.</summary>
    public Guid? Person { get; init; }
    public string? Name { get; init; }

    /// <summary>What was created.</summary>
    public ConversationKind? Kind { get; init; }
    public string? PreviousName { get; init; }
    public History? History { get; init; }

    /// <summary>The new responsible of a client who was handed over.</summary>
    public Guid? To { get; init; }

    /// <summary>The former responsibles; employees only.</summary>
    public IReadOnlyList<Guid>? From { get; init; }
}
