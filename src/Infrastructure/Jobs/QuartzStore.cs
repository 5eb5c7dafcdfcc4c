using System.Collections.Specialized;
using System.Data.Common;
using System.Text.Json;
using Npgsql;
using Quartz.Impl;
using Quartz.Impl.AdoJobStore.Common;
using Quartz.Spi;
using Quartz.Util;

namespace ClientChats.Infrastructure.Jobs;

/// <summary>Builds a scheduler of Quartz.NET that keeps what it has to do in our database, beside the other nodes that do the same.</summary>
internal sealed class QuartzStore(NpgsqlDataSource database, string node) : StdSchedulerFactory(Properties(node))
{
    public const string Name = "ClientChats";

    private const string DataSource = "clientchats";

    private readonly SchedulerRepository _schedulers = new();
    private readonly Connections _connections = new(database);

    // What Quartz keeps in statics by default would be shared by every app in the process.
    protected override ISchedulerRepository GetSchedulerRepository() => _schedulers;

    protected override IDbConnectionManager GetDBConnectionManager() => _connections;

    private static NameValueCollection Properties(string node) => new()
    {
        [PropertySchedulerInstanceName] = Name,
        [PropertySchedulerInstanceId] = node,
        [PropertySchedulerInterruptJobsOnShutdownWithWait] = "true",
        ["quartz.threadPool.maxConcurrency"] = "3",
        ["quartz.jobStore.type"] = typeof(Quartz.Impl.AdoJobStore.JobStoreTX).AssemblyQualifiedName,
        ["quartz.jobStore.driverDelegateType"] = typeof(Quartz.Impl.AdoJobStore.PostgreSQLDelegate).AssemblyQualifiedName,
        ["quartz.jobStore.dataSource"] = DataSource,
        ["quartz.jobStore.tablePrefix"] = "jobs.qrtz_",
        ["quartz.jobStore.performSchemaValidation"] = "false",
        ["quartz.jobStore.useProperties"] = "true",
        ["quartz.jobStore.clustered"] = "true",
        ["quartz.jobStore.clusterCheckinInterval"] = "5000",
        ["quartz.jobStore.clusterCheckinMisfireThreshold"] = "10000",
        ["quartz.serializer.type"] = typeof(Json).AssemblyQualifiedName,
    };

    /// <summary>How Quartz stores the few objects that it has: as JSON.</summary>
    internal sealed class Json : IObjectSerializer
    {
        public void Initialize()
        {
        }

        public byte[] Serialize<T>(T obj) where T : class =>
            JsonSerializer.SerializeToUtf8Bytes(obj is NameValueCollection named ? named.AllKeys.ToDictionary(key => key!, key => named[key]) : (object)obj);

        public T? DeSerialize<T>(byte[] data) where T : class
        {
            if (typeof(T) != typeof(NameValueCollection)) return JsonSerializer.Deserialize<T>(data);
            var named = new NameValueCollection();
            foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string?>>(data)!) named[key] = value;
            return (T)(object)named;
        }
    }

    private sealed class Connections(NpgsqlDataSource database) : IDbConnectionManager
    {
        private readonly Provider _provider = new(database);

        public void AddConnectionProvider(string dataSourceName, IDbProvider provider)
        {
        }

        public DbConnection GetConnection(string dataSourceName) => _provider.CreateConnection();

        public DbMetadata GetDbMetadata(string dataSourceName) => _provider.Metadata;

        public IDbProvider GetDbProvider(string dataSourceName) => _provider;

        public void Shutdown(string dataSourceName)
        {
        }
    }

    /// <summary>Takes connections from the app's own pool.</summary>
    private sealed class Provider(NpgsqlDataSource database) : IDbProvider
    {
        public string ConnectionString { get; set; } = "";

        public DbMetadata Metadata { get; } = new DbProvider("Npgsql", "unused").Metadata;

        public void Initialize()
        {
        }

        public DbCommand CreateCommand() => new NpgsqlCommand();

        public DbConnection CreateConnection() => database.CreateConnection();

        public void Shutdown()
        {
        }
    }
}
