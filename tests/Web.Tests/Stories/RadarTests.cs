using System.Text.RegularExpressions;
using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>A salesperson finds a chat whose client nobody knows, makes him a contact, and the chat leaves the radar.</summary>
public sealed class RadarTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string Chat = "Участок у реки";

    [Fact]
    public async Task A_client_of_the_radar_becomes_a_contact_and_the_chat_leaves_it_for_everybody()
    {
        await using var yuri = await app.OpenAsync(Panin);
        await using var nikolai = await app.OpenAsync(Zuev);
        foreach (var window in new[] { yuri, nikolai })
        {
            await window.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Радар" }).ClickAsync();
            await window.SeesAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = Chat }));
            (await Axe.ViolationsAsync(window)).ShouldBeEmpty();
        }

        (await nikolai.Button($"Создать контакт: {Chat}").CountAsync()).ShouldBe(0);
        await yuri.Button($"Связать: {Chat}").ClickAsync();
        await yuri.SeesAsync(yuri.Dialog.GetByText(new Regex("Чат сразу откроется")));
        (await Axe.ViolationsAsync(yuri)).ShouldBeEmpty();
        await yuri.Page.Keyboard.PressAsync("Escape");

        await yuri.Button($"Создать контакт: {Chat}").ClickAsync();
        (await Axe.ViolationsAsync(yuri)).ShouldBeEmpty();
        await yuri.Page.Keyboard.PressAsync("Enter");
        await yuri.SeesAsync(yuri.Page.GetByText(new Regex("^Контакт создан: ")));
        await yuri.LosesAsync(yuri.Page.GetByRole(AriaRole.Link, new() { Name = Chat }));
        foreach (var window in new[] { yuri, nikolai }) window.Complaints.ShouldBeEmpty();
    }
}
