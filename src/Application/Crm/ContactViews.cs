using ClientChats.Application.Kernel;

namespace ClientChats.Application.Crm;

/// <summary>What is known of somebody who is named as responsible.</summary>
public enum ResponsibleState { Active, Deactivated, Unknown }

/// <summary>Who is named as responsible; only an active employee counts as one.</summary>
public sealed record ResponsibleView(Guid? MemberId, string? DisplayName, string? CrmUserId, ResponsibleState State);

/// <summary>A client's id in a messenger.</summary>
public sealed record MessengerId(string Kind, string Id);

/// <summary>A deal of a contact.</summary>
public sealed record DealView(string Id, string? Name, ResponsibleView? Responsible, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt);

/// <summary>A client as the CRM knows him, and how he is found in conversations.</summary>
public record ContactView
{
    public required string ExternalId { get; init; }
    public required string Name { get; init; }

    /// <summary>In E.164.</summary>
    public required IReadOnlyList<string> Phones { get; init; }
    public required IReadOnlyList<string> Emails { get; init; }
    public required IReadOnlyList<MessengerId> MessengerIds { get; init; }
    public required IReadOnlyList<DealView> Deals { get; init; }

    /// <summary>The responsible of the contact itself; absent where nobody is named.</summary>
    public ResponsibleView? Responsible { get; init; }

    /// <summary>In how many conversations that the reader sees or manages the client is.</summary>
    public required int ChatCount { get; init; }

    /// <summary>How the client was recognised in conversations.</summary>
    public required IReadOnlyList<LinkedBy> LinkedBy { get; init; }
    public long? Revision { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A contact after it was sent, and whether this state was taken.</summary>
public sealed record SavedContact : ContactView
{
    /// <summary>False where the stored state is as new or newer.</summary>
    public required bool Applied { get; init; }

    /// <summary>The contact was not known before.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsNew { get; init; }
}
