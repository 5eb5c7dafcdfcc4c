namespace ClientChats.Infrastructure.Notifications;

/// <summary>The mail server that sends for us; unset, mail stays in the development mailbox.</summary>
public sealed class SmtpOptions
{
    public const string Section = "ClientChats:Smtp";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender, such as <c>ClientChats &lt;chats@example.com&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>Encrypts the connection by STARTTLS.</summary>
    public bool UseTls { get; set; } = true;
}
