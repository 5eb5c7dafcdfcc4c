using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member changes his password by the present one; his other sessions end, and a mail tells him of it.</summary>
/// <param name="Current">The present password.</param>
/// <param name="New">8 to 128 characters.</param>
public sealed record ChangePassword(string Current, string New) : ICommand, IForMembers
{
    internal sealed class Validator : AbstractValidator<ChangePassword>
    {
        public Validator()
        {
            RuleFor(x => x.Current).NotEmpty().MaximumLength(PasswordRules.MaxLength);
            RuleFor(x => x.New).GoodPassword(_ => []);
        }
    }

    internal sealed class Handler(
        IClientChatsDb db, IViewerContext current, IPasswords passwords, IAttempts attempts, IOutbox outbox, ILiveNotices notices, TimeProvider time) : ICommandHandler<ChangePassword>
    {
        public async Task Handle(ChangePassword command, CancellationToken ct)
        {
            var viewer = current.Viewer;
            await db.LockMemberAsync(viewer.OrganizationId, viewer.MemberId, ct);
            var member = await db.Members.SingleAsync(m => m.OrganizationId == viewer.OrganizationId && m.Id == viewer.MemberId, ct);

            attempts.RefuseIfTooMany(Attempt.SignIn, member.EmailKey);
            if (!(await passwords.CheckAsync(member.PasswordHash, command.Current, ct)).Fits)
            {
                attempts.Failed(Attempt.SignIn, member.EmailKey);
                throw new RefusedException(SessionRefusals.CurrentPasswordWrong) { Field = "current" };
            }

            if (PasswordRules.Judge(command.New, member.Email, member.FirstName, member.LastName, member.DisplayName) is { } bad)
                throw new RefusedException(bad) { Field = "new" };

            var now = time.GetUtcNow();
            member.SetPassword(await passwords.HashAsync(command.New, ct));
            await db.EndSessionsAsync(viewer.OrganizationId, viewer.MemberId, except: current.SessionId, notices, ct);
            await db.EndPasswordResetsAsync(viewer.OrganizationId, viewer.MemberId, now, ct);
            outbox.Add(viewer.OrganizationId, new SendPasswordChanged(viewer.MemberId, now), lane: $"mail {Guid.CreateVersion7(now)}");
        }
    }
}
