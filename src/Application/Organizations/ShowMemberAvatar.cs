using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>The picture of a person whom the viewer may know.</summary>
public sealed record ShowMemberAvatar(Guid MemberId) : IQuery<AvatarContent>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, MemberAccess access, IViewerContext current) : IQueryHandler<ShowMemberAvatar, AvatarContent>
    {
        public async Task<AvatarContent> Handle(ShowMemberAvatar query, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            var found = await (
                from member in access.KnownTo(current.Viewer)
                where member.Id == query.MemberId
                select new
                {
                    Picture = db.Files.Where(f => f.OrganizationId == organizationId && f.Id == member.AvatarId)
                        .Select(f => new AvatarContent(f.OrganizationId, f.Id, f.ContentType, f.Sha256)).SingleOrDefault(),
                }).SingleOrDefaultAsync(cancellationToken) ?? throw new RefusedException(MemberRefusals.NotFound);
            return found.Picture ?? throw new RefusedException(FileRefusals.NoPicture);
        }
    }
}
