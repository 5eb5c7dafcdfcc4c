namespace ClientChats.Infrastructure.Postgres;

internal static class ServerSettings
{
    private const long Megabyte = 1024 * 1024;

    // The log must not keep what people write: terse leaves out details and context, which quote rows.
    private static readonly string[] Always =
    [
        "listen_addresses=",
        "port=5432",
        "unix_socket_permissions=0700",
        "max_connections=200",
        "jit=off",
        "checkpoint_timeout=15min",
        "max_wal_size=4GB",
        "wal_compression=pglz",
        "timezone=UTC",
        "log_timezone=UTC",
        "log_line_prefix=%m [%p] ",
        "log_error_verbosity=terse",
        "logging_collector=off",
        "log_destination=stderr",
    ];

    private static readonly string[] WithoutDurability =
    [
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
        "wal_level=minimal",
        "max_wal_senders=0",
        "max_wal_size=512MB",
        "file_copy_method=clone",
    ];

    public static IEnumerable<string> For(string socketFolder, bool @unsafe)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Megabyte;
        var shared = @unsafe ? 128 : Math.Clamp(memory / 16, 128, 1024);
        return
        [
            .. Always,
            $"unix_socket_directories=\"{socketFolder}\"",
            $"shared_buffers={shared}MB",
            $"effective_cache_size={Math.Max(memory / 2, 256)}MB",
            .. @unsafe ? WithoutDurability : [],
        ];
    }
}
