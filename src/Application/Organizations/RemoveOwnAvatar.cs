using ClientChats.Application.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member takes his own picture away; without one this changes nothing.</summary>
public sealed record RemoveOwnAvatar : ICommand, IForMembers
{
    internal sealed class Handler(IClientChatsDb db, IViewerContext current) : ICommandHandler<RemoveOwnAvatar>
    {
        public async Task Handle(RemoveOwnAvatar command, CancellationToken ct)
        {
            var viewer = current.Viewer;
            var member = await db.Members.SingleAsync(m => m.OrganizationId == viewer.OrganizationId && m.Id == viewer.MemberId, ct);
            member.ShowPicture(null);
        }
    }
}
