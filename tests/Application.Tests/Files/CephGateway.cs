using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using ClientChats.Infrastructure.Files;

namespace ClientChats.Application.Tests.Files;

/// <summary>A real S3-compatible store, Ceph's gateway with everything it needs, in memory and on loopback; where Ceph is not installed there is none.</summary>
public sealed class CephGateway : IAsyncLifetime
{
    private const string Bucket = "clientchats";
    private const string AccessKey = "CCKEY";
    private const string SecretKey = "CCSECRET";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("clientchats-ceph-").FullName;
    private readonly List<Process> _running = [];

    /// <summary>Why there is no store; null where there is one.</summary>
    public string? Missing { get; private set; }

    internal S3Options Options { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        if (!new[] { "radosgw", "ceph-mon", "ceph-osd", "ceph", "monmaptool" }.All(IsInstalled))
        {
            Missing = "Ceph is not installed (on Debian: apt-get install radosgw ceph-mon ceph-osd ceph-base ceph-common), so nothing was proven against a real S3 store.";
            return;
        }

        try
        {
            await StartAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = _running.Count - 1; i >= 0; i--)
        {
            if (!_running[i].HasExited) _running[i].Kill(entireProcessTree: true);
            await _running[i].WaitForExitAsync();
            _running[i].Dispose();
        }

        _running.Clear();
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private async Task StartAsync()
    {
        var (monitor, oldMonitor, gateway) = (FreePort(), FreePort(), FreePort());
        var (cluster, osd) = (Guid.NewGuid(), Guid.NewGuid());
        await File.WriteAllTextAsync(At("ceph.conf"), $"""
            [global]
            fsid = {cluster}
            mon host = [v2:127.0.0.1:{monitor}/0,v1:127.0.0.1:{oldMonitor}/0]
            auth cluster required = cephx
            auth service required = cephx
            auth client required = cephx
            keyring = {At("keyring")}
            mon data = {At("mon")}
            osd data = {At("osd")}
            run dir = {_folder}
            admin socket = {At("$name.asok")}
            log file = {At("$name.log")}
            mon data avail crit = 1
            mon allow pool size one = true
            osd objectstore = memstore
            memstore device bytes = 2147483648
            osd pool default size = 1
            osd pool default min size = 1
            osd pool default pg num = 4
            osd crush chooseleaf type = 0
            osd class load list = *
            rgw frontends = beast endpoint=127.0.0.1:{gateway}

            """);
        Directory.CreateDirectory(At("mon"));
        Directory.CreateDirectory(At("osd"));
        Directory.CreateDirectory(At("rgw"));
        await RunAsync("ceph-authtool", "--create-keyring", At("keyring"), "--gen-key", "-n", "mon.", "--cap", "mon", "allow *");
        await RunAsync("ceph-authtool", At("keyring"), "--gen-key", "-n", "client.admin", "--cap", "mon", "allow *", "--cap", "osd", "allow *", "--cap", "mds", "allow *");
        await RunAsync("monmaptool", "--create", "--fsid", $"{cluster}", "--addv", "a", $"[v2:127.0.0.1:{monitor},v1:127.0.0.1:{oldMonitor}]", At("monmap"));
        await RunAsync("ceph-mon", "-c", At("ceph.conf"), "--mkfs", "-i", "a", "--monmap", At("monmap"), "--keyring", At("keyring"));
        Start("ceph-mon", "-c", At("ceph.conf"), "-f", "-i", "a");

        var key = (await RunAsync("ceph-authtool", "--gen-print-key")).Trim();
        await File.WriteAllTextAsync(At("osd.json"), $"{{\"cephx_secret\":\"{key}\"}}");
        await File.WriteAllTextAsync(At("osdkeyring"), $"[osd.0]\nkey = {key}\n");
        await RunAsync("ceph", "-c", At("ceph.conf"), "osd", "new", $"{osd}", "-i", At("osd.json"));
        await RunAsync("ceph-osd", "-c", At("ceph.conf"), "--keyring", At("osdkeyring"), "-i", "0", "--mkfs", "--osd-uuid", $"{osd}");
        Start("ceph-osd", "-c", At("ceph.conf"), "--keyring", At("osdkeyring"), "-f", "-i", "0");
        await RunAsync("ceph", "-c", At("ceph.conf"), "osd", "crush", "add", "osd.0", "1", "root=default", "host=h");
        Start("radosgw", "-c", At("ceph.conf"), "-f", "-n", "client.admin", $"--rgw-data={At("rgw")}");
        await RunAsync("radosgw-admin", "-c", At("ceph.conf"), "-n", "client.admin", "user", "create", "--uid=cc", "--display-name=cc", $"--access-key={AccessKey}", $"--secret-key={SecretKey}");

        Options = new S3Options { Bucket = Bucket, Endpoint = $"http://127.0.0.1:{gateway}", AccessKey = AccessKey, SecretKey = SecretKey, Prefix = "files/" };
        await MakeBucketAsync();
    }

    private async Task MakeBucketAsync()
    {
        using var client = new AmazonS3Client(new BasicAWSCredentials(AccessKey, SecretKey), new AmazonS3Config { ServiceURL = Options.Endpoint, ForcePathStyle = true, AuthenticationRegion = "us-east-1" });
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                await client.PutBucketAsync(Bucket);
                return;
            }
            catch (Exception) when (DateTime.UtcNow < giveUp)
            {
                await Task.Delay(500);
            }
        }
    }

    private void Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _running.Add(process);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0 ? said[0] : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said[1]}");
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private string At(string name) => Path.Combine(_folder, name);
}
