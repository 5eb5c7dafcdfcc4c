using System.Globalization;
using System.Security;
using System.Text;
using ClientChats.Bench.Load;
using ClientChats.Bench.Machine;
using Npgsql;

namespace ClientChats.Bench.Peers;

/// <summary>ejabberd, as Debian packages it, with its accounts and its archive in the same PostgreSQL.</summary>
internal sealed class Ejabberd(string folder, int port) : IAsyncDisposable
{
    private const string Schema = "/usr/share/ejabberd/sql/pg.sql";
    private const string Account = "ejabberd";

    /// <summary>Null where it is not installed; the report then lacks its column.</summary>
    public static async Task<Ejabberd?> TryStartAsync(string data, PostgresServer database, int users, Action<string> say)
    {
        if (Surroundings.FindProgram("ejabberdctl") is null || !File.Exists(Schema) || !Environment.IsPrivilegedProcess)
        {
            say("ejabberd is not installed (or this is not root, who may start it): the column P is missing.");
            return null;
        }

        var peer = new Ejabberd(Path.Combine(data, "ejabberd"), Surroundings.FreePort());
        await FillAsync(database, users);
        await peer.StartAsync(database.Port);
        return peer;
    }

    public async Task<WireLine> JoinAsync(int user, string room)
    {
        const string open = "<open xmlns=\"urn:ietf:params:xml:ns:xmpp-framing\" to=\"localhost\" version=\"1.0\"/>";
        var line = await WireLine.ConnectAsync(port, "/ws", "Sec-WebSocket-Protocol: xmpp");
        await line.SendAsync(open);
        await line.UntilAsync("features");
        await line.SendAsync($"<auth xmlns=\"urn:ietf:params:xml:ns:xmpp-sasl\" mechanism=\"PLAIN\">{Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0u{user}\0x"))}</auth>");
        await line.UntilAsync("<success");
        await line.SendAsync(open);
        await line.UntilAsync("features");
        await line.SendAsync("<iq xmlns=\"jabber:client\" type=\"set\" id=\"b\"><bind xmlns=\"urn:ietf:params:xml:ns:xmpp-bind\"><resource>r</resource></bind></iq>");
        await line.UntilAsync("<jid>");
        await line.SendAsync("<presence xmlns=\"jabber:client\"/>");
        await line.SendAsync($"<presence xmlns=\"jabber:client\" to=\"{room}@conference.localhost/u{user}\"><x xmlns=\"http://jabber.org/protocol/muc\"><history maxstanzas=\"0\"/></x></presence>");
        await line.UntilAsync("110");
        return line;
    }

    public static string Message(string room, string text, long number) => string.Create(
        CultureInfo.InvariantCulture, $"<message xmlns=\"jabber:client\" type=\"groupchat\" id=\"m{number}\" to=\"{room}@conference.localhost\"><body>{SecurityElement.Escape(text)}</body></message>");

    public async ValueTask DisposeAsync()
    {
        await ControlAsync("stop");
        await ControlAsync("stopped");
    }

    private async Task StartAsync(int databasePort)
    {
        // Its own database names the node, and with it the port; the accounts and the archive lie in PostgreSQL.
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        foreach (var part in new[] { "db", "log" }) Directory.CreateDirectory(Path.Combine(folder, part));
        var settings = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "xmpp", "ejabberd.yml"));
        await File.WriteAllTextAsync(Path.Combine(folder, "ejabberd.yml"), settings.Replace("PGPORT", $"{databasePort}", StringComparison.Ordinal).Replace("WSPORT", $"{port}", StringComparison.Ordinal));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "ejabberdctl.cfg"),
            $"ERL_OPTIONS=\"-env ERL_CRASH_DUMP_BYTES 0\"\nERLANG_NODE=clientchats-bench-{port}@localhost\nINET_DIST_INTERFACE=127.0.0.1\nPOLL=true\nERL_MAX_PORTS=65536\nERL_PROCESSES=500000\n");
        await Child.RunAsync("chown", ["-R", Account, folder]);
        await ControlAsync("start");
        await ControlAsync("started");
    }

    private Task<string> ControlAsync(string command) => Child.RunAsync(
        "setpriv",
        [
            $"--reuid={Account}", $"--regid={Account}", "--clear-groups", "ejabberdctl",
            "-d", folder, "-f", Path.Combine(folder, "ejabberd.yml"), "-c", Path.Combine(folder, "ejabberdctl.cfg"), "-s", Path.Combine(folder, "db"), "-l", Path.Combine(folder, "log"), command,
        ],
        environment: new Dictionary<string, string> { ["HOME"] = Path.Combine(folder, "db") });

    private static async Task FillAsync(PostgresServer database, int users)
    {
        await using (var all = NpgsqlDataSource.Create(database.ConnectionString()))
        {
            await using var known = all.CreateCommand("select count(*) from pg_database where datname = 'ejabberd'");
            if ((long)(await known.ExecuteScalarAsync())! > 0) return;
            await using var create = all.CreateCommand("create database ejabberd");
            await create.ExecuteNonQueryAsync();
        }

        await using var own = NpgsqlDataSource.Create(database.ConnectionString("ejabberd"));
        await using var schema = own.CreateCommand(await File.ReadAllTextAsync(Schema));
        await schema.ExecuteNonQueryAsync();
        await using var accounts = own.CreateCommand($"insert into users (username, password) select 'u' || i, 'x' from generate_series(0, {users - 1}) i");
        await accounts.ExecuteNonQueryAsync();
    }
}
