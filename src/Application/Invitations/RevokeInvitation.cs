using ClientChats.Application.Kernel;

namespace ClientChats.Application.Invitations;

/// <summary>An administrator withdraws an invitation; its link does not work from this moment on.</summary>
public sealed record RevokeInvitation(Guid InvitationId) : ICommand, IForAdministrators
{
    internal sealed class Handler(InvitationAccess access, IViewerContext current, TimeProvider time) : ICommandHandler<RevokeInvitation>
    {
        public async Task Handle(RevokeInvitation command, CancellationToken ct) =>
            (await access.FindAsync(command.InvitationId, ct)).Revoke(current.Viewer, time.GetUtcNow());
    }
}
