using ClientChats.Application.Kernel;
using ClientChats.Domain.Naming;
using ClientChats.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Naming;

/// <summary>The employees and the client companies of an organization, among whom names are read.</summary>
internal sealed class KnownSurroundings(IReadOnlyDictionary<Guid, KnownPerson> employees, IReadOnlyList<string> companies)
{
    private const int MostCompanies = 5000;

    private readonly KnownPeople _people = KnownPeople.Of(employees.Values);
    private readonly ClientCompanies _companies = ClientCompanies.Of(companies);

    public static async Task<KnownSurroundings> ReadAsync(IClientChatsDb db, Guid organizationId, CancellationToken ct)
    {
        var employees = await db.Members
            .Where(m => m.OrganizationId == organizationId && m.Status == MemberStatus.Active && m.Role != Role.Guest)
            .ToDictionaryAsync(m => m.Id, m => new KnownPerson(m.FirstName, m.LastName), ct);
        var companies = await db.Members
            .Where(m => m.OrganizationId == organizationId && m.Role == Role.Guest && m.Company != null)
            .Select(m => m.Company!).Distinct().Take(MostCompanies).ToListAsync(ct);
        return new KnownSurroundings(employees, companies);
    }

    /// <param name="inChat">Who is in the chat.</param>
    /// <param name="responsible">Who is responsible, where it is known.</param>
    public NamingContext Of(IEnumerable<Guid> inChat, Guid? responsible) => new()
    {
        People = _people, InChat = KnownPeople.Of(inChat.Where(employees.ContainsKey).Select(id => employees[id])),
        Responsible = responsible is { } id ? employees.GetValueOrDefault(id) : null, Companies = _companies,
    };
}
