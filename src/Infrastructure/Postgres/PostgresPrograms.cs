namespace ClientChats.Infrastructure.Postgres;

internal sealed record PostgresPrograms(string Folder, Version Version)
{
    public string Server => Program("postgres");
    public string InitDb => Program("initdb");
    public string Control => Program("pg_ctl");

    private string Program(string name) => Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);
}
