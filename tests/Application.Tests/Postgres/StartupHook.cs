using ClientChats.Infrastructure.Postgres;
using Npgsql;

/// <summary>
/// What the runtime calls before Main when DOTNET_STARTUP_HOOKS names this assembly: it turns the test program into
/// an owner of a server, which tests may kill. It writes rows for ever and says the number of each that was acknowledged.
/// </summary>
internal static class StartupHook
{
    public const string Folder = "CLIENTCHATS_TEST_OWNER_FOLDER";
    public const string Packages = "CLIENTCHATS_TEST_OWNER_PACKAGES";

    public static void Initialize()
    {
        try
        {
            OwnAsync().GetAwaiter().GetResult();
        }
        catch (EnvironmentProblem problem)
        {
            Console.WriteLine(problem.Message);
            Environment.Exit(1);
        }
    }

    private static async Task OwnAsync()
    {
        var options = new EmbeddedPostgresOptions(Environment.GetEnvironmentVariable(Folder)!) { PackageFolder = Environment.GetEnvironmentVariable(Packages) };
        var postgres = await EmbeddedPostgres.StartAsync(options, static _ => { }, CancellationToken.None);
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await using var make = new NpgsqlCommand("CREATE TABLE sent (number bigint GENERATED ALWAYS AS IDENTITY)", connection);
        await make.ExecuteNonQueryAsync();
        while (true)
        {
            await using var send = new NpgsqlCommand("INSERT INTO sent DEFAULT VALUES RETURNING number", connection);
            Console.WriteLine(await send.ExecuteScalarAsync());
        }
    }
}
