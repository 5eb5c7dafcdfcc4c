using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Tests.Organizations;

/// <summary>Members of the web studio, and how they look at others.</summary>
internal static class People
{
    public static readonly Guid Kontur = Guid.CreateVersion7();
    public static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    public static Member Who(string first, Role role)
    {
        var member = Member.Join(Kontur, Guid.CreateVersion7(), EmailAddress.Parse("someone@kontur.example"), new PersonName(first, "Зуев"), role, "ru", "Europe/Moscow", Monday);
        member.TakeEvents();
        return member;
    }

    public static Viewer AsViewer(this Member member) =>
        new(member.OrganizationId, member.Id, member.Role, member.IsSupervisor, member.IsQualityControl, member.ReceivesNewClients);
}
