using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>Somebody is called by his name while one writes, and finds that he was.</summary>
public sealed class MentionTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string Chat = "Сайт | Ромашка | Ершова";

    [Fact]
    public async Task A_colleague_is_chosen_by_the_keyboard_and_sees_in_the_list_that_he_is_called()
    {
        await using var anna = await app.OpenAsync(Ershova);
        await using var lev = await app.OpenAsync(Gromov);
        await lev.SeesAsync(lev.Row(Chat));
        await anna.OpenChatAsync(Chat);

        await anna.Composer.PressSequentiallyAsync("@");
        var people = anna.Page.GetByRole(AriaRole.Listbox, new() { Name = "Кого упомянуть" });
        await anna.SeesAsync(people.GetByRole(AriaRole.Option, new() { Name = "Все в чате" }));
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        await anna.Composer.PressSequentiallyAsync("гро");
        await anna.LosesAsync(people.GetByText("Все в чате"));
        await anna.Composer.PressAsync("Enter");
        (await anna.Composer.InputValueAsync()).ShouldBe("@Лев Громов ");
        await anna.LosesAsync(people);
        await anna.Composer.PressSequentiallyAsync("когда макет?");
        await anna.Composer.PressAsync("Enter");
        await anna.SeesAsync(anna.Log.Locator("mark").GetByText("@Лев Громов"));

        await lev.SeesAsync(lev.Row(Chat).GetByText("вас упомянули"));
        await lev.OpenChatAsync(Chat);
        await lev.SeesAsync(lev.Log.Locator("mark[data-mine]").GetByText("@Лев Громов"));
        await lev.LosesAsync(lev.Row(Chat).GetByText("вас упомянули"));
        foreach (var window in new[] { anna, lev }) window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_guest_is_offered_the_people_of_his_chat_and_nobody_else()
    {
        await using var maria = await app.OpenAsync(Ivanova);
        await maria.OpenChatAsync(Chat);

        await maria.Composer.PressSequentiallyAsync("@");

        var people = maria.Page.GetByRole(AriaRole.Listbox, new() { Name = "Кого упомянуть" });
        await maria.SeesAsync(people.GetByText("Анна Ершова"));
        (await people.GetByRole(AriaRole.Option).AllInnerTextsAsync()).Select(option => option.Split('\n')[0]).ShouldBe(["Глеб Ежов", "Лев Громов", "Анна Ершова", "Софья Климова"], ignoreOrder: true);
        await maria.Composer.PressAsync("Escape");
        await maria.LosesAsync(people);
    }
}
