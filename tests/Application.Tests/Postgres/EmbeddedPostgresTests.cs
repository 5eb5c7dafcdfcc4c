using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using ClientChats.Infrastructure.Postgres;
using Npgsql;

namespace ClientChats.Application.Tests.Postgres;

[SupportedOSPlatform("linux")]
public sealed class EmbeddedPostgresTests(MadeCluster made) : IClassFixture<MadeCluster>, IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly ConcurrentQueue<string> _steps = new();
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;

    private string Folder => _temporary["postgres"];
    private string Cluster => Path.Combine(Folder, "cluster");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_first_start_makes_a_database_that_knows_Russian()
    {
        await using var postgres = await StartAsync();

        _steps.ShouldBe([$"Creating the database cluster in {Cluster} …", "Starting PostgreSQL 18.4 …"]);
        (await AskAsync<string>(postgres, "SELECT string_agg(word, ' ' ORDER BY word) FROM unnest(ARRAY['жук','Ёлка','ель','ёж','еда']) word"))
            .ShouldBe("еда ёж Ёлка ель жук");
        (await AskAsync<string>(postgres, "SELECT to_tsvector('russian', 'Клиенты отправили договоры')::text"))
            .ShouldBe("'договор':3 'клиент':1 'отправ':2");
    }

    [Fact]
    public async Task What_was_written_is_there_after_the_next_start()
    {
        await made.CopyToAsync(Folder, _ct);
        await using (var postgres = await StartAsync()) await RunAsync(postgres, "CREATE TABLE kept AS SELECT 7 AS number");
        _steps.Clear();

        await using var again = await StartAsync();

        _steps.ShouldBe(["Starting PostgreSQL 18.4 …"]);
        (await AskAsync<int>(again, "SELECT number FROM kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_server_keeps_every_promise_of_durability_unless_it_is_asked_not_to()
    {
        const string promises = "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')";
        await made.CopyToAsync(Folder, _ct);

        await using (var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Folder), _steps.Enqueue, _ct))
            (await AskAsync<string>(postgres, promises)).ShouldBe("fsync=on full_page_writes=on synchronous_commit=on");

        await using var carefree = await StartAsync();
        (await AskAsync<string>(carefree, promises)).ShouldBe("fsync=off full_page_writes=off synchronous_commit=off");
    }

    [Fact]
    public async Task Stopping_leaves_neither_a_process_nor_a_socket()
    {
        await made.CopyToAsync(Folder, _ct);
        await using var postgres = await StartAsync();
        var server = ServerId();
        var sockets = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;
        Directory.Exists(sockets).ShouldBeTrue();
        File.GetUnixFileMode(sockets).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await postgres.StopAsync();

        Directory.Exists($"/proc/{server}").ShouldBeFalse();
        Directory.Exists(sockets).ShouldBeFalse();
        postgres.Completion.IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task The_terminals_Ctrl_C_does_not_reach_the_server_and_its_surroundings_do_not_either()
    {
        await made.CopyToAsync(Folder, _ct);
        await using var postgres = await StartAsync();
        var server = ServerId();

        (await File.ReadAllTextAsync($"/proc/{server}/stat", _ct)).Split(") ")[1].Split(' ')[2].ShouldBe(server.ToString(CultureInfo.InvariantCulture), "it leads a process group of its own");
        (await File.ReadAllTextAsync($"/proc/{server}/environ", _ct)).ShouldNotContain("DOTNET");
    }

    [Fact]
    public async Task A_data_folder_belongs_to_one_running_instance()
    {
        await made.CopyToAsync(Folder, _ct);
        using var owner = Owner.Start(Folder);
        await owner.AcknowledgedAsync();

        (await IsRefusedAsync()).ShouldBe($"The data folder {Folder} is in use by another running ClientChats (process {owner.ProcessId}): stop it, or set ClientChats__DataPath to another folder.");
    }

    [Fact]
    public async Task An_owner_that_is_killed_loses_no_acknowledged_row()
    {
        await made.CopyToAsync(Folder, _ct);
        using var owner = Owner.Start(Folder);
        while (await owner.AcknowledgedAsync() < 100) { }
        var last = await owner.KillAsync();

        await using var postgres = await StartAsync();

        (await AskAsync<long>(postgres, $"SELECT count(*) FROM sent WHERE number <= {last}")).ShouldBe(last);
    }

    [Fact]
    public async Task A_server_that_outlived_its_owner_is_taken_over_with_its_rows()
    {
        await made.CopyToAsync(Folder, _ct);
        using var owner = await StartUnguardedAsync();
        await RunAsync(Unguarded, "CREATE TABLE kept AS SELECT 7 AS number");
        var orphan = ServerId();
        owner.Kill();
        await owner.WaitForExitAsync(_ct);
        Directory.Exists($"/proc/{orphan}").ShouldBeTrue();
        _steps.Clear();

        await using var postgres = await StartAsync();

        _steps.ShouldBe([$"Stopping the PostgreSQL server that an earlier run left behind (process {orphan}) …", "Starting PostgreSQL 18.4 …"]);
        (await AskAsync<int>(postgres, "SELECT number FROM kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_server_that_is_killed_with_its_children_comes_back_with_every_acknowledged_row()
    {
        await made.CopyToAsync(Folder, _ct);
        await using var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Folder), _steps.Enqueue, _ct);
        await RunAsync(postgres, "CREATE TABLE sent (number bigint GENERATED ALWAYS AS IDENTITY)");
        var acknowledged = 0L;
        var writing = Task.Run(async () =>
        {
            while (true) acknowledged = await AskAsync<long>(postgres, "INSERT INTO sent DEFAULT VALUES RETURNING number");
        }, _ct);
        while (Interlocked.Read(ref acknowledged) < 100) await Task.Delay(5, _ct);

        KillServerAndChildren();
        await Should.ThrowAsync<NpgsqlException>(writing);
        while (!_steps.Contains("PostgreSQL is running again.")) await Task.Delay(5, _ct);

        (await AskWhenBackAsync(postgres.ConnectionString, $"SELECT count(*) FROM sent WHERE number <= {acknowledged}")).ShouldBe(acknowledged);
        _steps.ShouldContain("PostgreSQL ended unexpectedly (code 137).");
    }

    [Fact]
    public async Task A_killed_server_whose_number_went_to_another_program_is_no_obstacle()
    {
        await made.CopyToAsync(Folder, _ct);
        using var owner = await StartUnguardedAsync();
        await RunAsync(Unguarded, "CREATE TABLE kept AS SELECT 7 AS number; CHECKPOINT");
        var note = await File.ReadAllLinesAsync(Path.Combine(Cluster, "postmaster.pid"), _ct);
        KillServerAndChildren();
        owner.Kill();
        using var other = Process.Start((await AccountAsync()).Command("sleep", ["60"]))!;
        note[0] = other.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(Path.Combine(Cluster, "postmaster.pid"), note, _ct);

        await using var postgres = await StartAsync();

        (await AskAsync<int>(postgres, "SELECT number FROM kept")).ShouldBe(7);
        other.HasExited.ShouldBeFalse();
        other.Kill();
    }

    [Fact]
    public async Task A_cluster_whose_making_was_broken_off_is_made_anew()
    {
        Directory.CreateDirectory(Cluster + ".unfinished");
        await File.WriteAllTextAsync(Path.Combine(Cluster + ".unfinished", "PG_VERSION"), "18", _ct);
        File.SetUnixFileMode(Folder, (UnixFileMode)Convert.ToInt32("711", 8));

        await using var postgres = await StartAsync();

        (await AskAsync<int>(postgres, "SELECT 7")).ShouldBe(7);
        Directory.Exists(Cluster + ".unfinished").ShouldBeFalse();
    }

    [Fact]
    public async Task A_cluster_of_another_major_version_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Cluster);
        await File.WriteAllTextAsync(Path.Combine(Cluster, "PG_VERSION"), "17\n", _ct);

        (await IsRefusedAsync()).ShouldBe($"The database in {Cluster} was made by PostgreSQL 17 and ClientChats now brings PostgreSQL 18: carry the data over with pg_dump and pg_restore, or set ClientChats__DataPath to another folder.");
        Directory.EnumerateFileSystemEntries(Cluster).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_said_in_one_sentence()
    {
        await File.WriteAllTextAsync(Folder, "a file", _ct);

        (await IsRefusedAsync()).ShouldStartWith($"The data folder {Folder} cannot be used (");
    }

    [Fact]
    public async Task A_server_that_cannot_start_gives_its_own_reason()
    {
        await made.CopyToAsync(Folder, _ct);
        File.Delete(Path.Combine(Cluster, "global", "pg_control"));

        (await IsRefusedAsync()).ShouldBe($"PostgreSQL could not start: could not find the database system (its log is {Path.Combine(Folder, "log", "postgres.log")}).");
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions(Folder) { Unsafe = true }, _steps.Enqueue, _ct);

    private async Task<string> IsRefusedAsync() => (await Should.ThrowAsync<EnvironmentProblem>(StartAsync)).Message;

    private string Unguarded => $"Host={_temporary.Path};Username=postgres;Database=clientchats;Pooling=false";

    /// <summary>Starts the server without what makes it stop with its owner, and returns that owner.</summary>
    private async Task<Process> StartUnguardedAsync()
    {
        var account = await AccountAsync();
        account.GiveOne(_temporary.Path);
        var programs = await EmbeddedPostgresPackages.PrepareAsync(null, _steps.Enqueue, _ct);
        var settings = ServerSettings.For(_temporary.Path, @unsafe: false).SelectMany(setting => new[] { "-c", setting });
        var server = account.Command(programs.Server, ["-D", Cluster, .. settings]);
        var owner = Process.Start(new ProcessStartInfo("bash", ["-c", "\"$@\" > /dev/null 2>&1 & wait", "bash", server.FileName, .. server.ArgumentList]))!;
        while (!File.Exists(_temporary[".s.PGSQL.5432"])) await Task.Delay(5, _ct);
        await AskWhenBackAsync(Unguarded, "SELECT 1::bigint");
        return owner;
    }

    private async Task<ServerAccount> AccountAsync()
    {
        var programs = await EmbeddedPostgresPackages.PrepareAsync(null, _steps.Enqueue, _ct);
        return await ServerAccount.ChooseAsync(programs, Folder, _temporary.Path, Cluster, _ct);
    }

    private int ServerId() => int.Parse(File.ReadLines(Path.Combine(Cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private void KillServerAndChildren()
    {
        const int kill = 9;
        var server = ServerId();
        var children = File.ReadAllText($"/proc/{server}/task/{server}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Unix.Signal(server, kill);
        foreach (var child in children) Unix.Signal(int.Parse(child, CultureInfo.InvariantCulture), kill);
    }

    private async Task<long> AskWhenBackAsync(string server, string sql)
    {
        while (true)
        {
            try
            {
                return await AskAsync<long>(server, sql);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(20, _ct);
            }
        }
    }

    private Task RunAsync(EmbeddedPostgres postgres, string sql) => RunAsync(postgres.ConnectionString, sql);

    private async Task RunAsync(string server, string sql) => await AskAsync<object?>(server, sql);

    private Task<T> AskAsync<T>(EmbeddedPostgres postgres, string sql) => AskAsync<T>(postgres.ConnectionString, sql);

    private async Task<T> AskAsync<T>(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(_ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(_ct))!;
    }
}
