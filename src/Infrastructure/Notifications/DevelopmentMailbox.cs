using ClientChats.Application.Notifications;
using ClientChats.Infrastructure.Database;
using Npgsql;

namespace ClientChats.Infrastructure.Notifications;

/// <summary>Keeps mail in a table instead of sending it.</summary>
internal sealed class DevelopmentMailbox(Databases databases, TimeProvider time) : IMailer, IDevelopmentMailbox
{
    public async Task<string?> SendAsync(Guid organizationId, Guid workId, Mail mail, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand("""
            insert into development_mailbox (organization_id, id, recipient, subject, text_body, html_body, at)
            values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = workId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = mail.To });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = mail.Subject });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = mail.Text });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = mail.Html });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = time.GetUtcNow() });
        await command.ExecuteNonQueryAsync(ct);
        return null;
    }

    public async Task<IReadOnlyList<KeptMail>> ReadAsync(Guid organizationId, string? recipient, Guid? olderThan, int limit, CancellationToken ct)
    {
        await using var command = databases.Requests.CreateCommand("""
            select id, recipient, subject, text_body, html_body, at
              from development_mailbox
             where organization_id = $1 and ($2 = '' or strpos(lower(recipient), lower($2)) > 0) and id < $3
             order by id desc limit $4
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = organizationId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = recipient ?? "" });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = olderThan ?? Guid.AllBitsSet });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var mails = new List<KeptMail>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            mails.Add(new KeptMail(row.GetGuid(0), new Mail(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4)), row.GetFieldValue<DateTimeOffset>(5)));
        return mails;
    }
}
