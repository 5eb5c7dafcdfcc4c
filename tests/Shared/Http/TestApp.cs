using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using ClientChats.Api.Start;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Organizations;
using ClientChats.Tests.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClientChats.Tests;

/// <summary>
/// The whole app of one test class, listening on a free port over a database of its own: the web studio of the first
/// article, with its owner Nikolai Zuev. Everything else happens over HTTP, as in life.
/// </summary>
public class TestApp(TestPostgres postgres) : IAsyncLifetime
{
    /// <summary>The password of everybody who joins by <see cref="JoinAsync"/>.</summary>
    public const string Password = "тихий дом у озера";

    private static readonly Lock Hashing = new();
    private static Task<string>? _hash;

    private readonly string _folder = Directory.CreateTempSubdirectory("clientchats-app-").FullName;
    private readonly CapturedLog _log = new();
    private TestDatabase _database = null!;
    private RunningApp _running = null!;
    private NpgsqlDataSource _sql = null!;
    private int _joined;

    public Uri Address { get; private set; } = null!;

    /// <summary>The organization; empty where the app starts without one.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>Nikolai Zuev, who owns the organization.</summary>
    public Person Nikolai { get; protected set; } = null!;

    /// <summary>What the app has logged so far.</summary>
    public IReadOnlyCollection<string> Log => _log.Lines;

    /// <summary>Settings beyond those of every test, such as <c>--ClientChats:Limits:Searches=5</c>.</summary>
    protected virtual IEnumerable<string> Settings => [];

    protected virtual string Environment => "Production";

    /// <summary>Whether the organization is there from the start, or is to be set up.</summary>
    protected virtual bool IsSetUp => true;

    public virtual async ValueTask InitializeAsync()
    {
        _database = await postgres.CloneAsync();
        var database = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { MaxPoolSize = 50 }.ConnectionString;
        string[] settings =
        [
            $"--ConnectionStrings:ClientChats={database}", "--urls=http://127.0.0.1:0", $"--environment={Environment}", $"--ClientChats:DataPath={_folder}",
            "--ClientChats:Database:AllowUnsafe=true", "--ClientChats:Demo=false", "--ClientChats:BuildWebApp=false", "--Logging:Console:LogLevel:Default=None", .. Settings,
        ];
        _running = await Startup.RunAsync(settings, static _ => { }, TestContext.Current.CancellationToken);
        _running.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        _sql = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { MaxPoolSize = 5 });
        Address = new Uri(_running.Address);
        if (IsSetUp) await FoundAsync();
    }

    /// <summary>A browser in which nobody is signed in, at an address of the loopback network.</summary>
    public Browser Browser(string from = "127.0.0.1") => new(Address, IPAddress.Parse(from));

    /// <summary>A program that shows a token.</summary>
    public Caller Program(string token) => new(Address, token);

    /// <summary>Makes somebody a member and signs him in, without the detour of an invitation.</summary>
    public async Task<Person> JoinAsync(string name, Role role = Role.Employee, params Duty[] duties)
    {
        var number = Interlocked.Increment(ref _joined).ToString(CultureInfo.InvariantCulture);
        await using var scope = _running.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IClientChatsDb>();
        var names = name.Split(' ', 2);
        var now = DateTimeOffset.UtcNow;
        var member = Member.Join(OrganizationId, Guid.CreateVersion7(now), EmailAddress.Parse($"person{number}@kontur.example"), new PersonName(names[0], names[1]), role, "ru", "Europe/Moscow", now);
        member.SetPassword(await HashAsync());
        if (duties.Length > 0) member.TakeDuties(duties.Contains(Duty.Supervisor), duties.Contains(Duty.QualityControl), duties.Contains(Duty.ReceivesNewClients), Nikolai.AsViewer());
        db.Members.Add(member);
        await db.FlushAsync(CancellationToken.None);
        return await SignInAsync(member);
    }

    /// <summary>Signs a member in once more, in another browser.</summary>
    public async Task<Person> SignInAgainAsync(Person person)
    {
        await using var scope = _running.Services.CreateAsyncScope();
        return await SignInAsync(await scope.ServiceProvider.GetRequiredService<IClientChatsDb>().Members.FindAsync(OrganizationId, person.Id) ?? throw new InvalidOperationException($"{person.Name} is gone."));
    }

    /// <summary>Runs a statement on the app's own database, for what no request can bring about, such as the passing of time.</summary>
    public async Task<int> SqlAsync(string statement, params object[] values)
    {
        await using var command = Command(statement, values);
        return await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskSqlAsync<T>(string question, params object[] values)
    {
        await using var command = Command(question, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>
    /// Holds a row, by a statement that locks it, until a request waits for it; then runs the other statement and lets go.
    /// What the request answers, having found that the world has changed, is the result.
    /// </summary>
    public async Task<Answer> WhileWaitingAsync(string holding, Func<Task<Answer>> request, string changing, params object[] values)
    {
        await using var connection = await _sql.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync(holding);
        var answering = request();
        while (await AskSqlAsync<long>("select count(*) from pg_locks where not granted") == 0 && !answering.IsCompleted) await Task.Delay(10);
        await RunAsync(changing);
        await transaction.CommitAsync();
        return await answering;

        async Task RunAsync(string statement)
        {
            await using var command = Filled(new NpgsqlCommand(statement, connection, transaction), values);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Does something with the app's services, as a job or a loop would.</summary>
    public async Task InsideAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = _running.Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _running.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _sql.DisposeAsync();
        await _running.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task FoundAsync()
    {
        await using var scope = _running.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IClientChatsDb>();
        var now = DateTimeOffset.UtcNow;
        var organization = Organization.Found(Guid.CreateVersion7(now), "Студия «Контур»", "ru", "Europe/Moscow", "RU", now);
        var owner = Member.Join(organization.Id, Guid.CreateVersion7(now), EmailAddress.Parse("zuev@kontur.example"), new PersonName("Николай", "Зуев"), Role.Owner, "ru", "Europe/Moscow", now);
        owner.SetPassword(await HashAsync());
        db.Organizations.Add(organization);
        db.Members.Add(owner);
        await db.FlushAsync(CancellationToken.None);
        OrganizationId = organization.Id;
        Nikolai = await SignInAsync(owner);
    }

    /// <summary>Signs in whoever has this address.</summary>
    protected async Task<Person> SignInAsync(string email)
    {
        await using var scope = _running.Services.CreateAsyncScope();
        var member = await scope.ServiceProvider.GetRequiredService<IClientChatsDb>().Members.SingleAsync(m => m.EmailKey == email);
        OrganizationId = member.OrganizationId;
        return await SignInAsync(member);
    }

    private async Task<Person> SignInAsync(Member member)
    {
        await using var scope = _running.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IClientChatsDb>();
        var now = DateTimeOffset.UtcNow;
        var secret = scope.ServiceProvider.GetRequiredService<ISecrets>().Make(SecretKind.Session, member.OrganizationId);
        db.Sessions.Add(Session.Begin(member, Guid.CreateVersion7(now), secret.Hash, "test", now));
        await db.FlushAsync(CancellationToken.None);
        return new Person(Address, member, secret.Text);
    }

    /// <summary>Hashing is slow on purpose, so one hash serves the whole run.</summary>
    private Task<string> HashAsync()
    {
        lock (Hashing) return _hash ??= _running.Services.GetRequiredService<IPasswords>().HashAsync(Password, CancellationToken.None);
    }

    private NpgsqlCommand Command(string statement, object[] values) => Filled(_sql.CreateCommand(statement), values);

    private static NpgsqlCommand Filled(NpgsqlCommand command, object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private sealed class CapturedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
