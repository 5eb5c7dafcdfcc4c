using ClientChats.Application.Kernel;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>What is known around the chat whose name is checked.</summary>
/// <param name="MemberIds">Who is in the chat, at most 1,000.</param>
/// <param name="ResponsibleMemberId">Who is responsible.</param>
public sealed record NamingSurroundings(IReadOnlyList<Guid>? MemberIds, Guid? ResponsibleMemberId);

/// <summary>Checks a name as it is typed. It is compared only with names of conversations that the caller sees.</summary>
/// <param name="Name">The name as it is typed, at most 1,000 characters.</param>
/// <param name="ConversationId">The conversation that is to bear it.</param>
/// <param name="Convention">The convention to check against; the default one where absent.</param>
/// <param name="Context">Who is in the chat.</param>
public sealed record CheckName(string Name, Guid? ConversationId, Guid? Convention, NamingSurroundings? Context) : IQuery<NameVerdictView>, IForEmployees
{
    private const int LongestChecked = 2000;

    internal sealed class Validator : AbstractValidator<CheckName>
    {
        public Validator()
        {
            RuleFor(x => x.Name).NotNull().MaximumLength(LongestChecked);
            RuleFor(x => x.Context!.MemberIds).Must(ids => ids is null || ids.Count <= 1000).When(x => x.Context is not null);
        }
    }

    internal sealed class Handler(IClientChatsDb db, IViewerContext current, ConventionStore store, INamesSeen names) : IQueryHandler<CheckName, NameVerdictView>
    {
        private const int MostCompanies = 5000;

        public async Task<NameVerdictView> Handle(CheckName query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            var conventions = await store.ReadAsync(viewer.OrganizationId, cancellationToken);
            var convention = query.Convention is { } id ? conventions.Find(id) ?? conventions.Default : conventions.Default;
            var verdict = NameCheck.Standard.Of(query.Name, convention, await ContextAsync(viewer, query, cancellationToken));
            var language = ConventionStore.Language;
            return new NameVerdictView(
                [.. verdict.Findings.Select(f => new FindingView(f.Code, f.Severity, f.Start, f.Length, NamingTexts.MessageOf(f, language), f.Suggestion))],
                verdict.Suggestion, verdict.Length, verdict.ListLength);
        }

        private async Task<NamingContext> ContextAsync(Viewer viewer, CheckName query, CancellationToken ct)
        {
            var employees = await db.Members
                .Where(m => m.OrganizationId == viewer.OrganizationId && m.Status == MemberStatus.Active && m.Role != Role.Guest)
                .Select(m => new { m.Id, Person = new KnownPerson(m.FirstName, m.LastName) }).ToListAsync(ct);
            var companies = await db.Members
                .Where(m => m.OrganizationId == viewer.OrganizationId && m.Role == Role.Guest && m.Company != null)
                .Select(m => m.Company!).Distinct().Take(MostCompanies).ToListAsync(ct);
            var inChat = query.Context?.MemberIds?.ToHashSet() ?? [];
            return new NamingContext
            {
                People = KnownPeople.Of(employees.Select(e => e.Person)),
                InChat = KnownPeople.Of(employees.Where(e => inChat.Contains(e.Id)).Select(e => e.Person)),
                Responsible = employees.Find(e => e.Id == query.Context?.ResponsibleMemberId)?.Person,
                Companies = ClientCompanies.Of(companies),
                NamesInSight = new Seen(await names.LikeAsync(viewer, query.Name, query.ConversationId, ct)),
            };
        }

        private sealed class Seen(IReadOnlyList<string> names) : INamesInSight
        {
            public string? SameAs(NameKey key) => names.FirstOrDefault(name => NameKey.Of(name).Text == key.Text);

            public IEnumerable<string> Candidates(NameKey key) => names;
        }
    }
}

/// <summary>Names of conversations that somebody sees.</summary>
public interface INamesSeen
{
    /// <summary>Names like this one, the likest first, at most 200; not that of the conversation itself.</summary>
    Task<IReadOnlyList<string>> LikeAsync(Viewer viewer, string name, Guid? except, CancellationToken ct);
}
