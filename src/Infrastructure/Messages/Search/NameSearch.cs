using ClientChats.Application.Messages;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages.Search;

/// <summary>
/// Finds conversations and outside people by name: by parts of it first, and where these are too few, by likeness. Each
/// way of seeing conversations gives its own, so that nobody waits for what he may not see.
/// </summary>
internal sealed class NameSearch(Databases databases)
{
    /// <summary>A word that is shorter has to be right.</summary>
    private const int ShortestLike = 4;

    // $1 organization, $2 viewer, $3 patterns, $4 the longest one, $5 how many, $6 the words.
    private const string NamedOf = """
        (select (s.conversation).id, (s.conversation).kind, n.name, (s.conversation).last_activity_at, <likeness> as likeness, (s.conversation).is_client_chat, null::uuid as other, false as other_is_client
           from <way>($1, $2) s
           join conversation_names n on n.organization_id = $1 and n.conversation_id = (s.conversation).id
          where (s.conversation).kind <> 'direct' and <fits>
          order by likeness desc, (s.conversation).last_activity_at desc, (s.conversation).id desc
          limit $5)
        """;

    private const string DirectOf = """
        (select (s.conversation).id, (s.conversation).kind, n.name, (s.conversation).last_activity_at, <likeness> as likeness, (s.conversation).is_client_chat, n.id, n.is_client
           from rows_of($1, $2) s
          cross join lateral (
                select m.first_name || ' ' || m.last_name as name, m.id, m.role = 'guest' as is_client
                  from conversation_members cm join members m on m.organization_id = cm.organization_id and m.id = cm.member_id
                 where cm.organization_id = $1 and cm.conversation_id = (s.conversation).id and cm.member_id <> $2 limit 1) n
          where (s.conversation).kind = 'direct' and <fits>
          order by likeness desc, (s.conversation).last_activity_at desc, (s.conversation).id desc
          limit $5)
        """;

    private const string OutsideOf = """
        select o.id, o.display_name, p.conversation_id
          from outside_participants o
         cross join lateral (
               select p.conversation_id from bridged_presences p
                where p.organization_id = $1 and p.participant_id = o.id and p.is_present
                  and exists (select from standing_of($1, p.conversation_id, $2) s where s.sees) limit 1) p
         where o.organization_id = $1 and o.member_id is null and <fits>
         order by <likeness> desc, o.display_name, o.id
         limit $5
        """;

    public async Task<IReadOnlyList<Found>> ConversationsAsync(Viewer viewer, SoughtWords words, int limit, CancellationToken ct)
    {
        var asked = words.ForNames.ToArray();
        if (asked.Length == 0 || limit <= 0) return [];
        var found = await AskAsync(Contains, "0::real");
        if (found.Count < limit && asked.All(word => word.Length >= ShortestLike)) found.AddRange((await AskAsync(IsLike, Likeness)).Where(like => !found.Exists(f => f.ConversationId == like.ConversationId)));
        return [.. found.Take(limit)];

        async Task<List<Found>> AskAsync(Func<string, string> fits, string likeness)
        {
            var ways = WaysOf(viewer).Select(way => NamedOf.Replace("<way>", way, StringComparison.Ordinal)).Append(DirectOf)
                .Select(part => part.Replace("<fits>", fits("searched_name(n.name)"), StringComparison.Ordinal).Replace("<likeness>", likeness.Replace("<name>", "searched_name(n.name)", StringComparison.Ordinal), StringComparison.Ordinal));
            await using var command = Command($"select distinct on (likeness, last_activity_at, id) * from ({string.Join(" union all ", ways)}) f order by likeness desc, last_activity_at desc, id desc limit $5", viewer, asked, limit);
            var items = new List<Found>();
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var name = row.GetString(2);
                items.Add(new Found
                {
                    Type = FoundType.Conversation, ConversationId = row.GetGuid(0), ConversationName = name, Kind = Enum.Parse<ConversationKind>(row.GetString(1), ignoreCase: true),
                    IsClientChat = row.GetBoolean(5), Person = row.IsDBNull(6) ? null : new FoundPerson(row.GetGuid(6), row.GetGuid(6), name, row.GetBoolean(7), null, null),
                    At = row.GetFieldValue<DateTimeOffset>(3), Text = name, Highlights = NameHighlights.In(name, asked),
                });
            }

            return items;
        }
    }

    public async Task<IReadOnlyList<Found>> OutsidePeopleAsync(Viewer viewer, SoughtWords words, int limit, CancellationToken ct)
    {
        var asked = words.ForNames.ToArray();
        if (asked.Length == 0 || limit <= 0) return [];
        var found = await AskAsync(Contains, "0::real");
        return found.Count == 0 && asked.All(word => word.Length >= ShortestLike) ? await AskAsync(IsLike, Likeness) : found;

        async Task<List<Found>> AskAsync(Func<string, string> fits, string likeness)
        {
            const string Name = "searched_name(o.display_name)";
            var text = OutsideOf.Replace("<fits>", fits(Name), StringComparison.Ordinal).Replace("<likeness>", likeness.Replace("<name>", Name, StringComparison.Ordinal), StringComparison.Ordinal);
            await using var command = Command(text, viewer, asked, limit);
            var items = new List<Found>();
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var (id, name) = (row.GetGuid(0), row.GetString(1));
                items.Add(new Found
                {
                    Type = FoundType.Person, ConversationId = row.GetGuid(2), Text = name, Highlights = NameHighlights.In(name, asked),
                    Person = new FoundPerson(id, null, name, IsClient: true, null, null),
                });
            }

            return items;
        }
    }

    /// <summary>The longest word decides by the index, the others are looked at in what it finds.</summary>
    private static string Contains(string name) => $"{name} like $4 and {name} like all ($3)";

    private static string IsLike(string name) => $"$6[1] <% {name} and not exists (select from unnest($6) w where not w <% {name})";

    private const string Likeness = "(select min(word_similarity(w, <name>)) from unnest($6) w)";

    private static IEnumerable<string> WaysOf(Viewer viewer)
    {
        yield return "rows_of";
        if (viewer.IsGuest) yield break;
        yield return "public_for";
        if (viewer.IsSupervisor || viewer.IsQualityControl) yield return "overseen_by";
        if (viewer.ReceivesNewClients) yield return "unlinked_for";
    }

    private NpgsqlCommand Command(string text, Viewer viewer, string[] asked, int limit)
    {
        var words = asked.OrderByDescending(word => word.Length).ToArray();
        var patterns = words.Select(word => $"%{word}%").ToArray();
        var command = databases.Searches.CreateCommand(text);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = viewer.MemberId });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = patterns });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = patterns[0] });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = words });
        return command;
    }
}
