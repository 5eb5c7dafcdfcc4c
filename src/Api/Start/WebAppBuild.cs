using System.Security.Cryptography;
using System.Text;
using ClientChats.Infrastructure.Node;

namespace ClientChats.Api.Start;

/// <summary>Installs and builds the single-page app in a checkout, where its sources have changed since the last time.</summary>
internal static class WebAppBuild
{
    private static readonly string[] Sources = ["package-lock.json", "index.html", "vite.config.ts", "tsconfig.json", "src", "public"];

    public static async Task RunAsync(string contentRoot, Action<string> say, CancellationToken ct)
    {
        var web = Path.Combine(contentRoot, "..", "Web");
        if (!File.Exists(Path.Combine(web, "package.json"))) return;

        var stamp = Path.Combine(contentRoot, "wwwroot", ".built-from");
        var sources = StampOf(web);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == sources) return;

        var node = await NodeTools.FindAsync("build the app", ct);
        if (!IsInstalled(web))
        {
            say("Installing the app's packages (npm ci); this takes about a minute the first time …");
            await node.RunNpmAsync(web, ["ci"], ct);
        }

        say("Building the app …");
        await node.RunNpmAsync(web, ["run", "build"], ct);
        await File.WriteAllTextAsync(stamp, sources, ct);
    }

    /// <summary>npm writes its own lock file last, so an installation that was broken off has an older one or none.</summary>
    private static bool IsInstalled(string web)
    {
        var installed = new FileInfo(Path.Combine(web, "node_modules", ".package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(web, "package-lock.json"));
    }

    private static string StampOf(string web)
    {
        var text = new StringBuilder();
        var files = Sources.Select(source => Path.Combine(web, source))
            .SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : File.Exists(path) ? [path] : []);
        foreach (var file in files.Order(StringComparer.Ordinal))
            text.Append(Path.GetRelativePath(web, file)).Append(' ').Append(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))).Append('\n');
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
