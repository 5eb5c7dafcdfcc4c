using ClientChats.Application.Kernel;

namespace ClientChats.Application.Invitations;

/// <summary>Notes beside an invitation whether the mail with this link was taken by the mail server; of a replaced link nobody needs to know.</summary>
public sealed record RecordDelivery(string Token, string? Error) : ICommand, IForSystem
{
    internal sealed class Handler(InvitationAccess access) : ICommandHandler<RecordDelivery>
    {
        public async Task Handle(RecordDelivery command, CancellationToken ct)
        {
            if (await access.FollowAsync(command.Token, ct) is not { Link.IsReplaced: false } followed) return;
            if (command.Error is null) followed.Invitation.Delivered();
            else followed.Invitation.NotDelivered(command.Error);
        }
    }
}
