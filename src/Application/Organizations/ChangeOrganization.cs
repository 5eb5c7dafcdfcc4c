using System.Globalization;
using AutoMapper;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>An administrator changes the organization's settings; the owner alone decides whether clients' direct chats are overseen.</summary>
public sealed record ChangeOrganization(
    int? ExpectedVersion, Given<string> Name, Given<string> Locale, Given<string> TimeZone, Given<string> Country, Given<int?> InvitationLifetimeDays,
    Given<Responsibility?> Responsibility, Given<bool?> OverseeClientDirects) : ICommand<OrganizationView>, IChangesVisibility, IForAdministrators
{
    private static readonly Refusal UnknownCountry = Refusal.Invalid("validation.country", "There is no such country (ISO 3166-1, two letters).", "Такой страны нет (ISO 3166-1, две буквы).");

    private static readonly HashSet<string> Countries =
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName).Where(code => code.Length == 2)];

    internal sealed class Validator : AbstractValidator<ChangeOrganization>
    {
        public Validator()
        {
            RuleFor(x => x.Name.Value!).NotBlank().MaximumLength(Organization.MaxNameLength).When(x => x.Name.IsGiven).OverridePropertyName(nameof(Name));
            RuleFor(x => x.Locale.Value!).OneOfOurLocales().When(x => x.Locale.IsGiven).OverridePropertyName(nameof(Locale));
            RuleFor(x => x.TimeZone.Value!).KnownTimeZone().When(x => x.TimeZone.IsGiven).OverridePropertyName(nameof(TimeZone));
            RuleFor(x => x.Country.Value!).Must(code => code is not null && Countries.Contains(code)).Says(UnknownCountry).When(x => x.Country.IsGiven).OverridePropertyName(nameof(Country));
            RuleFor(x => x.InvitationLifetimeDays.Value).NotNull().InclusiveBetween(Organization.ShortestInvitationDays, Organization.LongestInvitationDays)
                .When(x => x.InvitationLifetimeDays.IsGiven).OverridePropertyName(nameof(InvitationLifetimeDays));
            RuleFor(x => x.Responsibility.Value).NotNull().When(x => x.Responsibility.IsGiven).OverridePropertyName(nameof(Responsibility));
            RuleFor(x => x.OverseeClientDirects.Value).NotNull().When(x => x.OverseeClientDirects.IsGiven).OverridePropertyName(nameof(OverseeClientDirects));
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, IMapper mapper) : ICommandHandler<ChangeOrganization, OrganizationView>
    {
        public async Task<OrganizationView> Handle(ChangeOrganization command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var organization = await db.Organizations.SingleAsync(o => o.Id == viewer.OrganizationId, cancellationToken);
            Refuse.If(command.ExpectedVersion is { } expected && expected != organization.Version, SessionRefusals.Stale);

            organization.Describe(
                command.Name.Or(organization.Name)!, command.Locale.Or(organization.Locale)!, command.TimeZone.Or(organization.TimeZone)!, command.Country.Or(organization.Country)!);
            organization.InviteFor(command.InvitationLifetimeDays.Or(organization.InvitationLifetimeDays)!.Value);
            organization.ReadResponsibilityFrom(command.Responsibility.Or(organization.Responsibility)!.Value);
            organization.OverseeDirects(command.OverseeClientDirects.Or(organization.OverseeClientDirects)!.Value, viewer);
            return mapper.Map<OrganizationView>(organization);
        }
    }
}
