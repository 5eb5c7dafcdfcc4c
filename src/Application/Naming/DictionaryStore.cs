using System.Collections.Concurrent;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Naming;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>Checks that are prepared already, by organization: preparing one reads every word of its dictionaries.</summary>
internal sealed class PreparedChecks
{
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<Guid, (string Versions, NameCheck Check)> _byOrganization = new();

    public NameCheck? Find(Guid organizationId, string versions) =>
        _byOrganization.TryGetValue(organizationId, out var kept) && kept.Versions == versions ? kept.Check : null;

    public NameCheck Keep(Guid organizationId, string versions, NameCheck check)
    {
        if (_byOrganization.Count >= MostKept) _byOrganization.Clear();
        _byOrganization[organizationId] = (versions, check);
        return check;
    }
}

/// <summary>The dictionaries of an organization: those that come with the product, with its changes.</summary>
internal sealed class DictionaryStore(IClientChatsDb db, PreparedChecks prepared)
{
    public async Task<(NamingDictionary Dictionary, DictionaryChanges Changes, int Version)> ReadAsync(Guid organizationId, NamingLanguage language, CancellationToken ct)
    {
        var tag = language.Tag();
        var stored = await db.NamingDictionaries.AsNoTracking().SingleOrDefaultAsync(d => d.OrganizationId == organizationId && d.Language == tag, ct);
        var changes = stored is null ? DictionaryChanges.None : new DictionaryChanges([.. stored.Added], [.. stored.Removed]);
        return (NamingDictionary.Of(language).With(changes), changes, stored?.Version ?? 0);
    }

    /// <summary>The check by which this organization's names are judged.</summary>
    public async Task<NameCheck> CheckAsync(Guid organizationId, CancellationToken ct)
    {
        var versions = await db.NamingDictionaries.Where(d => d.OrganizationId == organizationId).OrderBy(d => d.Language).Select(d => new { d.Language, d.Version }).ToListAsync(ct);
        if (versions.Count == 0) return NameCheck.Standard;

        var key = string.Join(' ', versions.Select(v => $"{v.Language}{v.Version}"));
        if (prepared.Find(organizationId, key) is { } check) return check;

        var (russian, _, _) = await ReadAsync(organizationId, NamingLanguage.Russian, ct);
        var (english, _, _) = await ReadAsync(organizationId, NamingLanguage.English, ct);
        return prepared.Keep(organizationId, key, new NameCheck(russian, english));
    }
}
