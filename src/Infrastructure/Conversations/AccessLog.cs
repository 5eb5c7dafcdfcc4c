using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Conversations;

internal sealed class AccessLog(Databases databases) : IAccessLog
{
    private const string Moments = """
        select a.at, a.change, m.id, m.first_name || ' ' || m.last_name, a.audience, a.cause
          from access_changes a
          left join members m on m.organization_id = a.organization_id and m.id = a.member_id
         where a.organization_id = $1 and a.conversation_id = $2 and (a.member_id = $3 or a.audience is not null
               or a.at in (select o.at from access_changes o where o.organization_id = $1 and o.conversation_id = $2 and o.member_id = $3))
         order by a.at desc, a.change
         limit $4
        """;

    public async Task<IReadOnlyList<AccessMoment>> MomentsAsync(Guid organizationId, Guid conversationId, Guid memberId, int most, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand(Moments);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = memberId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        var moments = new List<AccessMoment>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            moments.Add(new AccessMoment(
                row.GetFieldValue<DateTimeOffset>(0), row.GetString(1), row.IsDBNull(2) ? null : new MemberName(row.GetGuid(2), row.GetString(3)),
                row.IsDBNull(4) ? null : row.GetString(4), row.GetString(5)));
        }

        return moments;
    }
}
