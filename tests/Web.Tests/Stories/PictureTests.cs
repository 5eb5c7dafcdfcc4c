using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>A client shows her photo, and a chat gets a logo: whoever sees them sees the pictures at once.</summary>
public sealed class PictureTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string Chat = "Портал | Ромашка";

    [Fact]
    public async Task A_photo_and_a_logo_are_chosen_cropped_and_seen_by_others()
    {
        await using var anna = await app.OpenAsync(Ershova);
        await using var maria = await app.OpenAsync(Ivanova);
        await anna.OpenChatAsync(Chat);

        await maria.GoAsync("/settings/profile");
        await maria.Button("Добавить фото").ClickAsync();
        (await Axe.ViolationsAsync(maria)).ShouldBeEmpty();
        await ChooseAsync(maria, ClientChats.Tests.Files.Picture(300, 0x90));
        await maria.Page.Keyboard.PressAsync("Tab");
        (await Axe.ViolationsAsync(maria)).ShouldBeEmpty();
        await maria.Button("Сохранить").ClickAsync();
        await maria.SeesAsync("Картинка сохранена");
        await anna.SeesAsync(anna.Log.Locator("img[src*='/members/']").First);

        var before = await PictureOfAsync(anna);
        await anna.Button("Сменить: Картинка чата").ClickAsync();
        await ChooseAsync(anna, ClientChats.Tests.Files.Picture(200, 0x30));
        await anna.Button("Сохранить").ClickAsync();
        await anna.SeesAsync("Картинка сохранена");
        var after = await PictureOfAsync(anna);
        after.ShouldNotBe(before);
        await maria.GoAsync("/chats");
        await maria.SeesAsync(maria.Page.Locator($"img[src='{after}']").First);

        await anna.Button("Сменить: Картинка чата").ClickAsync();
        await anna.Dialog.GetByRole(AriaRole.Button, new() { Name = "Убрать" }).ClickAsync();
        await anna.SeesAsync("Картинка убрана");
        await anna.LosesAsync(anna.Page.Locator($"img[src='{after}']"));
        foreach (var window in new[] { anna, maria }) window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_drawing_that_could_run_is_not_taken_for_a_picture()
    {
        await using var anna = await app.OpenAsync(Ershova);
        await anna.GoAsync("/settings/profile");
        await anna.Button("Добавить фото").ClickAsync();
        await anna.Page.SetInputFilesAsync("[data-picture]", new FilePayload { Name = "я.svg", MimeType = "image/svg+xml", Buffer = "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() });
        await anna.SeesAsync("Это не картинка PNG, JPEG, GIF или WebP, либо файл повреждён.");
    }

    private static Task ChooseAsync(Window window, byte[] picture) =>
        window.Page.SetInputFilesAsync("[data-picture]", new FilePayload { Name = "картинка.png", MimeType = "image/png", Buffer = picture });

    private static async Task<string?> PictureOfAsync(Window window)
    {
        var id = new Uri(window.Page.Url).Segments[2].Trim('/');
        var shown = window.Page.Locator($"img[src*='/conversations/{id}/avatar']").Last;
        await window.SeesAsync(shown);
        return await shown.GetAttributeAsync("src");
    }
}
