using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Demo;
using ClientChats.Infrastructure.Postgres;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ClientChats.Api.Start;

/// <summary>Starts everything that the app needs, in order, and says what it is doing.</summary>
internal static class Startup
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <exception cref="EnvironmentProblem">The surroundings do not let the app run; the message says what to do.</exception>
    public static async Task<RunningApp> RunAsync(string[] args, Action<string> say, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var contentRoot = ContentRoot();
        Directory.CreateDirectory(Path.Combine(contentRoot, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = contentRoot });
        var options = builder.Configuration.GetSection(ClientChatsOptions.Section).Get<ClientChatsOptions>() ?? new ClientChatsOptions();
        var dataPath = Path.GetFullPath(options.DataPath, builder.Environment.ContentRootPath);
        if (string.IsNullOrEmpty(builder.Configuration[WebHostDefaults.ServerUrlsKey])) builder.WebHost.UseUrls(DefaultUrl);
        RefuseTakenPort(builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl);

        EmbeddedPostgres? postgres = null;
        try
        {
            if (builder.Environment.IsDevelopment() && options.BuildWebApp) await WebAppBuild.RunAsync(builder.Environment.ContentRootPath, say, ct);

            var connectionString = builder.Configuration.GetConnectionString("ClientChats");
            if (string.IsNullOrWhiteSpace(connectionString))
            {
                postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Path.Combine(dataPath, "postgres")) { Unsafe = options.Database.AllowUnsafe }, say, ct);
                connectionString = postgres.ConnectionString;
            }

            say("Bringing the database up to date …");
            await Migrator.MigrateAsync(connectionString, options.Database.AllowUnsafe, ct);

            builder.AddClientChats(connectionString, dataPath);
            var app = builder.Build();
            app.UseClientChats();
            var demo = options.Demo ?? builder.Environment.IsDevelopment();
            if (demo && await DemoCompany.LoadAsync(app.Services, ct))
            {
                await DemoPictures.HangAsync(app.Services, ct);
                say("Loaded the demo company.");
            }

            await app.StartAsync(ct);

            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            say(string.Create(CultureInfo.InvariantCulture, $"ClientChats is ready after {clock.Elapsed.TotalSeconds:0.0} s: {address}"));
            await TellHowToEnterAsync(app.Services, demo, say, ct);
            return new RunningApp(app, postgres, address);
        }
        catch
        {
            if (postgres is not null) await postgres.DisposeAsync();
            throw;
        }
    }

    private static async Task TellHowToEnterAsync(IServiceProvider services, bool demo, Action<string> say, CancellationToken ct)
    {
        if (await services.GetRequiredService<IServedOrganization>().FindAsync(ct) is null)
        {
            var code = services.GetRequiredService<SetupCode>();
            say(code.IsRequired ? $"Open it to set up your organization. The setup code is {code.Text}" : "Open it to set up your organization.");
        }
        else if (demo)
        {
            say($"The password of everybody in the demo company is {DemoPeople.Password}");
            foreach (var person in DemoPeople.All) say($"  {person.Email,-26} {person.DisplayName,-16} {person.About.English}");
        }
    }

    /// <summary>The project's folder in a checkout, the app's folder once published; whatever folder the command is given in.</summary>
    private static string ContentRoot()
    {
        var published = AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(published); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Api.csproj"))) return folder.FullName;
            var project = Path.Combine(folder.FullName, "src", "Api");
            if (File.Exists(Path.Combine(project, "Api.csproj"))) return project;
        }

        return published;
    }

    private static void RefuseTakenPort(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Port == 0) continue;
            var host = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host, out var address) ? address : IPAddress.Any;
            try
            {
                using var probe = new TcpListener(host, uri.Port) { ExclusiveAddressUse = true };
                probe.Start();
            }
            catch (SocketException)
            {
                throw new EnvironmentProblem($"The address {url} is in use: stop what listens there, or set ASPNETCORE_URLS to another one.");
            }
        }
    }
}
