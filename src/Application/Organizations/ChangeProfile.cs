using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member, guests included, changes his own name, language or time zone.</summary>
public sealed record ChangeProfile(Given<string> FirstName, Given<string> LastName, Given<string> Locale, Given<string> TimeZone) : ICommand<MeView>, IForMembers
{
    internal sealed class Validator : AbstractValidator<ChangeProfile>
    {
        public Validator()
        {
            RuleFor(x => x.FirstName.Value!).NotBlank().MaximumLength(PersonName.MaxLength).When(x => x.FirstName.IsGiven).OverridePropertyName(nameof(FirstName));
            RuleFor(x => x.LastName.Value!).NotBlank().MaximumLength(PersonName.MaxLength).When(x => x.LastName.IsGiven).OverridePropertyName(nameof(LastName));
            RuleFor(x => x.Locale.Value!).OneOfOurLocales().When(x => x.Locale.IsGiven).OverridePropertyName(nameof(Locale));
            RuleFor(x => x.TimeZone.Value!).KnownTimeZone().When(x => x.TimeZone.IsGiven).OverridePropertyName(nameof(TimeZone));
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current) : ICommandHandler<ChangeProfile, MeView>
    {
        public async Task<MeView> Handle(ChangeProfile command, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var member = await db.Members.SingleAsync(m => m.OrganizationId == viewer.OrganizationId && m.Id == viewer.MemberId, cancellationToken);
            member.Introduce(new PersonName(command.FirstName.Or(member.FirstName)!, command.LastName.Or(member.LastName)!));
            member.Prefer(command.Locale.Or(member.Locale)!, command.TimeZone.Or(member.TimeZone)!);
            await db.FlushAsync(cancellationToken);
            return await db.ReadMeAsync(viewer.OrganizationId, viewer.MemberId, cancellationToken);
        }
    }
}
