namespace ClientChats.Infrastructure.Postgres;

sealed record PostgresPrograms(string Folder, Version Version)
{
    public string Server => Program("postgres");
    public string InitDb => Program("initdb");
    public string Control => Program("pg_ctl");

    string Program(string name) => Path.Combine(Folder, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);
}
