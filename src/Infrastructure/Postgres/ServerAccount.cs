using System.Diagnostics;
using System.Globalization;

namespace ClientChats.Infrastructure.Postgres;

/// <summary>The account under which PostgreSQL's programs run, which is never root.</summary>
internal sealed class ServerAccount
{
    private const uint Root = 0;
    private const uint Nobody = 65534;
    private const int OutOfReach = 10;
    private const int OwnedByAnother = 11;

    private const string Probe = """
        test -x "$1" && cd "$2" && cd "$3" || exit 10
        test ! -e "$4" || { test -O "$4" && test -w "$4"; } || exit 11
        """;

    private static readonly string[] AsNobody = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups"];
    private static readonly string[] AsNobodyOfItsOwnNamespace = ["unshare", "--user", $"--map-user={Nobody}", $"--map-group={Nobody}"];

    private readonly string[] _prefix;
    private readonly uint? _owner;

    private ServerAccount(string[] prefix, uint? owner)
    {
        _prefix = prefix;
        _owner = owner;
    }

    private static ServerAccount Own { get; } = new([], null);

    public static async Task<ServerAccount> ChooseAsync(PostgresPrograms programs, string folder, string socketFolder, string cluster, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows()) return Own;
        if (Environment.IsPrivilegedProcess) return await ChooseForRootAsync(programs, folder, socketFolder, cluster, ct);

        return await Own.ProbeAsync(programs, folder, socketFolder, cluster, ct) switch
        {
            OutOfReach => throw new EnvironmentProblem($"This user may not run {programs.Server} or enter {folder}: give it access to both, or start ClientChats as the user who has it."),
            OwnedByAnother => throw new EnvironmentProblem($"The database in {cluster} belongs to another user: start ClientChats as the user who made it, or give the folder {folder} to this one."),
            _ => Own,
        };
    }

    private static async Task<ServerAccount> ChooseForRootAsync(PostgresPrograms programs, string folder, string socketFolder, string cluster, CancellationToken ct)
    {
        foreach (var account in (ServerAccount[])[new(AsNobody, Nobody), new(AsNobodyOfItsOwnNamespace, Root)])
        {
            if (Programs.FindOfSystem(account._prefix[0]) is null) continue;

            account.GiveOne(socketFolder);
            var answer = await account.ProbeAsync(programs, folder, socketFolder, cluster, ct);
            if (answer == OwnedByAnother)
            {
                await account.GiveAllAsync(cluster, ct);
                answer = await account.ProbeAsync(programs, folder, socketFolder, cluster, ct);
            }

            if (answer == 0) return account;
        }

        throw new EnvironmentProblem($"PostgreSQL may not run as root, and the unprivileged user {Nobody} cannot reach {programs.Folder} and {folder}: move them to where every user may enter, or start ClientChats as an ordinary user.");
    }

    private async Task<int> ProbeAsync(PostgresPrograms programs, string folder, string socketFolder, string cluster, CancellationToken ct)
    {
        var probe = Command("sh", ["-c", Probe, "sh", programs.Server, folder, socketFolder, cluster]);
        return (await Programs.RunAsync(probe, ct)).ExitCode;
    }

    public void GiveOne(string path)
    {
        if (_owner is { } owner) Unix.GiveTo(path, owner);
    }

    private async Task GiveAllAsync(string folder, CancellationToken ct)
    {
        var owner = _owner!.Value.ToString(CultureInfo.InvariantCulture);
        var result = await Programs.RunAsync(new ProcessStartInfo(Programs.FindOfSystem("chown") ?? "chown", ["-R", "-h", $"{owner}:{owner}", folder]), ct);
        if (result.ExitCode != 0)
            throw new EnvironmentProblem($"The folder {folder} could not be given to the user who runs PostgreSQL: {string.Join(' ', result.Lines)}.");
    }

    public ProcessStartInfo Command(string program, IEnumerable<string> arguments) => Build([.. _prefix, program, .. arguments]);

    /// <summary>
    /// A server keeps away from the terminal's Ctrl-C, so that we close our connections before it stops,
    /// and is told to stop in good order when the thread that started it ends, even by kill -9.
    /// </summary>
    public ProcessStartInfo ServerCommand(string program, IEnumerable<string> arguments)
    {
        var session = Programs.FindOfSystem("setsid") is null ? Array.Empty<string>() : ["setsid"];
        var parting = Programs.FindOfSystem("setpriv") is null ? Array.Empty<string>() : ["setpriv", "--pdeathsig", "INT", "--"];
        return Build([.. session, .. _prefix, .. parting, program, .. arguments]);
    }

    private static ProcessStartInfo Build(string[] line)
    {
        var start = new ProcessStartInfo(Programs.FindOfSystem(line[0]) ?? line[0], line[1..]);
        if (OperatingSystem.IsWindows()) return start;

        // Our own environment may hold passwords, and PG… variables would redirect the server.
        foreach (var name in start.Environment.Keys.Where(name => !name.StartsWith("LD_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["PATH"] = Programs.SystemPath;
        start.Environment["LC_ALL"] = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";
        start.Environment["HOME"] = "/tmp";
        start.WorkingDirectory = "/";
        return start;
    }
}
