using ClientChats.Infrastructure.Demo;
using ClientChats.Web.Tests.Browser;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests;

/// <summary>Every page in both languages, light and dark, on a wide screen and on a phone: usable by everybody, without a complaint of the browser, never wider than the window.</summary>
public sealed class EveryPageTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    public static TheoryData<Look> Looks => [new Look("ru"), new Look("en", IsDark: true), new Look("ru", IsDark: true, Width: 360), new Look("en", Width: 360)];

    [Theory]
    [MemberData(nameof(Looks), DisableDiscoveryEnumeration = true)]
    public async Task Every_page_is_sound(Look look)
    {
        var house = $"/c/{await app.ConversationAsync("Дом на Заречной | Орловы")}";
        var site = $"/c/{await app.ConversationAsync("Сайт | Ромашка | Ершова")}";
        var channel = $"/c/{await app.ConversationAsync("Портал | Ромашка")}/about";
        var open = $"/c/{await app.ConversationAsync("Новости бюро")}";
        var faults = await Task.WhenAll(
            VisitAsync(null, "/sign-in", "/forgot", "/reset#unknown", "/accept#unknown", "/chats"),
            VisitAsync(Vlasova, "/chats", "/search", "/search?q=дом", "/search?q=нигде", house, $"{house}/about", $"{house}/access", "/contacts", "/radar", "/decisions", "/settings/profile"),
            VisitAsync(Ershova, site, $"{site}/about", $"{site}/files", $"{site}/threads", $"{site}/decisions", $"{site}/t/9", channel, "/people", "/nowhere", $"/c/{Guid.CreateVersion7()}"),
            VisitAsync(Akhmetov, house, open, $"{open}/about", "/settings", "/settings/look", "/settings/password"),
            VisitAsync(Zuev, house, "/people", "/people/guests", "/people/invitations", "/people/deactivated", "/development/mailbox"),
            VisitAsync(Ryzhova, "/jobs", "/jobs/runs", "/settings/sessions", "/settings/tokens", "/settings/organization", "/settings/naming", "/settings/words", "/settings/names", "/settings/messengers"),
            VisitAsync(Ezhov, "/", "/search?q=сайт", "/settings/profile", "/people"));

        faults.SelectMany(found => found).ShouldBeEmpty();

        async Task<IReadOnlyList<string>> VisitAsync(DemoPerson? person, params string[] paths)
        {
            var faults = new List<string>();
            await using var window = await app.OpenAsync(look);
            if (person is not null) await window.TakeSessionAsync(await app.As(person), look.Language);
            foreach (var path in paths)
            {
                await window.GoAsync(path);
                await window.SettlesAsync();
                faults.AddRange((await Axe.ViolationsAsync(window)).Select(fault => $"{person?.DisplayName} at {path}: {fault}"));
                if (await window.IsTooWideAsync()) faults.Add($"{person?.DisplayName} at {path}: wider than the window");
            }

            return [.. faults, .. window.Complaints.Select(complaint => $"{person?.DisplayName}: {complaint}")];
        }
    }
}
