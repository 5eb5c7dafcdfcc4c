using System.Globalization;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Naming;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>The conventions of an organization; those that come with the product until it has its own.</summary>
internal sealed class ConventionStore(IClientChatsDb db)
{
    public static NamingLanguage Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? NamingLanguage.Russian : NamingLanguage.English;

    public async Task<NamingConventions> ReadAsync(Guid organizationId, CancellationToken ct)
    {
        var stored = await db.NamingConventions.AsNoTracking().Where(c => c.OrganizationId == organizationId).OrderBy(c => c.Position).ToListAsync(ct);
        return stored.Count > 0 && NamingConventions.TryCreate(stored.Select(c => NamingConvention.Parse(c.Id, c.Pattern, c.IsDefault)), NameLimits.List, out var own, out _)
            ? own
            : NamingConventions.Standard;
    }
}
