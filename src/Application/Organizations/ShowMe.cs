using ClientChats.Application.Kernel;

namespace ClientChats.Application.Organizations;

/// <summary>A member sees himself, his organization and what he may do in it.</summary>
public sealed record ShowMe : IQuery<MeView>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current) : IQueryHandler<ShowMe, MeView>
    {
        public Task<MeView> Handle(ShowMe query, CancellationToken cancellationToken) =>
            db.ReadMeAsync(current.Viewer.OrganizationId, current.Viewer.MemberId, cancellationToken);
    }
}
