namespace ClientChats.Domain.Messages;

/// <summary>What a message said before it was changed. It goes when the message is deleted.</summary>
public sealed class EntryWording
{
    private EntryWording() { }

    public Guid OrganizationId { get; private init; }
    public Guid ConversationId { get; private init; }
    public long Number { get; private init; }

    /// <summary>The revision at which the message began to say this.</summary>
    public long Revision { get; private init; }
    public string Text { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    public static EntryWording Of(Entry entry) => new()
    {
        OrganizationId = entry.OrganizationId, ConversationId = entry.ConversationId, Number = entry.Number, Revision = entry.Revision,
        Text = entry.Text!, At = entry.EditedAt ?? entry.CreatedAt,
    };
}
