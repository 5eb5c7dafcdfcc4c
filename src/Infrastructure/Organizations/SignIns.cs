using System.Collections.Concurrent;
using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Organizations;

internal sealed class SignIns(Databases databases, ISecrets secrets, TimeProvider time) : ISignIns, IHearsNotices
{
    private const int MostRemembered = 100_000;

    private const string Session = """
        select s.id, m.id, m.role, m.is_supervisor, m.is_quality_control, m.receives_new_clients, null::text[], s.last_seen_at, s.expires_at
          from sessions s join members m on m.organization_id = s.organization_id and m.id = s.member_id and m.status = 'active'
         where s.organization_id = $1 and s.token_hash = $2
        """;

    private const string Token = """
        select t.id, m.id, m.role, m.is_supervisor, m.is_quality_control, m.receives_new_clients, t.scopes, coalesce(t.last_used_at, t.created_at), t.expires_at
          from access_tokens t join members m on m.organization_id = t.organization_id and m.id = t.member_id and m.status = 'active' and m.role <> 'guest'
         where t.organization_id = $1 and t.token_hash = $2
        """;

    private const string LastUses = """
        with asked as (select * from unnest($1, $2) as a(organization_id, id))
        select id, last_seen_at from asked join sessions using (organization_id, id)
        union all select id, coalesce(last_used_at, created_at) from asked join access_tokens using (organization_id, id)
        """;

    /// <summary>Use is recorded once in this time, not at every request.</summary>
    private static readonly TimeSpan RecordedEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, SignIn> _remembered = new(StringComparer.Ordinal);
    private long _generation;

    public ValueTask<SignIn?> FindSessionAsync(string? secret, CancellationToken ct) => FindAsync(SecretKind.Session, Session, secret, ct);

    public ValueTask<SignIn?> FindTokenAsync(string? secret, CancellationToken ct) => FindAsync(SecretKind.AccessToken, Token, secret, ct);

    public async Task<IReadOnlyList<SignIn>> RefreshAsync(IReadOnlyCollection<SignIn> signIns, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(LastUses);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. signIns.Select(signIn => signIn.Viewer.OrganizationId)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. signIns.Select(signIn => signIn.Id)] });
        await using var row = await command.ExecuteReaderAsync(ct);
        var lastUses = new Dictionary<Guid, DateTimeOffset>();
        while (await row.ReadAsync(ct)) lastUses[row.GetGuid(0)] = row.GetFieldValue<DateTimeOffset>(1);
        return [.. signIns.Where(signIn => lastUses.ContainsKey(signIn.Id)).Select(signIn => signIn with { LastSeenAt = lastUses[signIn.Id] })];
    }

    public ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        switch (notice)
        {
            case StandingNotice standing:
                Forget(signIn => signIn.Viewer.MemberId == standing.MemberId);
                break;
            case SignInEndedNotice ended:
                Forget(signIn => signIn.Id == ended.SignInId);
                break;
        }

        return ValueTask.CompletedTask;
    }

    private async ValueTask<SignIn?> FindAsync(SecretKind kind, string statement, string? secret, CancellationToken ct)
    {
        if (secret is null) return null;
        if (!_remembered.TryGetValue(secret, out var signIn))
        {
            if (secrets.Read(kind, secret) is not { } presented) return null;
            var generation = Interlocked.Read(ref _generation);
            signIn = await AskDatabaseAsync(statement, presented, ct);
            if (signIn is null) return null;
            if (_remembered.Count >= MostRemembered) _remembered.Clear();
            if (generation == Interlocked.Read(ref _generation)) _remembered[secret] = signIn;
        }

        var now = time.GetUtcNow();
        if (signIn.IsOver(now))
        {
            _remembered.TryRemove(secret, out _);
            return null;
        }

        return now - signIn.LastSeenAt < RecordedEvery ? signIn : await RecordUseAsync(kind, secret, signIn, now, ct);
    }

    private void Forget(Func<SignIn, bool> applies)
    {
        Interlocked.Increment(ref _generation);
        foreach (var (secret, signIn) in _remembered)
        {
            if (applies(signIn)) _remembered.TryRemove(secret, out _);
        }
    }

    private async Task<SignIn?> AskDatabaseAsync(string statement, PresentedSecret presented, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = presented.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = presented.Hash });
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) return null;

        var viewer = new Viewer(
            presented.OrganizationId, row.GetGuid(1), Enum.Parse<Role>(row.GetString(2), ignoreCase: true), row.GetBoolean(3), row.GetBoolean(4), row.GetBoolean(5));
        return new SignIn(
            row.GetGuid(0), viewer, row.IsDBNull(6) ? null : row.GetFieldValue<string[]>(6).ToHashSet(StringComparer.Ordinal),
            row.GetFieldValue<DateTimeOffset>(7), row.IsDBNull(8) ? null : row.GetFieldValue<DateTimeOffset>(8));
    }

    private async Task<SignIn> RecordUseAsync(SecretKind kind, string secret, SignIn signIn, DateTimeOffset now, CancellationToken ct)
    {
        var used = signIn with { LastSeenAt = now };
        if (!_remembered.TryUpdate(secret, used, signIn)) return used;

        await using var command = databases.Requests.CreateCommand(kind == SecretKind.Session
            ? "update sessions set last_seen_at = $3 where organization_id = $1 and id = $2"
            : "update access_tokens set last_used_at = $3 where organization_id = $1 and id = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = signIn.Viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = signIn.Id });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        await command.ExecuteNonQueryAsync(ct);
        return used;
    }
}
