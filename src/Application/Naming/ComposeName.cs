using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>Makes a name from its parts by a convention; the responsible gives his last name.</summary>
/// <param name="Convention">The convention that it follows.</param>
/// <param name="Project">The project.</param>
/// <param name="Client">The client.</param>
/// <param name="Work">The kind of work.</param>
/// <param name="ResponsibleMemberId">The employee whose last name it carries.</param>
public sealed record ComposeName(Guid Convention, string? Project, string? Client, string? Work, Guid? ResponsibleMemberId) : IQuery<string>, IForEmployees
{
    internal sealed class Validator : AbstractValidator<ComposeName>
    {
        public Validator()
        {
            RuleFor(x => x.Project).MaximumLength(NameLimits.Whole);
            RuleFor(x => x.Client).MaximumLength(NameLimits.Whole);
            RuleFor(x => x.Work).MaximumLength(NameLimits.Whole);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ConventionStore store) : IQueryHandler<ComposeName, string>
    {
        private static readonly Refusal Unknown = Refusal.Invalid("naming.conventionUnknown", "There is no such convention.", "Такого шаблона нет.");

        public async Task<string> Handle(ComposeName query, CancellationToken cancellationToken)
        {
            var organizationId = current.Viewer.OrganizationId;
            var convention = (await store.ReadAsync(organizationId, cancellationToken)).Find(query.Convention) ?? throw new RefusedException(Unknown) { Field = "convention" };
            var responsible = query.ResponsibleMemberId is { } id
                ? await db.Members.Where(m => m.OrganizationId == organizationId && m.Id == id && m.Role != Role.Guest).Select(m => m.LastName).SingleOrDefaultAsync(cancellationToken)
                    ?? throw new RefusedException(MemberRefusals.NotFound)
                : null;
            return convention.Compose(NameParts.Of((NamePart.Project, query.Project), (NamePart.Client, query.Client), (NamePart.Work, query.Work), (NamePart.Responsible, responsible)));
        }
    }
}
