using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;

namespace ClientChats.Application.Organizations;

/// <summary>Somebody has forgotten a password. Whether the address is known is found out later, so that the answer and its time say nothing.</summary>
/// <param name="Email">The e-mail address.</param>
public sealed record AskForPasswordReset(string Email) : ICommand, IForAnyone
{
    internal sealed class Validator : AbstractValidator<AskForPasswordReset>
    {
        public Validator() => RuleFor(x => x.Email).Email();
    }

    internal sealed class Handler(IServedOrganization served, IAttempts attempts, IOutbox outbox) : ICommandHandler<AskForPasswordReset>
    {
        public async Task Handle(AskForPasswordReset command, CancellationToken ct)
        {
            var organizationId = await served.GetAsync(ct);
            var key = EmailAddress.Parse(command.Email).Key;
            if (attempts.Take(Attempt.PasswordReset, key) is not null || attempts.Take(Attempt.Mail, key) is not null) return;

            outbox.Add(organizationId, new PasswordResetAsked(key), lane: $"reset {key}");
        }
    }
}
