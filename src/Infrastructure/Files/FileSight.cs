using System.Text.Json;
using ClientChats.Application.Files;
using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Messages;
using ClientChats.Infrastructure.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Files;

internal sealed class FileSight(Databases databases, KnownPeople people) : IFileSight
{
    // "offset 0" keeps each look-up as it is written, by the keys of one conversation and one member.
    private const string One = """
        select f.name, f.size, f.content_type, f.sha256, f.created_at
          from files f
         where f.organization_id = $1 and f.id = $3 and f.state = 'ready'
           and case when f.attached_at is null
                    then f.uploader_id = $2 and exists (select from members m where m.organization_id = $1 and m.id = $2 and m.status = 'active')
                    else exists (select from entry_files h
                                  cross join lateral (select s.history_floor from standing_of($1, h.conversation_id, $2) s where s.sees offset 0) s
                                  where h.organization_id = $1 and h.file_id = f.id and h.number > s.history_floor) end
        """;

    private const string OfConversation = """
        select h.number, h.position, h.id, h.name, h.size, h.content_type, h.width, h.height, h.author_id, h.created_at, h.finals, s.history_floor
          from (select history_floor from standing_of($1, $3, $2) where sees) s
          left join lateral (
               select h.number, h.position, f.id, f.name, f.size, f.content_type, f.width, f.height, e.author_id, e.created_at, e.finals::text as finals
                 from entry_files h
                 join files f on f.organization_id = $1 and f.id = h.file_id
                 join entries e on e.organization_id = $1 and e.conversation_id = $3 and e.number = h.number
                where h.organization_id = $1 and h.conversation_id = $3 and h.number > s.history_floor and (h.number, h.position) < ($4, $5)
                  and ($6::boolean is null or $6 = (f.content_type = any ($7::text[])))
                order by h.number desc, h.position desc limit $8) h on true
        """;

    public async Task<ReadableFile?> FindAsync(Viewer reader, Guid fileId, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(One);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = fileId });
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new ReadableFile(fileId, row.GetString(0), row.GetInt64(1), FileType.Named(row.GetString(2)), row.GetString(3), row.GetFieldValue<DateTimeOffset>(4))
            : null;
    }

    public async Task<Page<ConversationFile>> ListAsync(Viewer reader, Guid conversationId, FileGroup? group, string? cursor, int limit, CancellationToken ct)
    {
        var (number, position) = PlaceOf(cursor);
        await using var command = databases.Pages.CreateCommand(OfConversation);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = reader.MemberId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = conversationId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = position });
        command.Parameters.Add(new NpgsqlParameter<bool?> { TypedValue = group is null ? null : group == FileGroup.Media });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. FileType.Media] });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit + 1 });

        var found = new List<(int Position, Guid? AuthorId, FinalVersion[]? Finals, long Floor, ConversationFile File)>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            if (!await row.ReadAsync(ct)) throw new RefusedException(ConversationRefusals.NotFound);
            if (!row.IsDBNull(0))
            {
                do found.Add(Read(row));
                while (await row.ReadAsync(ct));
            }
        }

        var known = await people.FindAsync(reader.OrganizationId, found.SelectMany(file => (Guid?[])[file.AuthorId, .. (file.Finals ?? []).Select(version => version.By)]), ct);
        var page = found.Take(limit).Select(file => file.File with
        {
            Author = file.AuthorId is { } id && known.TryGetValue(id, out var author) ? author.View : null,
            File = file.File.File with { Final = FinalViews.Of(file.Finals, file.File.File.Id, file.Floor, known) },
        }).ToList();
        return new Page<ConversationFile>(page, found.Count > limit ? Cursor.Of(page[^1].Number, found[limit - 1].Position) : null);
    }

    private static (int Position, Guid? AuthorId, FinalVersion[]? Finals, long Floor, ConversationFile File) Read(NpgsqlDataReader row)
    {
        var contentType = row.GetString(5);
        var file = new FileView(row.GetGuid(2), row.GetString(3), row.GetInt64(4), contentType, FileType.Named(contentType).Kind, row.IsDBNull(6) ? null : row.GetInt32(6), row.IsDBNull(7) ? null : row.GetInt32(7));
        var finals = row.IsDBNull(10) ? null : JsonSerializer.Deserialize<FinalVersion[]>(row.GetString(10), ClientChatsDb.Json);
        return (row.GetInt32(1), row.IsDBNull(8) ? null : row.GetGuid(8), finals, row.GetInt64(11), new ConversationFile(row.GetInt64(0), null, row.GetFieldValue<DateTimeOffset>(9), file));
    }

    private static (long Number, int Position) PlaceOf(string? cursor) => Cursor.Read(cursor, 2) is not [var number, var position]
        ? (long.MaxValue, int.MaxValue)
        : (Cursor.NumberIn(number), (int)Math.Min(Cursor.NumberIn(position), int.MaxValue));
}
