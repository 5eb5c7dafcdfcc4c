using ClientChats.Bench.Machine;

namespace ClientChats.Bench.App;

/// <summary>The product as an operator gets it: published in Release, with its packages and the embedded PostgreSQL installed.</summary>
internal sealed record PublishedApp(string Folder)
{
    private string Program => Path.Combine(Folder, "ClientChats.Api");

    public static async Task<PublishedApp> PrepareAsync(string data, string? given, Action<string> say)
    {
        var app = new PublishedApp(given ?? Path.Combine(data, "app"));
        if (given is null)
        {
            await BuildWebAppAsync(say);
            say("Publishing the app …");
            await Child.RunAsync("dotnet", ["publish", Path.Combine(Checkout.Root, "src", "Api"), "-c", "Release", "-o", app.Folder, "--nologo", "-v", "q"], Checkout.Root);
        }

        var postgres = Path.Combine(app.Folder, "postgres");
        if (!Directory.Exists(Path.Combine(postgres, "node_modules"))) await Child.RunAsync("npm", ["ci", "--include=optional"], postgres);
        return app;
    }

    /// <summary>Starts it against a database; without one it brings its own.</summary>
    public async Task<RunningApp> StartAsync(string dataPath, string? connectionString, string log)
    {
        var port = Surroundings.FreePort();
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
            ["ClientChats__DataPath"] = dataPath,
            ["ClientChats__Limits__Messages"] = "10000000",
            ["ClientChats__Limits__GuestMessages"] = "10000000",
            ["ClientChats__Limits__Searches"] = "10000000",
            ["ClientChats__Limits__BridgeEvents"] = "10000000",
        };
        if (connectionString is not null) environment["ConnectionStrings__ClientChats"] = connectionString;

        var process = Child.Start(log, Program, [], environment, Folder);
        var running = new RunningApp(process, port);
        await running.UntilItServesAsync();
        return running;
    }

    private static async Task BuildWebAppAsync(Action<string> say)
    {
        if (File.Exists(Path.Combine(Checkout.Root, "src", "Api", "wwwroot", "index.html"))) return;
        say("Building the single-page app …");
        var web = Path.Combine(Checkout.Root, "src", "Web");
        if (!Directory.Exists(Path.Combine(web, "node_modules"))) await Child.RunAsync("npm", ["ci"], web);
        await Child.RunAsync("npm", ["run", "build"], web);
    }
}
