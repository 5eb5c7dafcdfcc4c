namespace ClientChats.Infrastructure.Demo;

/// <summary>A client who stays in his messenger, and how the CRM knows him.</summary>
/// <param name="OutsideId">His id in the messenger.</param>
/// <param name="Name">His name there.</param>
/// <param name="Phone">His number.</param>
/// <param name="Contact">The contact's id in the CRM; null where nobody has entered him.</param>
/// <param name="Responsible">The contact's responsible.</param>
/// <param name="Deal">The contact's open deal.</param>
internal sealed record DemoClient(string OutsideId, string Name, string Phone, string? Contact, DemoPerson? Responsible, string? Deal);

/// <summary>The clients of the house builders.</summary>
internal static class DemoClients
{
    public static readonly DemoClient Andrey = new("andrey", "Андрей Орлов", "+79127004017", "40177", DemoPeople.Sokolov, "Дом на Заречной, 148 м²");
    public static readonly DemoClient Marina = new("marina", "Марина Орлова", "+79127005508", "40181", DemoPeople.Sokolov, "Дом на Заречной, 148 м²");
    public static readonly DemoClient Kirill = new("kirill", "Кирилл Орлов", "+79127009930", null, null, null);
    public static readonly DemoClient Roman = new("roman", "Роман Кузьмин", "+79127011201", "40102", DemoPeople.Belova, "Баня 6×4");
    public static readonly DemoClient Alina = new("alina", "Алина Кузьмина", "+79127011202", "40103", DemoPeople.Belova, "Баня 6×4");
    public static readonly DemoClient Sergey = new("sergey", "Сергей Титов", "+79127020301", "40088", DemoPeople.Belova, "Гараж на две машины");
    public static readonly DemoClient Vera = new("vera", "Вера Лапина", "+79127030401", "40190", DemoPeople.Panin, "Дом в Соснах");
    public static readonly DemoClient Yulia = new("yulia", "Юлия Дёмина", "+79127040501", null, null, null);
    public static readonly DemoClient Mark = new("mark", "Марк Дёмин", "+79127040502", null, null, null);

    public static readonly IReadOnlyList<DemoClient> All = [Andrey, Marina, Kirill, Roman, Alina, Sergey, Vera, Yulia, Mark];
}
