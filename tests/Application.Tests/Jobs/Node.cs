using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Application.Tests.Outbox;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure;
using ClientChats.Infrastructure.Outbox;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NSubstitute;

namespace ClientChats.Application.Tests.Jobs;

/// <summary>A node of the app without its web server, on a database of its own or shared with other nodes.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly NpgsqlDataSource _database;

    private Node(IHost host, NpgsqlDataSource database) => (_host, _database) = (host, database);

    public static readonly Guid OrganizationId = Guid.Parse("0190a0b0-0000-7000-8000-000000000001");

    public static readonly Viewer Owner = new(OrganizationId, Guid.Parse("0190a0b0-0000-7000-8000-000000000002"), Role.Owner, false, false, false);

    public TestTime Time { get; private init; } = new();

    public Heard Heard { get; private init; } = new();

    public IServiceProvider Services => _host.Services;

    /// <summary>A node that has these jobs and none of the product's.</summary>
    public static Task<Node> StartAsync(string database, params Script[] jobs) => StartAsync(database, services =>
    {
        services.RemoveAll<IScheduledJob>();
        foreach (var job in jobs) services.AddScoped<IScheduledJob>(_ => job);
    });

    /// <summary>A node that has the product's own jobs.</summary>
    public static Task<Node> StartWithOurJobsAsync(string database) => StartAsync(database, _ => { });

    private static async Task<Node> StartAsync(string database, Action<IServiceCollection> change)
    {
        var (time, heard) = (new TestTime(), new Heard());
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddApplication();
        builder.Services.AddInfrastructure(database);
        builder.Services.Configure<Infrastructure.Files.FileOptions>(files => files.Path = Path.Combine(Path.GetTempPath(), $"clientchats-{Guid.NewGuid():N}"));
        change(builder.Services);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        builder.Services.Replace(ServiceDescriptor.Singleton(_ => new OutboxKinds(typeof(Node).Assembly)));
        builder.Services.AddScoped<IDoesWork<Letter>, Postman>();
        builder.Services.AddScoped<IDoesWork<SecretLetter>, Postman>();
        builder.Services.AddSingleton<Deliveries>();
        builder.Services.AddSingleton<IHearsNotices>(heard);
        builder.Services.AddSingleton(Substitute.For<ILive>());
        builder.Services.AddScoped<Acting>();
        builder.Services.AddScoped<IViewerContext>(services => services.GetRequiredService<Acting>());

        var node = new Node(builder.Build(), NpgsqlDataSource.Create(database)) { Time = time, Heard = heard };
        await node._host.StartAsync();
        return node;
    }

    public async Task SetUpAsync() => await SqlAsync($"""
        insert into organizations (id, name, locale, time_zone, country, invitation_lifetime_days, responsibility, oversee_client_directs, version, created_at)
        values ('{OrganizationId}', 'Мастерская', 'ru', 'Europe/Moscow', 'RU', 7, 'contact', false, 1, now());
        insert into members (organization_id, id, email, email_key, first_name, last_name, role, status, is_supervisor, is_quality_control, receives_new_clients, locale, time_zone, access_version, created_at)
        values ('{OrganizationId}', '{Owner.MemberId}', 'anna@example.com', 'anna@example.com', 'Анна', 'Белова', 'owner', 'active', false, false, false, 'ru', 'Europe/Moscow', 1, now());
        """);

    public async Task<TResult> SendAsync<TResult>(IRequest<TResult> request, Viewer? viewer = null)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().ViewerOrNull = viewer;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public async Task SqlAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }

    /// <summary>Stops in order, as on Ctrl-C.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        if (_host is IAsyncDisposable host) await host.DisposeAsync();
        await _database.DisposeAsync();
    }

    internal sealed class Acting : IViewerContext
    {
        public Viewer Viewer => ViewerOrNull ?? throw new RefusedException(SessionRefusals.SignedOut);
        public Viewer? ViewerOrNull { get; set; }
        public Guid? SessionId => null;
        public string UserAgent => "";
    }
}

/// <summary>A job of the tests: they say what it does.</summary>
internal sealed class Script(string name, JobSchedule schedule) : IScheduledJob
{
    private int _runs;

    public Func<int, CancellationToken, Task<string?>> Do { get; set; } = (_, _) => Task.FromResult<string?>(null);

    public int Runs => _runs;

    public string Name => name;

    public JobSchedule Schedule => schedule;

    public Task<string?> RunAsync(CancellationToken ct) => Do(Interlocked.Increment(ref _runs), ct);

    public static Script Rarely(string name) => new(name, JobSchedule.Every(TimeSpan.FromDays(1)));

    public static Script EverySecond(string name) => new(name, JobSchedule.Every(TimeSpan.FromSeconds(1)));
}

/// <summary>The system's time, and as far ahead as a test has moved it.</summary>
internal sealed class TestTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _ahead));

    public void Pass(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}

/// <summary>What was told after commits.</summary>
internal sealed class Heard : IHearsNotices
{
    private readonly List<LiveNotice> _notices = [];

    public IReadOnlyList<string> JobsChanged
    {
        get
        {
            lock (_notices)
                return [.. _notices.OfType<AdministratorsNotice>().Where(n => n.Type == AdministratorsNotice.JobChanged).Select(n => (string)n.Data.GetType().GetProperty("name")!.GetValue(n.Data)!)];
        }
    }

    public IReadOnlyList<LiveNotice> All
    {
        get
        {
            lock (_notices) return [.. _notices];
        }
    }

    public ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        lock (_notices) _notices.Add(notice);
        return ValueTask.CompletedTask;
    }
}

internal static class Eventually
{
    /// <summary>Waits until it holds, and fails after the patience with what it was last.</summary>
    public static async Task BeAsync<T>(Func<Task<T>> ask, Func<T, bool> holds, double seconds = 15)
    {
        var until = DateTime.UtcNow.AddSeconds(seconds);
        while (true)
        {
            var now = await ask();
            if (holds(now)) return;
            if (DateTime.UtcNow > until) throw new ShouldAssertException($"It was still {now} after {seconds} seconds.");
            await Task.Delay(50);
        }
    }

    public static Task BeAsync<T>(Func<T> ask, Func<T, bool> holds, double seconds = 15) => BeAsync(() => Task.FromResult(ask()), holds, seconds);
}
