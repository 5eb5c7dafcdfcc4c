using ClientChats.Domain.Organizations;

namespace ClientChats.Infrastructure.Demo;

/// <summary>Somebody of the demo company, or one of its guests.</summary>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Role">The role.</param>
/// <param name="About">Who it is, in Russian and in English.</param>
public sealed record DemoPerson(string FirstName, string LastName, string Email, Role Role, (string Russian, string English) About)
{
    public bool IsSupervisor { get; init; }
    public bool IsQualityControl { get; init; }
    public bool ReceivesNewClients { get; init; }

    /// <summary>A number of his own, from which he takes part in outside groups.</summary>
    public string? Phone { get; init; }

    /// <summary>The guest's company.</summary>
    public string? Company { get; init; }
    public string DisplayName => $"{FirstName} {LastName}";
}

/// <summary>The standing cast: a bureau that builds houses and makes web sites, and its clients. Tests tell their stories with it.</summary>
public static class DemoPeople
{
    /// <summary>Everybody of the demo company signs in with it.</summary>
    public const string Password = "warm-house-by-the-river";

    public const string OrganizationName = "Бюро «Контур»";

    public static readonly DemoPerson Zuev = Employee("Николай", "Зуев", "zuev", "владелец, приглашает и настраивает", "owner, invites and configures", Role.Owner);
    public static readonly DemoPerson Ryzhova = Employee("Дарья", "Рыжова", "ryzhova", "администратор", "administrator", Role.Admin);
    public static readonly DemoPerson Vlasova = Employee("Ирина", "Власова", "vlasova", "руководитель, видит все клиентские чаты", "supervisor, sees all client chats") with { IsSupervisor = true };
    public static readonly DemoPerson Akhmetov = Employee("Тимур", "Ахметов", "akhmetov", "контроль качества, только читает", "quality control, only reads") with { IsQualityControl = true };
    public static readonly DemoPerson Sokolov = Employee("Дмитрий", "Соколов", "sokolov", "продавец домов, получает новых клиентов", "sells houses, receives new clients") with { ReceivesNewClients = true, Phone = "+79120001101" };
    public static readonly DemoPerson Panin = Employee("Юрий", "Панин", "panin", "продавец, получает новых клиентов", "salesperson, receives new clients") with { ReceivesNewClients = true, Phone = "+79120001102" };
    public static readonly DemoPerson Belova = Employee("Ольга", "Белова", "belova", "менеджер по проектам", "project manager");
    public static readonly DemoPerson Nechaev = Employee("Павел", "Нечаев", "nechaev", "архитектор, пишет клиентам со своего номера", "architect, writes to clients from his own number") with { Phone = "+79120001103" };
    public static readonly DemoPerson Ershova = Employee("Анна", "Ершова", "ershova", "ведёт сайты клиентов", "runs web projects");
    public static readonly DemoPerson Gromov = Employee("Лев", "Громов", "gromov", "дизайнер", "designer");
    public static readonly DemoPerson Klimova = Employee("Софья", "Климова", "klimova", "разработчик", "developer");

    public static readonly DemoPerson Ivanova = Guest("Мария", "Иванова", "maria@romashka.example", "Ромашка");
    public static readonly DemoPerson Ezhov = Guest("Глеб", "Ежов", "gleb@romashka.example", "Ромашка");
    public static readonly DemoPerson Tkach = Guest("Олег", "Ткач", "tkach@dental.example", "Дентал Плюс");
    public static readonly DemoPerson Yudina = Guest("Вера", "Юдина", "yudina@mayak.example", "Маяк");

    public static readonly IReadOnlyList<DemoPerson> All =
        [Zuev, Ryzhova, Vlasova, Akhmetov, Sokolov, Panin, Belova, Nechaev, Ershova, Gromov, Klimova, Ivanova, Ezhov, Tkach, Yudina];

    private static DemoPerson Employee(string first, string last, string mailbox, string russian, string english, Role role = Role.Employee) =>
        new(first, last, $"{mailbox}@kontur.example", role, (russian, english));

    private static DemoPerson Guest(string first, string last, string email, string company) =>
        new(first, last, email, Role.Guest, ($"клиент, «{company}»", $"client, {company}")) { Company = company };
}
