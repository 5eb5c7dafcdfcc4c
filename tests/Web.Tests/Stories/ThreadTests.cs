using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>A side question is answered in a thread, and the chat stays readable.</summary>
public sealed class ThreadTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    private const string Chat = "Сайт | Ромашка | Ершова";

    [Fact]
    public async Task A_developer_and_a_guest_talk_in_a_thread_beside_the_chat()
    {
        await using var klimova = await app.OpenAsync(Klimova);
        await using var gleb = await app.OpenAsync(Ezhov);

        // Replies stand under the message that began them, and what is new of them is counted.
        await klimova.OpenChatAsync(Chat);
        var line = klimova.Page.Locator("[data-replies]").First;
        await klimova.SeesAsync(line.GetByText("5 ответов"));
        await klimova.SeesAsync(line.GetByText("1 новый ответ"));
        await klimova.LosesAsync(klimova.Log.GetByText("Положил в макет"));

        // Opened, they are read, below the message, with a composer of their own.
        await line.ClickAsync();
        await klimova.SeesAsync(Thread(klimova).GetByText("Положил в макет"));
        await klimova.SeesAsync(Thread(klimova).GetByRole(AriaRole.Separator, new() { Name = "новые" }));
        await klimova.LosesAsync(line.GetByText("1 новый ответ"));
        await klimova.Page.Mouse.MoveAsync(4, 4);
        await klimova.LosesAsync(klimova.Page.GetByRole(AriaRole.Tooltip));
        (await Axe.ViolationsAsync(klimova)).ShouldBeEmpty();
        await ReplyAsync(klimova, "Да, сделаем так же.");
        await klimova.SeesAsync(line.GetByText("6 ответов"));

        // What was begun is there again after a look elsewhere.
        await klimova.Field("Ответить в ветке").FillAsync("И ещё");
        await klimova.Button("Закрыть").ClickAsync();
        await klimova.LosesAsync(Thread(klimova));
        await line.ClickAsync();
        await klimova.Page.WaitForFunctionAsync("() => document.querySelector('#thread-composer')?.value === 'И ещё'");

        // The guest begins a thread by one key, and hears what is answered there at once.
        await gleb.SeesAsync(gleb.Log.GetByText("Шапка на телефоне прыгает"));
        var own = gleb.Page.Locator("[data-row]").Filter(new() { HasText = "Шапка на телефоне прыгает" });
        await own.FocusAsync();
        await gleb.Page.Keyboard.PressAsync("t");
        await ReplyAsync(gleb, "На Андроиде тоже.");
        await klimova.Page.Locator("[data-row]").Filter(new() { HasText = "Шапка на телефоне прыгает" }).Locator("[data-replies]").ClickAsync();
        await klimova.SeesAsync(Thread(klimova).GetByText("На Андроиде тоже."));
        await ReplyAsync(klimova, "Поправила, посмотрите.");
        await gleb.SeesAsync(Thread(gleb).GetByText("Поправила, посмотрите."));
        (await Axe.ViolationsAsync(gleb)).ShouldBeEmpty();

        // A link to a reply opens the thread at it.
        await klimova.GoAsync($"{new Uri(klimova.Page.Url).AbsolutePath.Split("/t/")[0]}/m/13");
        await klimova.SeesAsync(Thread(klimova));
        klimova.Page.Url.ShouldContain("/t/");
        foreach (var window in new[] { klimova, gleb }) window.Complaints.ShouldBeEmpty();
    }

    private static ILocator Thread(Window window) => window.Page.GetByRole(AriaRole.Log, new() { Name = "Ответы в ветке" });

    private static async Task ReplyAsync(Window window, string text)
    {
        var field = window.Field("Ответить в ветке");
        await field.FillAsync(text);
        await field.PressAsync("Enter");
        await window.SeesAsync(Thread(window).GetByText(text));
    }
}
