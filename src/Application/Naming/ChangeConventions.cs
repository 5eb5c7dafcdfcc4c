using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>A pattern as an administrator writes it; without an id it is a new one.</summary>
/// <param name="Id">The id of a convention that there is; absent for a new one.</param>
/// <param name="Pattern">Parts in braces with one separator between them, at most 200 characters.</param>
/// <param name="IsDefault">Whether names are checked against it unless another is named.</param>
public sealed record ConventionInput(Guid? Id, string Pattern, bool? IsDefault);

/// <summary>Replaces the organization's conventions; exactly one of them is the default.</summary>
public sealed record ChangeConventions(IReadOnlyList<ConventionInput> Items, int? ExpectedVersion) : ICommand<ConventionsView>, IForAdministrators
{
    internal sealed class Validator : AbstractValidator<ChangeConventions>
    {
        public Validator()
        {
            RuleFor(x => x.Items).NotNull();
            RuleForEach(x => x.Items).NotNull().OverridePropertyName("items");
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current) : ICommandHandler<ChangeConventions, ConventionsView>
    {
        public async Task<ConventionsView> Handle(ChangeConventions command, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            var conventions = Read(command.Items);
            var organization = await db.Organizations.SingleAsync(o => o.Id == organizationId, cancellationToken);
            Refuse.If(command.ExpectedVersion is { } expected && expected != organization.Version, SessionRefusals.Stale);

            db.NamingConventions.RemoveRange(await db.NamingConventions.Where(c => c.OrganizationId == organizationId).ToListAsync(cancellationToken));
            await db.FlushAsync(cancellationToken);
            db.NamingConventions.AddRange(conventions.Items.Select((c, i) => new StoredConvention { OrganizationId = organizationId, Id = c.Id, Position = i, Pattern = c.Pattern, IsDefault = c.IsDefault }));
            organization.ConventionsChanged();
            return ConventionsView.Of(conventions, organization.Version);
        }

        private static NamingConventions Read(IReadOnlyList<ConventionInput> items)
        {
            var read = new List<NamingConvention>();
            foreach (var item in items)
            {
                if (!NamingConvention.TryParse(item.Id ?? Guid.CreateVersion7(), item.Pattern, item.IsDefault ?? false, out var convention, out var problem))
                    throw Refused($"naming.pattern{problem}", NamingProblemTexts.MessageOf(problem, NamingLanguage.English), NamingProblemTexts.MessageOf(problem, NamingLanguage.Russian));
                read.Add(convention);
            }

            return NamingConventions.TryCreate(read, NameLimits.List, out var conventions, out var wrong)
                ? conventions
                : throw Refused($"naming.conventions{wrong}", NamingProblemTexts.MessageOf(wrong, NamingLanguage.English), NamingProblemTexts.MessageOf(wrong, NamingLanguage.Russian));
        }

        private static RefusedException Refused(string code, string english, string russian) => new(Refusal.Invalid(code, english, russian)) { Field = "items" };
    }
}
