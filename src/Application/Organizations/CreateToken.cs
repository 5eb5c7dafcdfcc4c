using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>An employee makes a token by which a program acts for him, never with more rights than his own; its secret is shown once.</summary>
public sealed record CreateToken(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt) : ICommand<NewToken>, IForEmployees
{
    private static readonly Refusal UnknownScope = Refusal.Invalid("tokens.scopeUnknown", "There is no such scope.", "Такого разрешения нет.");
    private static readonly Refusal InThePast = Refusal.Invalid("validation.inThePast", "This time has passed.", "Это время уже прошло.");

    internal sealed class Validator : AbstractValidator<CreateToken>
    {
        public Validator(TimeProvider time)
        {
            RuleFor(x => x.Name).NotBlank().MaximumLength(AccessToken.MaxNameLength);
            RuleFor(x => x.Scopes).NotEmpty().Must(scopes => scopes.All(scope => Domain.Organizations.Scopes.All.Contains(scope))).Says(UnknownScope);
            RuleFor(x => x.ExpiresAt).Must(at => at is null || at > time.GetUtcNow()).Says(InThePast);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ISecrets secrets, TimeProvider time) : ICommandHandler<CreateToken, NewToken>
    {
        public async Task<NewToken> Handle(CreateToken command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            await db.LockMemberAsync(viewer.OrganizationId, viewer.MemberId, cancellationToken);
            var member = await db.Members.SingleAsync(m => m.OrganizationId == viewer.OrganizationId && m.Id == viewer.MemberId, cancellationToken);
            Refuse.Unless(member is { IsActive: true, IsGuest: false }, MemberRefusals.EmployeesOnly);
            Refuse.If(await db.AccessTokens.Of(viewer).CountAsync(cancellationToken) >= AccessToken.MaxPerMember, SessionRefusals.TooManyTokens);

            var now = time.GetUtcNow();
            var secret = secrets.Make(SecretKind.AccessToken, viewer.OrganizationId);
            var token = AccessToken.Issue(member, Guid.CreateVersion7(now), secret.Hash, command.Name, command.Scopes, command.ExpiresAt, now);
            db.AccessTokens.Add(token);
            return new NewToken(token.Id, secret.Text);
        }
    }
}

/// <param name="Id">The token's id.</param>
/// <param name="Token">The secret; it is shown here and never again.</param>
public sealed record NewToken(Guid Id, string Token) : IHoldsSecret;
