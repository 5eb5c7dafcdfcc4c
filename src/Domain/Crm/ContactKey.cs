namespace ClientChats.Domain.Crm;

/// <summary>Something by which a client in a conversation is recognised as this contact: a phone, an e-mail address, a messenger id.</summary>
public sealed class ContactKey
{
    public const string Phone = "phone";
    public const string Email = "email";

    private const string MessengerPrefix = "messenger:";

    private ContactKey() { }

    public Guid OrganizationId { get; private init; }
    public string ExternalId { get; private init; } = "";

    /// <summary><see cref="Phone"/>, <see cref="Email"/>, or <c>messenger:</c> with the messenger's kind.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>A phone in E.164, an e-mail key, or the id that the messenger gives.</summary>
    public string Value { get; private init; } = "";

    public static string Messenger(string kind) => MessengerPrefix + kind;

    /// <summary>The messenger's kind, or null for phones and addresses.</summary>
    public string? MessengerKind => Kind.StartsWith(MessengerPrefix, StringComparison.Ordinal) ? Kind[MessengerPrefix.Length..] : null;

    public static ContactKey Of(Contact contact, string kind, string value) => new()
    {
        OrganizationId = contact.OrganizationId, ExternalId = contact.ExternalId, Kind = kind, Value = value,
    };
}
