using ClientChats.Application.Messages;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Messages;

/// <summary>A message as it goes along in another one: as it is kept, as it is shown, and its files.</summary>
internal sealed record MessageToForward(ForwardedMessage Kept, ForwardedView Shown, IReadOnlyList<AttachedFile>? Files);

/// <summary>
/// Reads the message that somebody passes on, through the same door as every other reading. A message that itself passes
/// one on gives that one: the word beside it was meant for those who read it there.
/// </summary>
internal sealed class ForwardableMessages(Databases databases, IHistory history)
{
    private const string Target = """
        select c.kind = 'bridged',
               exists (select from conversation_members m where m.organization_id = $1 and m.conversation_id = $2 and m.member_id = $3)
               or exists (select from bridged_presences p where p.organization_id = $1 and p.conversation_id = $2 and p.participant_id = $3 and p.is_present)
          from conversations c where c.organization_id = $1 and c.id = $2
        """;

    public async Task<MessageToForward> FindAsync(Viewer author, Guid target, MessagePlace source, CancellationToken ct)
    {
        var entry = await history.OneAsync(author, source.ConversationId, source.Number, ct);
        Refuse.If(entry.Kind != EntryView.Message, MessageRefusals.NotAMessage);
        Refuse.If(entry.DeletedAt is not null, MessageRefusals.Deleted);

        var shown = entry.Forwarded ?? new ForwardedView(entry.Author, entry.CreatedAt, entry.Text!);
        var (isBridged, isAuthorHere) = await AskAsync(author, target, shown.Author?.ParticipantId, ct);
        Refuse.If(isBridged && entry.Attachments is not null, FileRefusals.BridgeTakesNone);
        return new MessageToForward(
            new ForwardedMessage(shown.Author?.ParticipantId, shown.At, shown.Text),
            shown with { IsAuthorHere = isAuthorHere || shown.Author?.ParticipantId == author.MemberId },
            entry.Attachments?.Select(file => new AttachedFile(file.Id, file.Name, file.Size, file.ContentType, file.Width, file.Height)).ToList());
    }

    private async Task<(bool IsBridged, bool IsAuthorHere)> AskAsync(Viewer author, Guid target, Guid? originalAuthor, CancellationToken ct)
    {
        await using var command = databases.Pages.CreateCommand(Target);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = author.OrganizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = target });
        command.Parameters.Add(new NpgsqlParameter<Guid?> { TypedValue = originalAuthor });
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetBoolean(0), row.GetBoolean(1)) : throw new RefusedException(Domain.Conversations.ConversationRefusals.NotFound);
    }
}
