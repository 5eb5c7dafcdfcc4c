using ClientChats.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A person signs out in this browser; who is signed out already stays so.</summary>
public sealed record SignOut : ICommand, IForAnyone
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ILiveNotices notices) : ICommandHandler<SignOut>
    {
        public async Task Handle(SignOut command, CancellationToken ct)
        {
            if (current.SessionId is not { } session) return;

            var organization = current.Viewer.OrganizationId;
            await db.Sessions.Where(s => s.OrganizationId == organization && s.Id == session).ExecuteDeleteAsync(ct);
            notices.Add(new SignInEndedNotice(organization, session));
        }
    }
}
