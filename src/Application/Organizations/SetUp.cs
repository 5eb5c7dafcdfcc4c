using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>The first person founds the organization, becomes its owner and is signed in; this happens once.</summary>
/// <param name="OrganizationName">1 to 200 characters.</param>
/// <param name="Locale"><c>ru</c> or <c>en</c>.</param>
/// <param name="TimeZone">An IANA time zone.</param>
/// <param name="Owner">Who becomes the owner.</param>
/// <param name="SetupCode">The code that was printed at the start; not needed in Development.</param>
public sealed record SetUp(string OrganizationName, string Locale, string TimeZone, SetUp.Founder Owner, string? SetupCode) : ICommand<SignedIn>, IForAnyone
{
    /// <summary>Who sets the installation up.</summary>
    /// <param name="Email">The e-mail address.</param>
    /// <param name="FirstName">1 to 100 characters.</param>
    /// <param name="LastName">1 to 100 characters.</param>
    /// <param name="Password">8 to 128 characters.</param>
    public sealed record Founder(string Email, string FirstName, string LastName, string Password);

    internal sealed class Validator : AbstractValidator<SetUp>
    {
        public Validator()
        {
            RuleFor(x => x.OrganizationName).NotBlank().MaximumLength(Organization.MaxNameLength);
            RuleFor(x => x.Locale).OneOfOurLocales();
            RuleFor(x => x.TimeZone).KnownTimeZone();
            RuleFor(x => x.Owner).NotNull();
            RuleFor(x => x.Owner.Email).Email().When(x => x.Owner is not null);
            RuleFor(x => x.Owner.FirstName).NotBlank().MaximumLength(PersonName.MaxLength).When(x => x.Owner is not null);
            RuleFor(x => x.Owner.LastName).NotBlank().MaximumLength(PersonName.MaxLength).When(x => x.Owner is not null);
            RuleFor(x => x.Owner.Password).GoodPassword(x => [x.Owner.Email, x.Owner.FirstName, x.Owner.LastName, $"{x.Owner.FirstName} {x.Owner.LastName}"]).When(x => x.Owner is not null);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IServedOrganization served, ISetupCode code, IPasswords passwords, StartSession sessions, TimeProvider time)
        : ICommandHandler<SetUp, SignedIn>
    {
        public async Task<SignedIn> Handle(SetUp command, CancellationToken cancellationToken)
        {
            await db.LockSetupAsync(cancellationToken);
            Refuse.If(await db.Organizations.AnyAsync(cancellationToken), SessionRefusals.AlreadySetUp);
            Refuse.Unless(code.Fits(command.SetupCode), SessionRefusals.SetupCodeWrong);

            var now = time.GetUtcNow();
            var organization = Organization.Found(Guid.CreateVersion7(now), command.OrganizationName, command.Locale, command.TimeZone, CountryOf(command.Locale), now);
            db.Organizations.Add(organization);

            var owner = Member.Join(
                organization.Id, Guid.CreateVersion7(now), EmailAddress.Parse(command.Owner.Email), new PersonName(command.Owner.FirstName, command.Owner.LastName),
                Role.Owner, command.Locale, command.TimeZone, now);
            owner.SetPassword(await passwords.HashAsync(command.Owner.Password, cancellationToken));
            db.Members.Add(owner);

            served.Forget();
            return await sessions.ForAsync(owner, cancellationToken);
        }

        private static string CountryOf(string locale) => locale == "ru" ? "RU" : "US";
    }
}

/// <summary>The code that proves that whoever sets the installation up has seen it start; none is needed in Development.</summary>
public interface ISetupCode
{
    bool IsRequired { get; }

    bool Fits(string? code);
}
