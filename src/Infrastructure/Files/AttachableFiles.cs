using ClientChats.Application.Messages;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Files;

/// <summary>The files that a message is to hold, and whether all of them are the author's, finished, and held by none yet.</summary>
internal sealed record FilesToAttach(IReadOnlyList<AttachedFile> Items, bool AreFree);

/// <summary>Looks up the files that somebody wants to attach. The statement that appends the message asks again.</summary>
internal sealed class AttachableFiles(Databases databases)
{
    private const string Question = """
        select c.kind = 'bridged', f.id, f.name, f.size, f.content_type, f.width, f.height, f.attached_at is null
          from conversations c
          left join files f on f.organization_id = $1 and f.id = any ($4::uuid[]) and f.uploader_id = $2 and f.state = 'ready'
         where c.organization_id = $1 and c.id = $3
        """;

    public async Task<FilesToAttach> FindAsync(Viewer author, NewMessage message, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Question);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = author.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = author.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = message.ConversationId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. message.AttachmentIds] });

        var found = new Dictionary<Guid, AttachedFile>();
        var areFree = true;
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            Refuse.If(row.GetBoolean(0), FileRefusals.BridgeTakesNone);
            if (row.IsDBNull(1)) continue;
            found[row.GetGuid(1)] = new AttachedFile(row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetInt32(6));
            areFree &= row.GetBoolean(7);
        }

        return new FilesToAttach([.. message.AttachmentIds.Where(found.ContainsKey).Select(id => found[id])], areFree && found.Count == message.AttachmentIds.Count);
    }
}
