using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Conversations;

/// <summary>The picture of a conversation that the viewer sees or manages.</summary>
public sealed record ShowAvatar(Guid ConversationId) : IQuery<AvatarContent>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current) : IQueryHandler<ShowAvatar, AvatarContent>
    {
        public async Task<AvatarContent> Handle(ShowAvatar query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var found = await (
                from standing in db.Standings(viewer.OrganizationId, query.ConversationId, viewer.MemberId)
                where standing.Sees || standing.IsManager
                from conversation in db.Conversations
                where conversation.OrganizationId == viewer.OrganizationId && conversation.Id == query.ConversationId
                select new
                {
                    Picture = db.Files.Where(f => f.OrganizationId == viewer.OrganizationId && f.Id == conversation.AvatarId)
                        .Select(f => new AvatarContent(f.OrganizationId, f.Id, f.ContentType, f.Sha256)).SingleOrDefault(),
                }).SingleOrDefaultAsync(cancellationToken) ?? throw new RefusedException(ConversationRefusals.NotFound);
            return found.Picture ?? throw new RefusedException(FileRefusals.NoPicture);
        }
    }
}
