using ClientChats.Application.Kernel;

namespace ClientChats.Application.Organizations;

/// <summary>A member looks at a person whom he may know.</summary>
public sealed record ShowMember(Guid MemberId) : IQuery<MemberView>, IForMembers
{
    internal sealed class Handler(MemberAccess access, IViewerContext current) : IQueryHandler<ShowMember, MemberView>
    {
        public async Task<MemberView> Handle(ShowMember query, CancellationToken cancellationToken) => MemberView.Of(
            await access.FindAsync(query.MemberId, current.Viewer, cancellationToken), current.Viewer, await access.CountOwnersAsync(current.Viewer.OrganizationId, cancellationToken));
    }
}
