using ClientChats.Application.Naming;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Conversations;

internal sealed class NamesSeen(Databases databases) : INamesSeen
{
    private const string Like = """
        select n.name
          from conversation_names n
         where n.organization_id = $1 and n.name % $3 and n.conversation_id is distinct from $4
           and exists (select from conversation_sight s where s.organization_id = $1 and s.member_id = $2 and s.conversation_id = n.conversation_id)
         order by similarity(n.name, $3) desc
         limit 200
        """;

    public async Task<IReadOnlyList<string>> LikeAsync(Viewer viewer, string name, Guid? except, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Like);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)except ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        var names = new List<string>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) names.Add(row.GetString(0));
        return names;
    }
}
