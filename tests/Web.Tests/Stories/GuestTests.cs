using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;

namespace ClientChats.Web.Tests.Stories;

/// <summary>The first article: a new organization invites a client as a guest, talks with him in a named chat, and lets him go.</summary>
public sealed class GuestTests(NewInstallation app) : IClassFixture<NewInstallation>
{
    private const string Password = "тихий дом у озера";
    private const string Chat = "Сайт | Ромашка | Ершова";

    [Fact]
    public async Task A_client_is_invited_talks_and_leaves()
    {
        await using var nikolai = await app.OpenAsync();
        await SetUpAsync(nikolai);

        // One address at a time: the client as a guest, a colleague as an employee.
        await InviteAsync(nikolai, "maria@romashka.example", "Мария", "Иванова");
        await InviteAsync(nikolai, "ershova@studio.example", "Анна", "Ершова", role: "Сотрудник");

        // The letter lies in the development mailbox; its link leads in.
        await using var maria = await app.OpenAsync();
        await AcceptAsync(nikolai, maria, "maria@romashka.example");
        await maria.SeesAsync("Вы внутри");
        await nikolai.Page.GetByRole(AriaRole.Link, new() { Name = "Люди", Exact = true }).ClickAsync();
        await nikolai.Page.GetByRole(AriaRole.Link, new() { Name = "Приглашения" }).Or(nikolai.Page.GetByRole(AriaRole.Tab, new() { Name = "Приглашения" })).First.ClickAsync();
        await using var anna = await app.OpenAsync();
        var row = nikolai.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "ershova@studio.example" });
        await nikolai.SeesAsync(row.GetByText("Ждём ответа"));
        await AcceptAsync(anna, "ershova@studio.example", await LinkAsync("ershova@studio.example"));

        // The status changes on the administrator's page without loading it again.
        await nikolai.SeesAsync(row.GetByText("Принято"));

        // The new guest can write to the administrator, and to nobody else.
        await maria.Button("Написать администратору").ClickAsync();
        await maria.SayAsync("Здравствуйте, это Мария.");
        await nikolai.Page.GetByRole(AriaRole.Link, new() { Name = "Чаты", Exact = true }).ClickAsync();
        await nikolai.OpenChatAsync("Мария Иванова");
        await nikolai.SeesAsync(nikolai.Log.GetByText("Здравствуйте, это Мария."));
        (await maria.WordsAsync()).ShouldNotContain("Ершова");

        // A colleague makes a chat with the guest; while she types its name she is told what is wrong with it.
        await anna.GoAsync("/chats");
        await anna.Button("Новый чат").ClickAsync();
        await ChooseAsync(anna, "Николай Зуев");
        var name = anna.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Название" }).Or(anna.Page.Locator("#chat-name")).First;
        await name.FillAsync("Чат");
        await anna.SeesAsync(anna.Dialog.GetByText("слишком общее").First);
        await name.FillAsync(Chat);
        await anna.LosesAsync(anna.Dialog.GetByText("слишком общее"));
        await anna.Button("Создать чат").ClickAsync();
        await anna.SeesAsync(anna.Page.GetByRole(AriaRole.Heading, new() { Name = Chat, Exact = true }));
        await anna.SayAsync("Николай, готовим сайт для Ромашки.");

        // Before the guest is added, it is said what she will see; then she sees that chat with its whole history, and nothing else.
        await anna.Button("Добавить людей").ClickAsync();
        await ChooseAsync(anna, "Мария Иванова");
        await anna.SeesAsync("Гость сразу увидит");
        await anna.Button("Добавить со всей историей").ClickAsync();
        await maria.SeesAsync(maria.Row(Chat));
        await maria.OpenChatAsync(Chat);
        await maria.SeesAsync(maria.Log.GetByText("готовим сайт для Ромашки."));

        // Both write, and hear each other at once.
        await maria.SayAsync("Добрый день! Ждём макет.");
        await anna.SeesAsync(anna.Log.GetByText("Ждём макет."));
        await anna.SayAsync("Макет будет завтра.");
        await maria.SeesAsync(maria.Log.GetByText("Макет будет завтра."));

        // Removing her ends it on the next byte.
        await maria.Composer.FillAsync("Спасибо, а");
        await anna.Button("Действия: Мария Иванова").ClickAsync();
        await anna.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Убрать из чата" }).ClickAsync();
        await anna.Button("Убрать").ClickAsync();
        await maria.SeesAsync("Чат закрылся");
        await maria.LosesAsync("Макет будет завтра.");
        await anna.SayAsync("Мария больше не с нами.");
        (await maria.WordsAsync()).ShouldNotContain("больше не с нами");
        await maria.Page.ReloadAsync();
        await maria.SeesAsync("Чат не найден");

        foreach (var window in new[] { nikolai, maria, anna }) window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invitation_ends_is_asked_for_again_and_withdrawn_and_a_password_is_forgotten()
    {
        await using var nikolai = await app.OpenAsync();
        await SetUpAsync(nikolai);

        // It ends by its time; the client asks for another one, and the administrator is told.
        await InviteAsync(nikolai, "gleb@romashka.example", "Глеб", "Ежов");
        var old = await LinkAsync("gleb@romashka.example");
        await app.SqlAsync("update invitations set expires_at = now() - interval '1 minute' where email_key = 'gleb@romashka.example'");
        await using var gleb = await app.OpenAsync();
        await gleb.GoAsync(old);
        await gleb.SeesAsync("Ссылка истекла");
        await gleb.Button("Попросить новую").ClickAsync();
        await gleb.SeesAsync("Просьба отправлена.");
        var row = nikolai.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "gleb@romashka.example" });
        await nikolai.SeesAsync(row.GetByText("просит новую ссылку"));

        // The new link works, the old one no longer does.
        await row.GetByRole(AriaRole.Button, new() { Name = "Новая ссылка" }).ClickAsync();
        await nikolai.SeesAsync("Новая ссылка отправлена.");
        await LinkAsync("gleb@romashka.example", count: 2);
        await gleb.GoAsync("/sign-in");
        await gleb.GoAsync(old);
        await gleb.SeesAsync("Есть ссылка новее");
        await AcceptAsync(gleb, "gleb@romashka.example", await LinkAsync("gleb@romashka.example", count: 2));
        await gleb.SeesAsync("Вы внутри");

        // One that went to a wrong address is withdrawn.
        await InviteAsync(nikolai, "wrong@romashka.example", "Олег", "Ткач");
        var wrong = await LinkAsync("wrong@romashka.example");
        await nikolai.Button("Действия: Олег Ткач").ClickAsync();
        await nikolai.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Отозвать" }).ClickAsync();
        await nikolai.Dialog.GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();
        await nikolai.SeesAsync("Приглашение отозвано: Олег Ткач");
        await using var oleg = await app.OpenAsync();
        await oleg.GoAsync(wrong);
        await oleg.SeesAsync("Ссылка не действует");

        // A password is changed; the other window is out. A forgotten one comes back by mail.
        await using var elsewhere = await app.OpenAsync();
        await elsewhere.SignInAsync("gleb@romashka.example", Password);
        await gleb.GoAsync("/settings/password");
        await gleb.Field("Нынешний пароль").FillAsync(Password);
        await gleb.Field("Новый пароль").FillAsync("зелёный велосипед");
        await gleb.Button("Сменить пароль").ClickAsync();
        await gleb.SeesAsync("Пароль изменён");
        await elsewhere.SeesAsync("Вход закончился");

        await oleg.GoAsync("/forgot");
        await oleg.Field("Почта").FillAsync("gleb@romashka.example");
        await oleg.Button("Прислать ссылку").ClickAsync();
        await oleg.SeesAsync("Проверьте почту");
        await oleg.GoAsync(await LinkAsync("gleb@romashka.example", count: 4));
        await oleg.Field("Пароль").FillAsync("третий пароль подряд");
        await oleg.Button("Сохранить пароль").ClickAsync();
        await oleg.Page.WaitForURLAsync("**/sign-in**");
        await gleb.SeesAsync("Вход закончился");
        await oleg.SignInAsync("gleb@romashka.example", "третий пароль подряд");
        await oleg.SeesAsync("Вы внутри");
    }

    private async Task SetUpAsync(Window window)
    {
        if (await app.AskSqlAsync<long>("select count(*) from organizations") > 0)
        {
            await window.SignInAsync("zuev@studio.example", Password);
            await window.GoAsync("/people/invitations");
            return;
        }

        await window.GoAsync("/");
        await window.SeesAsync("Организация и владелец");
        await window.Field("Название организации").FillAsync("Студия «Контур»");
        await window.Field("Имя").FillAsync("Николай");
        await window.Field("Фамилия").FillAsync("Зуев");
        await window.Field("Почта").FillAsync("zuev@studio.example");
        await window.Field("Пароль").FillAsync(Password);
        await window.Button("Продолжить").ClickAsync();
        await window.SeesAsync("Приглашений пока нет");
        await app.MeetOwnerAsync("zuev@studio.example");
    }

    private static async Task InviteAsync(Window window, string address, string firstName, string lastName, string? role = null)
    {
        await window.Field("Почта").FillAsync(address);
        await window.Field("Имя").FillAsync(firstName);
        await window.Field("Фамилия").FillAsync(lastName);
        if (role is not null) await window.Page.GetByRole(AriaRole.Radio, new() { Name = role }).CheckAsync();
        await window.Button("Отправить приглашение").ClickAsync();
        await window.SeesAsync($"Приглашение отправлено: {address}");
    }

    /// <summary>Follows the link from the mailbox page, as somebody does who tries the product.</summary>
    private static async Task AcceptAsync(Window reader, Window newcomer, string address)
    {
        await reader.GoAsync("/development/mailbox");
        await reader.Page.GetByPlaceholder("Кому").FillAsync(address);
        await reader.Page.GetByRole(AriaRole.Button).Filter(new() { HasText = address }).First.ClickAsync();
        await reader.Page.GetByText("Ссылки 1", new() { Exact = true }).ClickAsync();
        await AcceptAsync(newcomer, address, await reader.Page.GetByRole(AriaRole.Link, new() { Name = "/accept#" }).InnerTextAsync());
    }

    private static async Task AcceptAsync(Window newcomer, string address, string link)
    {
        await newcomer.GoAsync(link);
        (await newcomer.Field("Почта").InputValueAsync()).ShouldBe(address);
        newcomer.Page.Url.ShouldNotContain("#");
        await newcomer.Field("Пароль").FillAsync(Password);
        await newcomer.Button("Войти").ClickAsync();
        await newcomer.Page.WaitForURLAsync(url => !url.Contains("/accept", StringComparison.Ordinal));
    }

    private static async Task ChooseAsync(Window window, string person)
    {
        var field = window.Dialog.GetByRole(AriaRole.Combobox).Or(window.Dialog.Locator("input[type=text], input:not([type])")).First;
        await field.FillAsync(person);
        await window.Page.GetByRole(AriaRole.Option, new() { Name = person }).ClickAsync();
    }

    private async Task<string> LinkAsync(string address, int count = 1) => (await app.MailToAsync(address, count))["links"][0].Text;
}
