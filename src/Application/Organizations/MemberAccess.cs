using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>
/// The one door to people: employees know everybody in their organization; a guest knows himself, the active owners and
/// admins, and the members of conversations that he sees. Whom one may not know is answered like one who does not exist.
/// </summary>
public sealed class MemberAccess(IClientChatsDb db)
{
    public IQueryable<Member> KnownTo(Viewer viewer)
    {
        var all = db.Members.Where(m => m.OrganizationId == viewer.OrganizationId);
        if (viewer.IsEmployee) return all;

        var together =
            from seen in db.VisibleConversations(viewer.OrganizationId, viewer.MemberId)
            join place in db.ConversationMembers on new { seen.OrganizationId, ConversationId = seen.Id } equals new { place.OrganizationId, place.ConversationId }
            select place.MemberId;
        return all.Where(m =>
            m.Id == viewer.MemberId || m.Status == MemberStatus.Active && (m.Role == Role.Owner || m.Role == Role.Admin) || together.Contains(m.Id));
    }

    /// <summary>Loads a member that the viewer may know, with his numbers and CRM users.</summary>
    public async Task<Member> FindAsync(Guid memberId, Viewer viewer, CancellationToken ct) =>
        await KnownTo(viewer).Include(m => m.Phones).Include(m => m.CrmUsers).SingleOrDefaultAsync(m => m.Id == memberId, ct)
        ?? throw new RefusedException(MemberRefusals.NotFound);

    /// <summary>How many active owners the organization has: the last one stays.</summary>
    public Task<int> CountOwnersAsync(Guid organizationId, CancellationToken ct) =>
        db.Members.CountAsync(m => m.OrganizationId == organizationId && m.Role == Role.Owner && m.Status == MemberStatus.Active, ct);
}
