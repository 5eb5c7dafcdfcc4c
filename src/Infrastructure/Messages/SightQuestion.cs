using ClientChats.Application.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

internal sealed class SightQuestion(Databases databases) : ISight
{
    // "offset 0" keeps the look-up as it is written, once per conversation by the keys; joined, it would read all that the members see.
    private const string Question = """
        select c.id, c.access_version, s.member_id, array_agg(s.via), min(s.history_floor)
          from conversations c
          left join lateral (
               select member_id, via, history_floor from conversation_sight
                where organization_id = $1 and conversation_id = c.id and member_id = any ($3::uuid[]) offset 0) s on true
         where c.organization_id = $1 and c.id = any ($2::uuid[])
         group by c.id, c.access_version, s.member_id
        """;

    private const string Memberships = "select conversation_id from conversation_members where organization_id = $1 and member_id = $2 and conversation_id = any ($3::uuid[])";

    public async Task<(IReadOnlyDictionary<Guid, long> Versions, IReadOnlyList<Sight> Sights)> AskAsync(
        Guid organizationId, IReadOnlyCollection<Guid> conversationIds, IReadOnlyCollection<Guid> memberIds, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Question);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. conversationIds] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. memberIds] });

        var versions = new Dictionary<Guid, long>();
        var sights = new List<Sight>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            versions[row.GetGuid(0)] = row.GetInt64(1);
            if (!row.IsDBNull(2)) sights.Add(new Sight(row.GetGuid(0), row.GetInt64(1), row.GetGuid(2), row.GetFieldValue<string[]>(3).ToHashSet(StringComparer.Ordinal), row.GetInt64(4)));
        }

        return (versions, sights);
    }

    public async Task<IReadOnlyCollection<Guid>> MembershipsAsync(Guid organizationId, Guid memberId, IReadOnlyCollection<Guid> conversationIds, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Memberships);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = memberId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. conversationIds] });

        var found = new List<Guid>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) found.Add(row.GetGuid(0));
        return found;
    }
}
