using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using MediatR;

namespace ClientChats.Application.Conversations;

/// <summary>Whether the viewer sees a conversation; refused like one that does not exist where he does not.</summary>
public sealed record CheckSight(Guid ConversationId) : IRequest<Standing>, IForMembers
{
    internal sealed class Handler(ConversationAccess access) : IRequestHandler<CheckSight, Standing>
    {
        public Task<Standing> Handle(CheckSight request, CancellationToken cancellationToken) => access.SeenAsync(request.ConversationId, cancellationToken);
    }
}
