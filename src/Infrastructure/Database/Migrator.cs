using ClientChats.Infrastructure.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClientChats.Infrastructure.Database;

/// <summary>Brings a database up to this version of the app, after making sure that it is one that the app may trust.</summary>
public static class Migrator
{
    private static readonly string[] Safety = ["fsync", "full_page_writes", "synchronous_commit"];

    /// <summary>Refuses, in one sentence, a database that does not answer, that is newer than the app, or that may lose what it has acknowledged.</summary>
    public static async Task MigrateAsync(string connectionString, bool allowUnsafe, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var options = new DbContextOptionsBuilder<ClientChatsDb>()
            .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("migrations").UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ConfigureWarnings(warnings => warnings.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning))
            .Options;
        await using var db = new ClientChatsDb(options);

        var version = await AskAsync(source, "show server_version_num", ct);
        if (int.Parse(version, System.Globalization.CultureInfo.InvariantCulture) < 150_000)
            throw new EnvironmentProblem("PostgreSQL 15 or newer is needed; the server in the connection string is older.");
        if (!allowUnsafe) await RefuseUnsafeAsync(source, ct);

        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(ct)).Any(applied => !known.Contains(applied)))
            throw new EnvironmentProblem("The database is newer than this version of ClientChats: start the version that last used it, or a later one.");
        await db.Database.MigrateAsync(ct);
    }

    private static async Task RefuseUnsafeAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        foreach (var setting in Safety)
        {
            if (await AskAsync(source, $"show {setting}", ct) is "off")
                throw new EnvironmentProblem($"PostgreSQL runs with {setting} off and could lose acknowledged messages: switch it on, or set ClientChats__Database__AllowUnsafe=true for tests.");
        }
    }

    private static async Task<string> AskAsync(NpgsqlDataSource source, string question, CancellationToken ct)
    {
        try
        {
            await using var command = source.CreateCommand(question);
            return (string)(await command.ExecuteScalarAsync(ct))!;
        }
        catch (Exception failure) when (failure is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException)
        {
            throw new EnvironmentProblem($"The database in the connection string does not answer ({failure.Message.TrimEnd('.')}).");
        }
    }
}
