using ClientChats.Application.Kernel;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>
/// Asks how members stand towards conversations. While one statement is under way the next questions collect, and go
/// together; there is no timer.
/// </summary>
internal sealed class StandingQuestion(Databases databases)
{
    private const int MostTogether = 256;

    // "offset 0" keeps each look-up as it is written, by the keys of its own conversation and member. Who owns, administers or
    // manages a chat does not decide whether he may write, so the chat's own row is not read.
    private const string Statement = """
        select q.place, s.*
          from unnest($2::uuid[], $3::uuid[]) with ordinality q (conversation_id, member_id, place)
         cross join lateral (
               select kind, is_archived, access_version, member_version, role, is_supervisor, is_quality_control, receives_new_clients, display_name,
                      sees, is_member, false, false, is_open, is_responsible, receives_it, is_overseer, false, history_floor
                 from standing_of($1, q.conversation_id, q.member_id) offset 0) s
        """;

    private readonly Lock _gate = new();
    private readonly Queue<Question> _waiting = new();
    private bool _asking;

    /// <summary>Null where there is no such conversation or no such active member.</summary>
    public Task<StandingRow?> AskAsync(Guid organizationId, Guid conversationId, Guid memberId)
    {
        var question = new Question(organizationId, conversationId, memberId);
        lock (_gate)
        {
            _waiting.Enqueue(question);
            if (!_asking) _ = Task.Run(AnswerAsync);
            _asking = true;
        }

        return question.Answer.Task;
    }

    private async Task AnswerAsync()
    {
        var together = new List<Question>(MostTogether);
        while (true)
        {
            together.Clear();
            lock (_gate)
            {
                _asking = _waiting.Count > 0;
                if (!_asking) return;
                var organizationId = _waiting.Peek().OrganizationId;
                while (together.Count < MostTogether && _waiting.TryPeek(out var next) && next.OrganizationId == organizationId) together.Add(_waiting.Dequeue());
            }

            try
            {
                await AskDatabaseAsync(together);
            }
            catch (Exception failure)
            {
                foreach (var question in together) question.Answer.TrySetException(failure);
            }
        }
    }

    private async Task AskDatabaseAsync(List<Question> together)
    {
        await using var command = databases.Pages.CreateCommand(Statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = together[0].OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. together.Select(question => question.ConversationId)] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. together.Select(question => question.MemberId)] });

        var rows = new StandingRow?[together.Count];
        await using (var row = await command.ExecuteReaderAsync())
        {
            while (await row.ReadAsync()) rows[row.GetInt64(0) - 1] = Read(row);
        }

        for (var i = 0; i < rows.Length; i++) together[i].Answer.TrySetResult(rows[i]);
    }

    private static StandingRow Read(NpgsqlDataReader row) => new(
        Enum.Parse<ConversationKind>(row.GetString(1), ignoreCase: true), row.GetBoolean(2), row.GetInt64(3), row.GetInt64(4), Enum.Parse<Role>(row.GetString(5), ignoreCase: true),
        row.GetBoolean(6), row.GetBoolean(7), row.GetBoolean(8), row.GetString(9), row.GetBoolean(10), row.GetBoolean(11), row.GetBoolean(12), row.GetBoolean(13), row.GetBoolean(14),
        row.GetBoolean(15), row.GetBoolean(16), row.GetBoolean(17), row.GetBoolean(18), row.GetInt64(19));

    private sealed record Question(Guid OrganizationId, Guid ConversationId, Guid MemberId)
    {
        public TaskCompletionSource<StandingRow?> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
