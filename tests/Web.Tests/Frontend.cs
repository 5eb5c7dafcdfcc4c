using ClientChats.Infrastructure.Node;
using ClientChats.Infrastructure.Postgres;

namespace ClientChats.Web.Tests;

/// <summary>The single-page app's sources and the npm scripts of its unit tests, installed when they are first asked for.</summary>
internal static class Frontend
{
    private static readonly string Tests = Path.Combine(Root(), "tests", "Web.Tests", "unit");
    private static readonly string App = Path.Combine(Root(), "src", "Web");
    private static readonly Lazy<Task<NodeTools>> Installed = new(InstallAsync);

    /// <summary>Runs a script of the tests' package.json; gives what it said where it failed.</summary>
    /// <exception cref="EnvironmentProblem">Node.js or npm is missing, or the packages cannot be installed.</exception>
    public static async Task<string?> ComplaintOfAsync(string script, params string[] arguments)
    {
        var node = await Installed.Value;
        var said = new List<string>();
        try
        {
            await node.RunNpmAsync(Tests, ["run", "--silent", script, "--", .. arguments], TestContext.Current.CancellationToken, line => { lock (said) said.Add(line); });
            return null;
        }
        catch (EnvironmentProblem failed)
        {
            lock (said) return said.Count > 0 ? string.Join('\n', said) : failed.Message;
        }
    }

    /// <summary>A file of a package that the tests use.</summary>
    public static async Task<string> TextOfAsync(string file)
    {
        await Installed.Value;
        return await File.ReadAllTextAsync(Path.Combine(Tests, "node_modules", file), TestContext.Current.CancellationToken);
    }

    private static async Task<NodeTools> InstallAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var node = await NodeTools.FindAsync("test the app", ct);
        foreach (var path in new[] { App, Tests })
        {
            using var folder = await NodeFolder.TakeAsync(path, ct);
            await folder.InstallAsync(node, TestContext.Current.SendDiagnosticMessage, ct);
        }

        return node;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ClientChats.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The tests do not run from a checkout.");
    }
}
