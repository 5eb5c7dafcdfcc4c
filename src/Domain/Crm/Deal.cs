namespace ClientChats.Domain.Crm;

/// <summary>A deal of a contact; open until it has a closing time.</summary>
public sealed class Deal
{
    public const int MaxIdLength = 200;
    public const int MaxNameLength = 300;

    private Deal() { }

    public Guid OrganizationId { get; private init; }
    public string ExternalId { get; private init; } = "";
    public string DealId { get; private init; } = "";
    public string? Name { get; private set; }
    public Guid? ResponsibleMemberId { get; private set; }
    public string? ResponsibleCrmUserId { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsOpen => ClosedAt is null;

    internal static Deal Of(Contact contact, DealState state)
    {
        var deal = new Deal { OrganizationId = contact.OrganizationId, ExternalId = contact.ExternalId, DealId = state.DealId };
        deal.Replace(state);
        return deal;
    }

    internal void Replace(DealState state)
    {
        (Name, CreatedAt, ClosedAt) = (state.Name, state.CreatedAt, state.ClosedAt);
        (ResponsibleMemberId, ResponsibleCrmUserId) = (state.ResponsibleMemberId, state.ResponsibleCrmUserId);
    }

    internal void HandOverTo(Guid memberId) => (ResponsibleMemberId, ResponsibleCrmUserId) = (memberId, null);

    internal void Restore(DealResponsible before) => (ResponsibleMemberId, ResponsibleCrmUserId) = (before.MemberId, before.CrmUserId);
}

/// <summary>One complete state of a deal, as a CRM tells it.</summary>
public sealed record DealState(string DealId, string? Name, Guid? ResponsibleMemberId, string? ResponsibleCrmUserId, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt);
