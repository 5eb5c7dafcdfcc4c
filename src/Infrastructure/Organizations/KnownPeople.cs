using System.Collections.Concurrent;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Organizations;

/// <summary>A person of conversations with the name he has now; a role only for members.</summary>
internal sealed record KnownPerson(AuthorView View, Role? Role);

/// <summary>
/// The people of conversations by their ids, remembered until it is told that one changed. Pages name the same few
/// people again and again; who may read the page is none of its business.
/// </summary>
internal sealed class KnownPeople(Databases databases) : IHearsNotices
{
    private const int MostRemembered = 200_000;

    private const string Question = """
        select p.id, p.participant_id, p.member_id, p.display_name, p.is_client, m.role, m.avatar_id
          from unnest($2::uuid[]) asked (id)
         cross join lateral (select * from participants p where p.organization_id = $1 and p.id = asked.id offset 0) p
          left join members m on m.organization_id = $1 and m.id = p.member_id
        """;

    private static readonly Dictionary<Guid, KnownPerson> Nobody = [];

    private readonly ConcurrentDictionary<(Guid OrganizationId, Guid Id), KnownPerson> _remembered = new();
    private long _generation;

    /// <summary>Those of the ids that are people's; null stands for nobody.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, KnownPerson>> FindAsync(Guid organizationId, IEnumerable<Guid?> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, KnownPerson>();
        List<Guid>? unknown = null;
        foreach (var asked in ids)
        {
            if (asked is not { } id || found.ContainsKey(id) || unknown?.Contains(id) == true) continue;
            if (_remembered.TryGetValue((organizationId, id), out var person)) found[id] = person;
            else (unknown ??= []).Add(id);
        }

        if (unknown is null) return found.Count > 0 ? found : Nobody;

        var generation = Interlocked.Read(ref _generation);
        foreach (var (id, person) in await AskDatabaseAsync(organizationId, unknown, ct))
        {
            found[id] = person;
            if (_remembered.Count >= MostRemembered) _remembered.Clear();
            if (generation == Interlocked.Read(ref _generation)) _remembered[(organizationId, id)] = person;
        }

        return found;
    }

    public ValueTask HearAsync(LiveNotice notice, CancellationToken ct)
    {
        var changed = notice switch
        {
            ProfileNotice profile => profile.ParticipantId,
            StandingNotice standing => standing.MemberId,
            _ => (Guid?)null,
        };
        if (changed is null) return ValueTask.CompletedTask;

        Interlocked.Increment(ref _generation);
        foreach (var (key, person) in _remembered)
        {
            if (key.Id == changed || person.View.MemberId == changed) _remembered.TryRemove(key, out _);
        }

        return ValueTask.CompletedTask;
    }

    private async Task<List<(Guid Id, KnownPerson Person)>> AskDatabaseAsync(Guid organizationId, List<Guid> ids, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Question);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] });
        var people = new List<(Guid, KnownPerson)>(ids.Count);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var view = new AuthorView(row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetString(3), row.GetBoolean(4), AvatarUrl.OfMember(row.IsDBNull(2) ? null : row.GetGuid(2), row.IsDBNull(6) ? null : row.GetGuid(6)));
            people.Add((row.GetGuid(0), new KnownPerson(view, row.IsDBNull(5) ? null : Enum.Parse<Role>(row.GetString(5), ignoreCase: true))));
        }

        return people;
    }
}
