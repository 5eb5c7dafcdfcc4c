using System.Net.Http.Json;
using System.Text.Json;
using ClientChats.Application.Kernel;
using ClientChats.Infrastructure;
using ClientChats.Infrastructure.Database;
using ClientChats.Tests.Postgres;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ClientChats.Api.Tests.Jobs;

/// <summary>An organization in a database of its own, with people who are signed in, for apps that come and go.</summary>
public sealed class Office : IAsyncLifetime
{
    static readonly Guid OrganizationId = Guid.CreateVersion7();

    readonly string _dataPath = Directory.CreateTempSubdirectory("cc-jobs-").FullName;
    TestCluster _cluster = null!;
    TestDatabase _database = null!;
    NpgsqlDataSource _source = null!;

    public string Owner { get; private set; } = "";
    public string Employee { get; private set; } = "";
    public string Guest { get; private set; } = "";

    /// <summary>A token of the owner's that may read jobs, and one that may read contacts.</summary>
    public string JobsToken { get; private set; } = "";
    public string ContactsToken { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _cluster = await TestCluster.StartAsync((database, ct) => Migrator.MigrateAsync(database, allowUnsafe: true, ct));
        _database = await _cluster.CloneAsync();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
        await SqlAsync($"""
            insert into organizations (id, name, locale, time_zone, country, invitation_lifetime_days, responsibility, oversee_client_directs, version, created_at)
            values ('{OrganizationId}', 'Мастерская', 'ru', 'Europe/Moscow', 'RU', 7, 'contact', false, 1, now())
            """);
        (Owner, JobsToken, ContactsToken) = await JoinAsync("owner");
        (Employee, _, _) = await JoinAsync("employee");
        (Guest, _, _) = await JoinAsync("guest");
    }

    internal Task<AppProcess> StartAppAsync() => AppProcess.StartAsync(_database.ConnectionString, _dataPath);

    public async Task<NpgsqlConnection> ConnectAsync() => await _source.OpenConnectionAsync();

    public async Task SqlAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T?> AskAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
        await _cluster.DisposeAsync();
        Directory.Delete(_dataPath, recursive: true);
    }

    async Task<(string Session, string JobsToken, string ContactsToken)> JoinAsync(string role)
    {
        var services = new ServiceCollection().AddInfrastructure(_database.ConnectionString);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        await using var provider = services.BuildServiceProvider();
        var secrets = provider.GetRequiredService<ISecrets>();
        var (session, jobs, contacts) = (secrets.Make(SecretKind.Session, OrganizationId), secrets.Make(SecretKind.AccessToken, OrganizationId), secrets.Make(SecretKind.AccessToken, OrganizationId));
        var member = Guid.CreateVersion7();
        await SqlAsync($"""
            insert into members (organization_id, id, email, email_key, first_name, last_name, role, status, is_supervisor, is_quality_control, receives_new_clients, locale, time_zone, access_version, created_at)
            values ('{OrganizationId}', '{member}', '{role}@example.com', '{role}@example.com', 'Анна', 'Белова', '{role}', 'active', false, false, false, 'ru', 'Europe/Moscow', 1, now());
            insert into sessions (organization_id, id, member_id, token_hash, user_agent, created_at, last_seen_at, expires_at)
            values ('{OrganizationId}', gen_random_uuid(), '{member}', '\x{Convert.ToHexString(session.Hash)}', '', now(), now(), now() + interval '1 day');
            insert into access_tokens (organization_id, id, member_id, token_hash, name, scopes, created_at)
            values ('{OrganizationId}', gen_random_uuid(), '{member}', '\x{Convert.ToHexString(jobs.Hash)}', 'jobs', '{"{jobs:read}"}', now()),
                   ('{OrganizationId}', gen_random_uuid(), '{member}', '\x{Convert.ToHexString(contacts.Hash)}', 'contacts', '{"{crm:read}"}', now());
            """);
        return (session.Text, jobs.Text, contacts.Text);
    }
}

/// <summary>A person, or a program, at the app's door.</summary>
sealed class Caller : IDisposable
{
    readonly HttpClient _http;
    readonly bool _writesByHeader;

    Caller(Uri address, string? cookie, string? bearer)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        if (cookie is not null) _http.DefaultRequestHeaders.Add("Cookie", $"clientchats={cookie}");
        if (bearer is not null) _http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        _writesByHeader = bearer is null;
    }

    public static Caller SignedIn(AppProcess app, string session) => new(app.Address, session, null);

    public static Caller WithToken(AppProcess app, string token) => new(app.Address, null, token);

    public static Caller Stranger(AppProcess app) => new(app.Address, null, null);

    public async Task<Answer> SendAsync(string method, string path, string? idempotencyKey = null, bool antiforgery = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
        if (idempotencyKey is not null) request.Headers.Add("Idempotency-Key", idempotencyKey);
        if (method != "GET" && _writesByHeader && antiforgery) await ProveAsync(request);
        using var response = await _http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, response.Headers.Location?.ToString());
    }

    public void Dispose() => _http.Dispose();

    async Task ProveAsync(HttpRequestMessage request)
    {
        using var asked = await _http.GetAsync("/api/v1/session/antiforgery");
        var answer = await asked.Content.ReadFromJsonAsync<JsonElement>();
        request.Headers.Add(answer.GetProperty("headerName").GetString()!, answer.GetProperty("token").GetString());
        var own = asked.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]);
        request.Headers.Add("Cookie", string.Join("; ", [.. _http.DefaultRequestHeaders.TryGetValues("Cookie", out var had) ? had : [], .. own]));
    }
}

/// <summary>What the app answered.</summary>
sealed record Answer(int Status, JsonElement Body, string? Location)
{
    public string? Code => Text("code");

    public string? Text(string name) => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) ? value.ToString() : null;
}
