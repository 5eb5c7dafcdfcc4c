using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Crm;

/// <summary>A client as the CRM knows him: names, numbers and addresses, deals, and the responsible employee. Named by its external id only.</summary>
public sealed class Contact : Aggregate
{
    public const int MaxExternalIdLength = 200;
    public const int MaxNameLength = 300;
    public const int MaxKeys = 50;
    public const int MaxDeals = 200;

    private readonly List<ContactKey> _keys = [];
    private readonly List<Deal> _deals = [];

    private Contact() { }

    public string ExternalId { get; private init; } = "";
    public string Name { get; private set; } = "";

    /// <summary>The responsible as our member id; may name nobody whom we know.</summary>
    public Guid? ResponsibleMemberId { get; private set; }

    /// <summary>The responsible as the CRM's user id; may be nobody's.</summary>
    public string? ResponsibleCrmUserId { get; private set; }

    /// <summary>The CRM's revision of what is stored; kept after a deletion, so that an older state cannot come back.</summary>
    public long? Revision { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    public IReadOnlyList<ContactKey> Keys => _keys;
    public IReadOnlyList<Deal> Deals => _deals;
    public bool IsDeleted => DeletedAt is not null;

    public static Contact Known(Guid organizationId, string externalId) => new() { OrganizationId = organizationId, ExternalId = externalId };

    /// <summary>Takes over a full state of the contact, unless the stored one is as new or newer; answers whether it was taken.</summary>
    public bool Replace(ContactState state, long? revision, DateTimeOffset at)
    {
        if (IsStale(revision)) return false;

        Name = state.Name;
        (ResponsibleMemberId, ResponsibleCrmUserId) = (state.ResponsibleMemberId, state.ResponsibleCrmUserId);
        Align(_keys, state.Keys.Distinct().Select(key => ContactKey.Of(this, key.Kind, key.Value)).ToList(), key => (key.Kind, key.Value));
        ReplaceDeals(state.Deals);
        (Revision, UpdatedAt, DeletedAt) = (revision ?? Revision, at, null);
        return true;
    }

    /// <summary>The CRM has deleted the contact; what is left only remembers the revision.</summary>
    public bool Delete(long? revision, DateTimeOffset at)
    {
        if (IsDeleted || IsStale(revision)) return false;

        (Revision, UpdatedAt, DeletedAt) = (revision ?? Revision, at, at);
        (ResponsibleMemberId, ResponsibleCrmUserId) = (null, null);
        _keys.Clear();
        _deals.Clear();
        return true;
    }

    /// <summary>Makes one employee responsible for the contact and for its open deals.</summary>
    public void HandOverTo(Guid memberId, DateTimeOffset at)
    {
        (ResponsibleMemberId, ResponsibleCrmUserId) = (memberId, null);
        foreach (var deal in _deals.Where(deal => deal.IsOpen)) deal.HandOverTo(memberId);
        UpdatedAt = at;
    }

    /// <summary>The responsibles as they are, so that a handover can be taken back.</summary>
    public Responsibles RememberResponsibles() =>
        new(ExternalId, ResponsibleMemberId, ResponsibleCrmUserId, UpdatedAt, [.. _deals.Select(d => new DealResponsible(d.DealId, d.ResponsibleMemberId, d.ResponsibleCrmUserId))]);

    public void Restore(Responsibles before, DateTimeOffset at)
    {
        (ResponsibleMemberId, ResponsibleCrmUserId) = (before.MemberId, before.CrmUserId);
        foreach (var deal in _deals)
            if (before.Deals.FirstOrDefault(d => d.DealId == deal.DealId) is { } remembered) deal.Restore(remembered);
        UpdatedAt = at;
    }

    private bool IsStale(long? revision) => revision is { } offered && Revision is { } stored && offered <= stored;

    private void ReplaceDeals(IReadOnlyCollection<DealState> states)
    {
        _deals.RemoveAll(deal => states.All(state => state.DealId != deal.DealId));
        foreach (var state in states)
        {
            if (_deals.Find(deal => deal.DealId == state.DealId) is { } known) known.Replace(state);
            else _deals.Add(Deal.Of(this, state));
        }
    }

    private static void Align<T>(List<T> present, List<T> wanted, Func<T, (string, string)> key)
    {
        var wantedKeys = wanted.Select(key).ToHashSet();
        present.RemoveAll(item => !wantedKeys.Contains(key(item)));
        var presentKeys = present.Select(key).ToHashSet();
        present.AddRange(wanted.Where(item => presentKeys.Add(key(item))));
    }
}

/// <summary>One complete state of a contact, as a CRM tells it.</summary>
public sealed record ContactState(
    string Name, IReadOnlyCollection<(string Kind, string Value)> Keys, Guid? ResponsibleMemberId, string? ResponsibleCrmUserId, IReadOnlyCollection<DealState> Deals);

public sealed record Responsibles(string ExternalId, Guid? MemberId, string? CrmUserId, DateTimeOffset UpdatedAt, IReadOnlyList<DealResponsible> Deals);

public sealed record DealResponsible(string DealId, Guid? MemberId, string? CrmUserId);
