using System.Text.RegularExpressions;
using ClientChats.Web.Tests.Browser;
using static ClientChats.Infrastructure.Demo.DemoPeople;
using static Microsoft.Playwright.Assertions;

namespace ClientChats.Web.Tests.Stories;

/// <summary>What is begun at the desk is finished on the phone.</summary>
public sealed class DraftTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string Chat = "SEO | Дентал Плюс | Ершова";

    [Fact]
    public async Task A_draft_goes_with_its_author_from_one_device_to_the_other_and_is_gone_on_both_once_it_was_sent()
    {
        await using var desk = await app.OpenAsync(Ershova);
        await using var phone = await app.OpenAsync(Ershova);
        await using var client = await app.OpenAsync(Tkach);

        await desk.OpenChatAsync(Chat);
        await desk.Composer.FillAsync("Отчёт пришлю к вече");
        await phone.SeesAsync(phone.Row(Chat).GetByText("Черновик:"));
        await phone.OpenChatAsync(Chat);
        await Expect(phone.Composer).ToHaveValueAsync("Отчёт пришлю к вече");

        await phone.SayAsync("Отчёт пришлю к вечеру");
        await Expect(desk.Composer).ToHaveValueAsync("", new() { Timeout = (float)Window.Patience.TotalMilliseconds });
        await client.SeesAsync(client.Log.GetByText("Отчёт пришлю к вечеру"));
        (await client.WordsAsync()).ShouldNotMatch(new Regex("к вече(?!ру)").ToString());
        foreach (var window in new[] { desk, phone, client }) window.Complaints.ShouldBeEmpty();
    }
}
