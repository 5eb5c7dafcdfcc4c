using System.Text.RegularExpressions;
using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>A word of one client goes on to another chat, after a look at who will read it there.</summary>
public sealed class ForwardingTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    [Fact]
    public async Task A_message_goes_on_to_another_clients_chat_with_a_warning_and_without_the_name_of_who_wrote_it()
    {
        await using var anna = await app.OpenAsync(Ershova);
        await using var oleg = await app.OpenAsync(Tkach);
        await anna.OpenChatAsync("Сайт | Ромашка | Ершова");
        await oleg.SeesAsync(oleg.Log.GetByText("Когда увидим отчёт за эту неделю?"));

        await anna.Log.GetByText("Шапка на телефоне прыгает при прокрутке.").HoverAsync();
        await anna.Page.Locator("[data-row]:hover [data-message-menu]").ClickAsync();
        await anna.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Переслать" }).ClickAsync();
        await anna.Dialog.GetByRole(AriaRole.Combobox).FillAsync("SEO");
        await anna.SeesAsync(anna.Dialog.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^SEO") }));
        await anna.LosesAsync(anna.Dialog.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Портал") }));
        await anna.Page.Keyboard.PressAsync("Enter");
        await anna.SeesAsync(anna.Dialog.GetByText("Сообщение из чата с другим клиентом. Здесь его прочтут клиенты: Олег Ткач."));
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        await anna.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Комментарий" }).FillAsync("У вас так же?");
        await anna.Page.Keyboard.PressAsync("Control+Enter");
        await anna.SeesAsync("Переслано: SEO | Дентал Плюс | Ершова");

        await oleg.SeesAsync(oleg.Log.GetByText("У вас так же?"));
        await oleg.SeesAsync(oleg.Log.GetByText("Шапка на телефоне прыгает при прокрутке. Остальное хорошо."));
        (await oleg.WordsAsync()).ShouldNotContain("Ежов");
        (await Axe.ViolationsAsync(oleg)).ShouldBeEmpty();

        await anna.Button("Открыть чат").ClickAsync();
        await anna.SeesAsync(anna.Log.GetByText("Переслано · Глеб Ежов"));
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        foreach (var window in new[] { anna, oleg }) window.Complaints.ShouldBeEmpty();
    }
}
