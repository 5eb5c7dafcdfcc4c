using ClientChats.Application.Kernel;
using ClientChats.Domain.Organizations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Organizations;

/// <summary>A member finds the people whom he may know, by role, status, and parts of name or address; in the order of their names.</summary>
public sealed record ListMembers(IReadOnlyList<Role> Roles, MemberStatus? Status, string? Query, string? Cursor, int Limit) : IQuery<Page<MemberView>>, IForMembers
{
    private const int MaxQueryLength = 100;
    private const int MostWords = 5;

    internal sealed class Validator : AbstractValidator<ListMembers>
    {
        public Validator()
        {
            RuleFor(x => x.Limit).PageLimit();
            RuleFor(x => x.Query).MaximumLength(MaxQueryLength);
        }
    }

    internal sealed class Handler(MemberAccess access, IPaces paces, IViewerContext current) : IQueryHandler<ListMembers, Page<MemberView>>
    {
        public async Task<Page<MemberView>> Handle(ListMembers query, CancellationToken cancellationToken)
        {
            var viewer = current.Viewer;
            await paces.TakeSearchTurnAsync(query.Query, viewer, cancellationToken);
            var people = access.KnownTo(viewer);
            if (query.Roles.Count > 0) people = people.Where(m => query.Roles.Contains(m.Role));
            if (query.Status is { } status) people = people.Where(m => m.Status == status);
            foreach (var word in WordsOf(query.Query)) people = Named(people, word, orWithAddress: viewer.IsEmployee);

            var page = await After(people, Kernel.Cursor.Read(query.Cursor, 3)).OrderBy(m => m.FirstName).ThenBy(m => m.LastName).ThenBy(m => m.Id)
                .Include(m => m.Phones).Include(m => m.CrmUsers).AsNoTracking().Take(query.Limit + 1).ToListAsync(cancellationToken);
            var owners = await access.CountOwnersAsync(viewer.OrganizationId, cancellationToken);
            return new Page<MemberView>(
                [.. page.Take(query.Limit).Select(member => MemberView.Of(member, viewer, owners))],
                page.Count > query.Limit ? PlaceOf(page[query.Limit - 1]) : null);
        }

        private static IEnumerable<string> WordsOf(string? query) =>
            (query ?? "").ToLowerInvariant().Replace('ё', 'е').Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords);

        // The database lowers, in its own locale.
#pragma warning disable CA1304, CA1311
        private static IQueryable<Member> Named(IQueryable<Member> people, string word, bool orWithAddress) => orWithAddress
            ? people.Where(m => (m.FirstName + " " + m.LastName + " " + m.Company + " " + m.Email).ToLower().Replace("ё", "е").Contains(word))
            : people.Where(m => (m.FirstName + " " + m.LastName + " " + m.Company).ToLower().Replace("ё", "е").Contains(word));
#pragma warning restore CA1304, CA1311

        private static IQueryable<Member> After(IQueryable<Member> people, string[]? place)
        {
            if (place is not [var first, var last, var id]) return people;
            var memberId = Kernel.Cursor.IdIn(id);
            return people.Where(m =>
                m.FirstName.CompareTo(first) > 0
                || m.FirstName == first && m.LastName.CompareTo(last) > 0
                || m.FirstName == first && m.LastName == last && m.Id.CompareTo(memberId) > 0);
        }

        private static string PlaceOf(Member last) => Kernel.Cursor.Of(last.FirstName, last.LastName, last.Id.ToString());
    }
}
