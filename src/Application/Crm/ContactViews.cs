using ClientChats.Application.Kernel;

namespace ClientChats.Application.Crm;

/// <summary>What is known of somebody who is named as responsible.</summary>
public enum ResponsibleState { Active, Deactivated, Unknown }

/// <summary>Who is named as responsible; only an active employee counts as one.</summary>
/// <param name="MemberId">The member, where one is known.</param>
/// <param name="DisplayName">His name.</param>
/// <param name="CrmUserId">The CRM's user, where the CRM named one.</param>
/// <param name="State">Whether he counts: only an active employee does.</param>
public sealed record ResponsibleView(Guid? MemberId, string? DisplayName, string? CrmUserId, ResponsibleState State);

/// <summary>A client's id in a messenger.</summary>
/// <param name="Kind">The messenger, 1 to 50 characters.</param>
/// <param name="Id">The id there, 1 to 200 characters.</param>
public sealed record MessengerId(string Kind, string Id);

/// <summary>A deal of a contact.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Responsible">Who is named as responsible for it.</param>
/// <param name="CreatedAt">When it was begun.</param>
/// <param name="ClosedAt">When it was closed; absent while it is open.</param>
public sealed record DealView(string Id, string? Name, ResponsibleView? Responsible, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt);

/// <summary>A client as the CRM knows him, and how he is found in conversations.</summary>
public record ContactView
{
    /// <summary>The id that the CRM gave the contact.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The name in the CRM.</summary>
    public required string Name { get; init; }

    /// <summary>In E.164.</summary>
    public required IReadOnlyList<string> Phones { get; init; }

    /// <summary>The e-mail addresses.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>The ids in messengers.</summary>
    public required IReadOnlyList<MessengerId> MessengerIds { get; init; }

    /// <summary>The deals, open and closed.</summary>
    public required IReadOnlyList<DealView> Deals { get; init; }

    /// <summary>The responsible of the contact itself; absent where nobody is named.</summary>
    public ResponsibleView? Responsible { get; init; }

    /// <summary>In how many conversations that the reader sees or manages the client is.</summary>
    public required int ChatCount { get; init; }

    /// <summary>How the client was recognised in conversations.</summary>
    public required IReadOnlyList<LinkedBy> LinkedBy { get; init; }

    /// <summary>The revision that the CRM sent last.</summary>
    public long? Revision { get; init; }

    /// <summary>When it was last changed.</summary>
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
