using ClientChats.Application.Conversations;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Messages;

/// <summary>The viewer is writing in a conversation. Answers how he is shown to the others, or null where he is not: who only looks on leaves no trace.</summary>
public sealed record BeginTyping(Guid ConversationId) : IRequest<AuthorView?>, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, ConversationAccess access) : IRequestHandler<BeginTyping, AuthorView?>
    {
        public async Task<AuthorView?> Handle(BeginTyping request, CancellationToken cancellationToken)
        {
            var by = await access.SeenAsync(request.ConversationId, cancellationToken);
            var (organizationId, memberId) = (by.Viewer.OrganizationId, by.Viewer.MemberId);
            var place = await (
                from conversation in db.Conversations
                where conversation.OrganizationId == organizationId && conversation.Id == request.ConversationId
                from member in db.Members
                where member.OrganizationId == organizationId && member.Id == memberId
                select new { conversation.Kind, conversation.ArchivedAt, Name = member.FirstName + " " + member.LastName, member.AvatarId }).SingleAsync(cancellationToken);

            var isSeen = (by.IsMember || by.Answers) && ConversationAbilities.Of(place.Kind, place.ArchivedAt is not null, by).Write;
            return isSeen ? new AuthorView(memberId, memberId, place.Name, by.Viewer.IsGuest, AvatarUrl.OfMember(memberId, place.AvatarId)) : null;
        }
    }
}
