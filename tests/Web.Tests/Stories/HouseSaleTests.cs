using System.Text.RegularExpressions;
using ClientChats.Tests;
using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>The whole example of the second article, in three browsers: a house is sold, and the sale handed over to the project.</summary>
public sealed class HouseSaleTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string House = "Дом Волковых";

    private static readonly OutsidePerson Husband = new("h-1", "Игорь Волков", "+79123000001");
    private static readonly OutsidePerson Wife = new("h-2", "Елена Волкова", "+79123000002");
    private static readonly OutsidePerson Son = new("h-3", "Лев Волков", "+79123000003");
    private static readonly OutsidePerson Salesperson = new("s-1", "Дима С.", Sokolov.Phone);
    private static readonly OutsidePerson Architect = new("a-1", "Паша архитектор", Nechaev.Phone);

    [Fact]
    public async Task A_house_is_sold_and_handed_over()
    {
        var zuev = await app.As(Zuev);
        var group = await OutsideGroup.ConnectAsync(zuev, app.Browser(), "house", House);
        await using var sales = await app.OpenAsync(Sokolov);
        await using var project = await app.OpenAsync(Belova);
        await using var lead = await app.OpenAsync(Vlasova);

        // The client turns to the company, and the salesperson makes him a contact with a deal.
        await SaveContactAsync("v-1", Husband);

        // The client creates a group, invites the salesperson, and asks; it appears with both who may see it, by itself.
        (await group.JoinAsync(Husband)).Expect(200);
        (await group.JoinAsync(Salesperson)).Expect(200);
        (await group.WriteAsync(Husband, "m-1", "Дмитрий, добрый день! Это чат про наш дом.")).Expect(200);
        await sales.SeesAsync(sales.Row(House));
        await lead.SeesAsync(lead.Row(House));
        await sales.OpenChatAsync(House);
        await sales.SeesAsync(sales.Log.GetByText("Это чат про наш дом."));

        // He invites his wife, and because she decides too, her contact is entered by hand.
        (await group.JoinAsync(Wife)).Expect(200);
        await SaveContactAsync("v-2", Wife);
        (await group.WriteAsync(Wife, "m-2", "Здравствуйте! Мне важна кухня.")).Expect(200);
        await sales.SeesAsync(sales.Log.GetByText("Мне важна кухня."));

        // The salesperson invites the architect, who does not use the CRM and takes part from his own phone.
        (await group.JoinAsync(Architect)).Expect(200);
        (await group.WriteAsync(Architect, "m-3", "Кухню объединим с гостиной.")).Expect(200);
        await sales.SeesAsync(sales.Log.GetByText("Кухню объединим с гостиной."));
        await sales.SeesAsync(sales.Log.GetByText("со своего номера"));

        // The wife brings the son, whom nobody enters into the CRM; he can write all the same.
        (await group.JoinAsync(Son)).Expect(200);
        (await group.WriteAsync(Son, "m-4", "А у меня будет своя комната?")).Expect(200);
        await sales.SeesAsync(sales.Log.GetByText("своя комната?"));
        await sales.SeesAsync(sales.Page.GetByText(new Regex(@"3\s+клиента")).First);
        await sales.SayAsync("Лев, конечно, будет.");

        // Until now the project manager has no trace of it, and the supervisor reads it all.
        await project.GoAsync("/chats");
        await project.SeesAsync(project.Row("Баня | Кузьмины | Белова"));
        (await project.WordsAsync()).ShouldNotContain(House);
        await lead.OpenChatAsync(House);
        await lead.SeesAsync(lead.Log.GetByText("Лев, конечно, будет."));

        // In a second window the salesperson is in the middle of a sentence.
        await using var other = await app.OpenAsync(Sokolov);
        await other.OpenChatAsync(House);
        await other.SeesAsync(other.Log.GetByText("Лев, конечно, будет."));
        await other.Composer.FillAsync("Елена, по кухне");

        // The house is sold. The salesperson hands both clients over, having seen who gains and who loses.
        await sales.Page.GetByRole(AriaRole.Link, new() { Name = "Контакты", Exact = true }).ClickAsync();
        await sales.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Выбрать: Игорь Волков" }).CheckAsync();
        await sales.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Выбрать: Елена Волкова" }).CheckAsync();
        await sales.Button("Передать").ClickAsync();
        var heir = sales.Dialog.GetByRole(AriaRole.Combobox, new() { Name = "Будет отвечать" }).Or(sales.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Будет отвечать" })).First;
        await heir.ClickAsync();
        await sales.Page.GetByRole(AriaRole.Option, new() { Name = "Ольга Белова" }).ClickAsync();
        await sales.SeesAsync("Ольга Белова увидит: 1 чат");
        await sales.SeesAsync("Дмитрий Соколов потеряет: 1 чат");
        await sales.Button("Передать 2 клиентов").ClickAsync();

        // In the same instant the project manager has it with its whole history, and his page that still shows it empties itself.
        await project.SeesAsync(project.Row(House));
        await other.SeesAsync("Чат закрылся");
        await other.LosesAsync("Лев, конечно, будет.");
        await other.LosesAsync(other.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = House }));
        await other.SeesAsync("Скопировать черновик");

        await project.OpenChatAsync(House);
        foreach (var text in new[] { "Это чат про наш дом.", "Мне важна кухня.", "Кухню объединим с гостиной.", "своя комната?", "Лев, конечно, будет." })
            await project.SeesAsync(project.Log.GetByText(text));
        await project.SeesAsync("Клиента передали. Теперь отвечает Ольга Белова.");
        await project.SayAsync("Елена, добрый день! Теперь ваш дом веду я.");
        await lead.SeesAsync(lead.Log.GetByText("Теперь ваш дом веду я."));

        // What comes from now on reaches her and the supervisor, and no longer him.
        (await group.WriteAsync(Wife, "m-5", "Ольга, здравствуйте! Очень приятно.")).Expect(200);
        await project.SeesAsync(project.Log.GetByText("Очень приятно."));
        await lead.SeesAsync(lead.Log.GetByText("Очень приятно."));
        (await other.WordsAsync()).ShouldNotContain("Очень приятно.");
        await other.Page.ReloadAsync();
        await other.SeesAsync("Чат не найден");

        // And each can ask why.
        await project.Button("Почему я вижу этот чат").ClickAsync();
        await project.SeesAsync("Вы отвечаете за 2 клиентов этого чата");
        await lead.Button("Почему я вижу этот чат").ClickAsync();
        await lead.SeesAsync("Вы руководитель и видите все клиентские чаты.");

        foreach (var window in new[] { sales, other, project, lead }) window.Complaints.ShouldBeEmpty();

        async Task SaveContactAsync(string id, OutsidePerson client) => (await zuev.PutAsync($"/crm/contacts/{id}", new
        {
            name = client.Name, phones = new[] { client.Phone }, responsibleMemberId = (await app.As(Sokolov)).Id, deals = new[] { new { id = "sale", createdAt = DateTimeOffset.UtcNow } },
        })).Expect(201);
    }
}
