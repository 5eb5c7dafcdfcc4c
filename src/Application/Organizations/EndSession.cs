using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member ends one of his own sessions, such as one in a browser that he has lost.</summary>
public sealed record EndSession(Guid SessionId) : ICommand, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ILiveNotices notices) : ICommandHandler<EndSession>
    {
        public async Task Handle(EndSession command, CancellationToken ct)
        {
            var ended = await db.Sessions.Of(current.Viewer).Where(s => s.Id == command.SessionId).ExecuteDeleteAsync(ct);
            Refuse.If(ended == 0, SessionRefusals.SessionNotFound);
            notices.Add(new SignInEndedNotice(current.Viewer.OrganizationId, command.SessionId));
        }
    }
}
