using System.Text;
using System.Text.RegularExpressions;
using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>A sketch and an estimate go to the client, who looks at them where they stand.</summary>
public sealed class FileTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string Chat = "Сайт | Ромашка | Ершова";

    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task A_picture_and_an_estimate_reach_the_client_who_opens_them_in_place()
    {
        await using var anna = await app.OpenAsync(Ershova);
        await using var gleb = await app.OpenAsync(Ezhov);
        await anna.OpenChatAsync(Chat);

        await anna.Page.SetInputFilesAsync("[data-attach]", [Of("эскиз.png", "image/png", Pixel), Of("смета.pdf", "application/pdf", ClientChats.Tests.Files.Pdf()), Of("страница.html", "text/html", Encoding.UTF8.GetBytes("<script>alert(1)</script>"))]);
        await anna.SeesAsync(anna.Page.GetByText(new Regex("загружен$")).Nth(2));
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        await anna.SayAsync("Вот эскиз и смета");

        await gleb.SeesAsync(gleb.Log.GetByText("Вот эскиз и смета"));
        await gleb.SeesAsync(gleb.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Скачать страница.html") }));
        (await Axe.ViolationsAsync(gleb)).ShouldBeEmpty();
        await gleb.Button("Фото: эскиз.png").ClickAsync();
        await gleb.SeesAsync(gleb.Dialog.GetByText("1 из 2"));
        (await Axe.ViolationsAsync(gleb)).ShouldBeEmpty();
        await gleb.Page.Keyboard.PressAsync("ArrowRight");
        await gleb.SeesAsync(gleb.Dialog.GetByText("смета.pdf").First);
        await gleb.Page.Keyboard.PressAsync("Escape");
        await gleb.LosesAsync(gleb.Dialog);

        await anna.Page.GetByRole(AriaRole.Link, new() { Name = "Файлы" }).ClickAsync();
        await anna.SeesAsync(anna.Page.GetByRole(AriaRole.Complementary).GetByText("смета.pdf"));
        await anna.Button("Документы").ClickAsync();
        await anna.LosesAsync(anna.Page.GetByRole(AriaRole.Complementary).GetByText("эскиз.png"));
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        foreach (var window in new[] { anna, gleb }) window.Complaints.ShouldBeEmpty();
    }

    private static FilePayload Of(string name, string type, byte[] content) => new() { Name = name, MimeType = type, Buffer = content };
}
