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
        var web = Path.GetFullPath(Path.Combine(contentRoot, "..", "Web"));
        if (!File.Exists(Path.Combine(web, "package.json"))) return;

        var stamp = Path.Combine(contentRoot, "wwwroot", ".built-from");
        if (await IsBuiltAsync(stamp, StampOf(web), ct)) return;

        var node = await NodeTools.FindAsync("build the app", ct);
        using var folder = await NodeFolder.TakeAsync(web, ct);
        var sources = StampOf(web);
        if (await IsBuiltAsync(stamp, sources, ct)) return;

        await folder.InstallAsync(node, say, ct);
        say("Building the app …");
        await node.RunNpmAsync(web, ["run", "build"], ct);
        await File.WriteAllTextAsync(stamp, sources, ct);
    }

    private static async Task<bool> IsBuiltAsync(string stamp, string sources, CancellationToken ct) =>
        File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == sources;

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
