using ClientChats.Application.Messages;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>Asks who can be called only where a text may call somebody.</summary>
internal sealed class Mentionables(Databases databases) : IMentionables
{
    private const string Inside = """
        select m.id, m.first_name, m.last_name, false
          from conversation_members cm
          join members m on m.organization_id = $1 and m.id = cm.member_id and m.status = 'active'
         where cm.organization_id = $1 and cm.conversation_id = $2
        union all
        select o.id, o.display_name, '', false
          from bridged_presences p
          join outside_participants o on o.organization_id = $1 and o.id = p.participant_id and o.member_id is null
         where p.organization_id = $1 and p.conversation_id = $2 and p.is_present
        """;

    private const string Onlookers = """
        union all
        select m.id, m.first_name, m.last_name, true
          from members m
         where m.organization_id = $1
           and m.id in (select s.member_id from conversation_sight s where s.organization_id = $1 and s.conversation_id = $2)
           and not exists (select from conversation_members cm where cm.organization_id = $1 and cm.conversation_id = $2 and cm.member_id = m.id)
        """;

    public async Task<IReadOnlyList<Mention>?> FindAsync(Guid organizationId, Guid conversationId, Viewer? author, string text, CancellationToken ct)
    {
        if (!MentionableCircle.MayBeIn(text)) return null;

        await using var command = databases.Pages.CreateCommand(author?.IsGuest == true ? Inside : $"{Inside}\n{Onlookers}");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        var people = new List<Mentionable>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct)) people.Add(new Mentionable(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)));
        }

        return new MentionableCircle(conversationId, people, Everyone: author?.IsEmployee == true).FindIn(text);
    }
}
