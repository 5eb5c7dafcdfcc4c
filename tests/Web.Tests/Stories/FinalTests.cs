using System.Text.RegularExpressions;
using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>The newest estimate takes the place of the former one, and the client sees at once which of them counts.</summary>
public sealed class FinalTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string Chat = "Сайт | Ромашка | Ершова";

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_nearest_one_on_the_clients_shelf_and_can_be_taken_back()
    {
        await using var anna = await app.OpenAsync(Ershova);
        await using var maria = await app.OpenAsync(Ivanova);
        await anna.OpenChatAsync(Chat);
        await maria.OpenChatAsync(Chat);
        await maria.Page.GetByRole(AriaRole.Link, new() { Name = "Файлы" }).ClickAsync();
        var shelf = maria.Page.GetByRole(AriaRole.Region, new() { Name = "Финальные файлы" });
        await maria.SeesAsync(shelf.GetByText("Смета и этапы v2.pdf"));

        await anna.Page.SetInputFilesAsync("[data-attach]", new FilePayload { Name = "Смета и этапы v3.pdf", MimeType = "application/pdf", Buffer = ClientChats.Tests.Files.Pdf("третья") });
        await anna.SeesAsync(anna.Page.GetByText(new Regex("загружен$")));
        await anna.SayAsync("Смета после правок");
        await anna.Log.GetByText("Смета и этапы v3.pdf").HoverAsync();
        await anna.Button("Сделать финальной версией: Смета и этапы v3.pdf").ClickAsync();
        (await anna.Dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Смета и этапы v2.pdf") }).IsCheckedAsync()).ShouldBeTrue();
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        await anna.Page.Keyboard.PressAsync("Enter");
        await anna.SeesAsync("Финальная версия: Смета и этапы v3.pdf");

        await maria.SeesAsync(shelf.GetByText("Смета и этапы v3.pdf"));
        await maria.SeesAsync(maria.Log.GetByText("финал").Last);
        await shelf.GetByRole(AriaRole.Button, new() { Name = "2 прежние версии" }).ClickAsync();
        await maria.SeesAsync(shelf.GetByText("Смета и этапы v1.pdf"));
        (await shelf.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Снять отметку") }).CountAsync()).ShouldBe(0);
        (await Axe.ViolationsAsync(maria)).ShouldBeEmpty();

        await anna.Button("Вернуть").ClickAsync();
        await maria.SeesAsync(shelf.GetByRole(AriaRole.Button, new() { Name = "1 прежняя версия" }));
        await maria.LosesAsync(shelf.GetByText("Смета и этапы v3.pdf"));
        foreach (var window in new[] { anna, maria }) window.Complaints.ShouldBeEmpty();
    }
}
