using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>One line of what the predicate says of a conversation: a member by a rule, or a group that sees it as such.</summary>
public sealed record AudienceRow(Guid? MemberId, string? Audience, string Rule, long HistoryFloor, Guid? ParticipantId, string? ExternalId);

/// <summary>Asks the predicate itself, over the facts, why somebody sees a conversation.</summary>
internal sealed class AccessQuestion(IClientChatsDb db)
{
    public const string Overseen = "overseen";
    public const string Unlinked = "unlinked";
    public const string Public = "public";

    public Task<List<AudienceRow>> AudienceAsync(Guid organizationId, Guid conversationId, CancellationToken ct) => db.AudienceOf(organizationId, conversationId).ToListAsync(ct);

    /// <summary>Whether somebody oversees the conversation at this moment.</summary>
    public async Task<bool> IsOverseenAsync(Guid organizationId, Guid conversationId, CancellationToken ct) =>
        (await AudienceAsync(organizationId, conversationId, ct)).Any(row => row.Audience == Overseen)
        && await Active(organizationId).AnyAsync(m => m.IsSupervisor || m.IsQualityControl, ct);

    /// <summary>Everybody who sees the conversation, guests included, with his rules.</summary>
    public async Task<Dictionary<Guid, List<AccessRule>>> RulesOfViewersAsync(Guid organizationId, Guid conversationId, CancellationToken ct)
    {
        var audience = await AudienceAsync(organizationId, conversationId, ct);
        var named = audience.Where(row => row.MemberId is not null).Select(row => row.MemberId!.Value).Distinct().ToList();
        var (overseen, unlinked, open) = (Has(audience, Overseen), Has(audience, Unlinked), Has(audience, Public));
        var members = await Active(organizationId)
            .Where(m => named.Contains(m.Id) || m.Role != Role.Guest && (overseen && (m.IsSupervisor || m.IsQualityControl) || unlinked && m.ReceivesNewClients || open))
            .ToListAsync(ct);
        return members.ToDictionary(m => m.Id, m => RulesOf(m, audience).Distinct().ToList());
    }

    public static IEnumerable<AccessRule> RulesOf(Member member, IReadOnlyCollection<AudienceRow> audience)
    {
        if (!member.IsActive) yield break;
        foreach (var row in audience.Where(row => row.MemberId == member.Id)) yield return row.Rule == "member" ? AccessRule.Member : AccessRule.Responsible;
        if (member.IsGuest) yield break;
        if (Has(audience, Public)) yield return AccessRule.PublicChannel;
        if (Has(audience, Overseen) && member.IsSupervisor) yield return AccessRule.Supervisor;
        if (Has(audience, Overseen) && member.IsQualityControl) yield return AccessRule.QualityControl;
        if (Has(audience, Unlinked) && member.ReceivesNewClients) yield return AccessRule.Unlinked;
    }

    private static bool Has(IEnumerable<AudienceRow> audience, string group) => audience.Any(row => row.Audience == group);

    private IQueryable<Member> Active(Guid organizationId) => db.Members.AsNoTracking().Where(m => m.OrganizationId == organizationId && m.Status == MemberStatus.Active);
}
