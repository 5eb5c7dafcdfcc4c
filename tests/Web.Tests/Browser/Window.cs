using System.Text.RegularExpressions;
using ClientChats.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ClientChats.Web.Tests.Browser;

/// <summary>Somebody's browser window on the app, used as a person does: by what stands on the screen.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>How long a person would wait, on a machine that has much else to do.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Regex Loading = new("^(Загружаем|Loading)");

    private readonly List<string> _complaints = [];

    internal Window(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsRefusal(message.Text)) Complain(message.Text);
        };
        page.PageError += (_, error) => Complain(error);
    }

    public IPage Page { get; }

    /// <summary>What the browser had to say: errors of scripts, refusals of the content security policy. Answers with an error status are no complaints.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints) return [.. _complaints];
        }
    }

    public ILocator Composer => Page.GetByRole(AriaRole.Textbox, new() { Name = "Сообщение", Exact = true });

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    public Task GoAsync(string path) => Page.GotoAsync(path);

    /// <summary>A chat in the list.</summary>
    public ILocator Row(string chat) => Page.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link, new() { NameRegex = new Regex($"^{Regex.Escape(chat)}") });

    public ILocator Button(string name, bool exact = true) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact }).First;

    public ILocator Field(string name) => Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true }).First;

    public ILocator Text(string text) => Page.GetByText(text).First;

    public Task SeesAsync(string text) => SeesAsync(Text(text));

    public Task SeesAsync(ILocator what) => LookAsync(() => Expect(what).ToBeVisibleAsync(new() { Timeout = (float)Patience.TotalMilliseconds }));

    public Task LosesAsync(ILocator what) => LookAsync(() => Expect(what).ToHaveCountAsync(0, new() { Timeout = (float)Patience.TotalMilliseconds }));

    public Task LosesAsync(string text) => LosesAsync(Page.GetByText(text));

    /// <summary>Writes into the open chat.</summary>
    public async Task SayAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
        await SeesAsync(Log.GetByText(text));
    }

    /// <summary>Opens a chat from the list.</summary>
    public async Task OpenChatAsync(string name)
    {
        await Row(name).ClickAsync();
        await SeesAsync(Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }));
    }

    public async Task SignInAsync(string email, string password)
    {
        await GoAsync("/sign-in");
        await Field("Почта").FillAsync(email);
        await Field("Пароль").FillAsync(password);
        await Button("Войти").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Goes on with somebody's session, in a language.</summary>
    public async Task TakeSessionAsync(Person person, string language)
    {
        (await person.PatchAsync("/me", new { locale = language })).Expect(200);
        await Page.Context.AddCookiesAsync([new Cookie { Name = ClientChats.Tests.Browser.SessionCookie, Value = person.Session!, Url = person.Address.ToString() }]);
    }

    /// <summary>Returns when the page has shown what it has to show.</summary>
    public async Task SettlesAsync()
    {
        await Page.GetByRole(AriaRole.Main).First.WaitForAsync();
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await LosesAsync(Page.GetByRole(AriaRole.Status, new() { NameRegex = Loading }));
    }

    public Task<bool> IsTooWideAsync() => Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > window.innerWidth");

    /// <summary>What the whole page says at this moment.</summary>
    public Task<string> WordsAsync() => Page.Locator("body").InnerTextAsync();

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    /// <summary>Says, where something is not as expected, what the person saw instead.</summary>
    private async Task LookAsync(Func<Task> expectation)
    {
        try
        {
            await expectation();
        }
        catch (PlaywrightException unexpected)
        {
            var picture = Path.Combine(Path.GetTempPath(), $"clientchats-window-{Guid.NewGuid():N}.png");
            await Page.ScreenshotAsync(new() { Path = picture });
            throw new ShouldAssertException($"{unexpected.Message.Split("Call log:")[0]}\n{Page.Url}, pictured in {picture}\n{await WordsAsync()}", unexpected);
        }
    }

    private static bool IsRefusal(string message) => message.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal);

    private void Complain(string complaint)
    {
        lock (_complaints) _complaints.Add(complaint);
    }
}
