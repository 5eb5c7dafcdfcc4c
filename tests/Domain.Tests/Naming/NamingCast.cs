using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

/// <summary>A small studio: its people, its clients, and the chats that the person who types can see.</summary>
internal static class NamingCast
{
    public static readonly KnownPerson Ershova = new("Анна", "Ершова");

    public static readonly KnownPeople Everybody = KnownPeople.Of(
    [
        Ershova, new("Анна", "Кузнецова"), new("Анна", "Волкова"), new("Пётр", "Соколов"), new("Николай", "Титов"), new("Софья", "Климова"),
        new("Лев", "Громов"), new("Ольга", "Белова"), new("Олег", "Зуев"), new("Александра", "Миронова"), new("Дмитрий", "Орлов"), new("Дмитрий", "Лапин"),
        new("Emma", "Clarke"), new("James", "Porter")
    ]);

    public static readonly NamingContext Studio = new()
    {
        People = Everybody,
        InChat = KnownPeople.Of([Ershova, new("Лев", "Громов"), new("Софья", "Климова")]),
        Responsible = Ershova,
        Companies = ClientCompanies.Of(
            ["ООО «Ромашка»", "Дентал Плюс", "Кофе Юг", "Быстрая доставка", "Аптека 24", "ВкусВилл", "Переплёт", "Northwind Traders", "Acme, Inc."]),
        NamesInSight = new NamesInSight(
            ["SEO | Лютик | Громов", "Ромашка | Каталог", "Website | Larkspur | Porter", "Лендинг | Пчела | Белова", "Этап 1 | Гранит"])
    };
}

internal sealed class NamesInSight(string[] names) : INamesInSight
{
    private readonly ILookup<string, string> byKey = names.ToLookup(name => NameKey.Of(name).Text);

    public string? SameAs(NameKey key) => byKey[key.Text].FirstOrDefault();

    public IEnumerable<string> Candidates(NameKey key) => names;
}
