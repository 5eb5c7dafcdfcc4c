using ClientChats.Infrastructure.Demo;
using ClientChats.Tests;

namespace ClientChats.Web.Tests.Browser;

/// <summary>The demo company with its app, as the run command serves it.</summary>
public sealed class BureauInBrowser(TestPostgres postgres, Chromium chromium) : BureauApp(postgres)
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--ClientChats:BuildWebApp=true"];

    public Task<Window> OpenAsync(Look? look = null) => chromium.OpenAsync(Address, look ?? Look.Usual);

    /// <summary>Somebody of the cast at a window of his own, signed in by a click on his name.</summary>
    public async Task<Window> OpenAsync(DemoPerson person)
    {
        var window = await OpenAsync();
        await window.GoAsync("/sign-in");
        await window.Button(person.DisplayName, exact: false).ClickAsync();
        await window.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return window;
    }
}

/// <summary>A new installation, in which nobody has set up an organization yet.</summary>
public sealed class NewInstallation(TestPostgres postgres, Chromium chromium) : DevelopmentApp(postgres)
{
    protected override bool IsSetUp => false;

    protected override IEnumerable<string> Settings => [.. base.Settings, "--ClientChats:BuildWebApp=true"];

    public Task<Window> OpenAsync() => chromium.OpenAsync(Address, Look.Usual);

    /// <summary>Lets the owner, as soon as there is one, read the mail of this installation.</summary>
    public async Task MeetOwnerAsync(string email) => Nikolai = await SignInAsync(email);
}
