using ClientChats.Application.Kernel;
using FluentValidation;

namespace ClientChats.Application.Invitations;

/// <summary>The reader of an expired link asks for a new one; administrators are told. The answer is the same for every link.</summary>
/// <param name="Token">The secret from the link in the mail.</param>
public sealed record AskForInvitation(string Token) : ICommand, IForAnyone
{
    internal sealed class Validator : AbstractValidator<AskForInvitation>
    {
        public Validator() => RuleFor(x => x.Token).NotEmpty();
    }

    internal sealed class Handler(InvitationAccess access, TimeProvider time) : ICommandHandler<AskForInvitation>
    {
        public async Task Handle(AskForInvitation command, CancellationToken ct)
        {
            var followed = await access.FollowAsync(command.Token, ct);
            followed?.Invitation.AskAgain(time.GetUtcNow());
        }
    }
}
