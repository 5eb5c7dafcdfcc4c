using System.Diagnostics;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ClientChats.Web.Tests.Browser.Chromium))]

namespace ClientChats.Web.Tests.Browser;

/// <summary>The real browser of a test run: the machine's Chromium, installed first where it is missing and may be installed.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A window in which nobody is signed in, with cookies of its own.</summary>
    public async Task<Window> OpenAsync(Uri app, Look look)
    {
        var browser = await StartAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = app.ToString(),
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.IsPhone ? 780 : 900 },
            Locale = look.Language == "ru" ? "ru-RU" : "en-GB",
            ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            TimezoneId = "Asia/Yekaterinburg",
            HasTouch = look.IsPhone,
            IsMobile = look.IsPhone,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout((float)Window.Patience.TotalMilliseconds);
        return new Window(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private async Task<IBrowser> StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_browser is not null) return _browser;
            var program = Find() ?? await InstallAsync();
            _playwright = await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = program,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
            });
        }
        finally
        {
            _starting.Release();
        }
    }

    private static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in Names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static async Task<string> InstallAsync()
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/etc/debian_version"))
            throw new InvalidOperationException("The browser tests need Chromium, and none is in the PATH. Install it (on Debian: apt-get install chromium) and run the tests again.");

        await RunAsync("update", "-q");
        await RunAsync("install", "-q", "-y", "--no-install-recommends", "chromium");
        return Find() ?? throw new InvalidOperationException("Debian's package chromium is installed, and yet there is no chromium in the PATH.");
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Chromium could not be installed: {string.Join('\n', said)}");
    }
}

/// <summary>How a window looks.</summary>
/// <param name="Language">ru or en.</param>
/// <param name="IsDark">Whether the system asks for dark colours.</param>
/// <param name="Width">Of the window, in CSS pixels.</param>
public sealed record Look(string Language = "ru", bool IsDark = false, int Width = 1440)
{
    public static Look Usual { get; } = new();

    public bool IsPhone => Width < 600;

    public override string ToString() => $"{Language} {(IsDark ? "dark" : "light")} {Width}";
}
