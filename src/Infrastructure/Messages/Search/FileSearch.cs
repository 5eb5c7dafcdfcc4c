using ClientChats.Application.Files;
using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using ClientChats.Infrastructure.Organizations;
using Npgsql;

namespace ClientChats.Infrastructure.Messages.Search;

/// <summary>
/// Finds the files of messages by parts of their names. Who oversees everything is answered by the index of names, and is
/// asked for each whether he sees it; everybody else from the conversations that he sees, whatever else there is.
/// </summary>
internal sealed class FileSearch(Databases databases, KnownPeople people)
{
    // $1 organization, $2 viewer, $3 patterns, $4 the longest one, $5 how many, $6 conversation, $7 author, $8 since, $9 until.
    private const string Among = """
        select f.id, f.name, f.size, f.content_type, f.width, f.height, h.conversation_id, h.number, e.created_at, e.author_id, c.kind, c.name, c.is_client_chat,
               case when c.kind = 'direct' then (
                    select cm.member_id from conversation_members cm where cm.organization_id = $1 and cm.conversation_id = c.id and cm.member_id <> $2 limit 1) end
          from <seen>
          join entries e on e.organization_id = $1 and e.conversation_id = h.conversation_id and e.number = h.number
          join conversations c on c.organization_id = $1 and c.id = h.conversation_id
         where searched_name(f.name) like $4 and searched_name(f.name) like all ($3) and f.attached_at is not null
           and ($6::uuid is null or h.conversation_id = $6) and ($7::uuid is null or e.author_id = $7)
           and ($8::timestamptz is null or e.created_at >= $8) and ($9::timestamptz is null or e.created_at < $9)
         order by e.created_at desc, h.conversation_id desc, h.number desc, h.position
         limit $5
        """;

    private static readonly string AmongSeen = Among.Replace("<seen>", """
        visible_conversations($1, $2) s
          join entry_files h on h.organization_id = $1 and h.conversation_id = s.id and h.number > s.history_floor
          join files f on f.organization_id = $1 and f.id = h.file_id
        """, StringComparison.Ordinal);

    private static readonly string AmongAll = Among.Replace("<seen>", """
        files f
          join entry_files h on h.organization_id = $1 and h.file_id = f.id and f.organization_id = $1
         cross join lateral (select from standing_of($1, h.conversation_id, $2) s where s.sees and h.number > s.history_floor offset 0) s
        """, StringComparison.Ordinal);

    public async Task<IReadOnlyList<Found>> FindAsync(Viewer viewer, SoughtWords words, MessageFilter filter, int limit, CancellationToken ct)
    {
        var asked = words.ForNames.OrderByDescending(word => word.Length).ToArray();
        if (asked.Length == 0 || limit <= 0) return [];

        var patterns = asked.Select(word => $"%{word}%").ToArray();
        await using var command = databases.Searches.CreateCommand(viewer.IsSupervisor || viewer.IsQualityControl ? AmongAll : AmongSeen);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = patterns });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = patterns[0] });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = filter.ConversationId });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = filter.AuthorId });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = filter.Since?.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = filter.Until?.ToUniversalTime() });

        var rows = new List<Row>();
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct)) rows.Add(new Row(row));
        }

        var known = await people.FindAsync(viewer.OrganizationId, rows.SelectMany(row => row.People), ct);
        return rows.ConvertAll(row => row.Of(known, asked));
    }

    private sealed class Row(NpgsqlDataReader row)
    {
        private readonly AttachedFile _file = new(row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetInt32(4), row.IsDBNull(5) ? null : row.GetInt32(5));
        private readonly (Guid ConversationId, long Number, DateTimeOffset At) _place = (row.GetGuid(6), row.GetInt64(7), row.GetFieldValue<DateTimeOffset>(8));
        private readonly Guid? _authorId = row.IsDBNull(9) ? null : row.GetGuid(9);
        private readonly (ConversationKind Kind, string Name, bool IsClientChat) _conversation = (Enum.Parse<ConversationKind>(row.GetString(10), ignoreCase: true), row.GetString(11), row.GetBoolean(12));
        private readonly Guid? _otherId = row.IsDBNull(13) ? null : row.GetGuid(13);

        public IEnumerable<Guid?> People => [_authorId, _otherId];

        public Found Of(IReadOnlyDictionary<Guid, KnownPerson> known, string[] asked)
        {
            var other = _otherId is { } id && known.TryGetValue(id, out var person) ? person.View : null;
            return new Found
            {
                Type = FoundType.File, ConversationId = _place.ConversationId, Number = _place.Number, At = _place.At, Kind = _conversation.Kind, IsClientChat = _conversation.IsClientChat,
                ConversationName = _conversation.Kind == ConversationKind.Direct ? other?.DisplayName ?? "" : _conversation.Name,
                Person = other is null ? null : new FoundPerson(other.ParticipantId, other.MemberId, other.DisplayName, other.IsClient, null, null, other.AvatarUrl),
                Author = _authorId is { } author && known.TryGetValue(author, out var writer) ? writer.View : null,
                FileId = _file.Id, File = FileView.Of(_file), Text = _file.Name, Highlights = NameHighlights.In(_file.Name, asked),
            };
        }
    }
}
