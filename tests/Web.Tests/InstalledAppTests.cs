using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests;

/// <summary>The app can be installed, and opens without a connection; what was written stays on the server.</summary>
public sealed class InstalledAppTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    [Fact]
    public async Task Its_manifest_names_pictures_that_are_there_in_the_size_that_it_says()
    {
        await using var window = await app.OpenAsync(new Look("ru"));
        await window.GoAsync("/sign-in");
        var wrong = await window.Page.EvaluateAsync<string[]>("""
            async () => {
              const manifest = await (await fetch(document.querySelector('link[rel=manifest]').href)).json();
              const sizeOf = (src) => new Promise((done) => { const picture = new Image(); picture.onload = () => done(`${picture.naturalWidth}x${picture.naturalHeight}`); picture.onerror = () => done('missing'); picture.src = src; });
              const icons = [...manifest.icons, { src: document.querySelector('link[rel=apple-touch-icon]').href, sizes: '180x180' }];
              const found = await Promise.all(icons.map(async ({ src, sizes }) => [src, sizes, await sizeOf(src)]));
              return found.filter(([, said, is]) => said !== is).map((one) => one.join(' '));
            }
            """);

        wrong.ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_opens_without_a_connection_and_keeps_nothing_that_anybody_wrote()
    {
        await using var window = await app.OpenAsync(new Look("ru"));
        await window.TakeSessionAsync(await app.As(Ershova), "ru");
        await window.GoAsync("/chats");
        await window.SettlesAsync();
        await window.Page.EvaluateAsync("() => navigator.serviceWorker.ready");

        // The first visit was before the worker; the second goes through it.
        await window.Page.ReloadAsync();
        await window.SettlesAsync();
        var kept = await window.Page.EvaluateAsync<string[]>("async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()");
        kept.ShouldContain("/");
        kept.ShouldAllBe(path => path == "/" || path.StartsWith("/assets/", StringComparison.Ordinal) || path == "/first-paint.js" || path == "/favicon.svg" || path == "/manifest.webmanifest");

        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.ReloadAsync(new PageReloadOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await window.SeesAsync("Нет связи. Загрузим, когда она вернётся.");
    }
}
