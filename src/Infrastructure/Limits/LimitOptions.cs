namespace ClientChats.Infrastructure.Limits;

/// <summary>How often things may be tried. Every limit is a setting under <c>ClientChats:Limits</c>.</summary>
public sealed class LimitOptions
{
    public const string Section = "ClientChats:Limits";

    /// <summary>Failed sign-ins to one account from one address in 15 minutes; ten times as many from one address, and to one account.</summary>
    public int FailedSignIns { get; set; } = 10;

    /// <summary>Unknown links followed from one address in an hour.</summary>
    public int UnknownTokens { get; set; } = 20;

    /// <summary>Mails to one address in an hour.</summary>
    public int MailsPerAddress { get; set; } = 5;

    /// <summary>Requests for a password reset from one address in an hour.</summary>
    public int PasswordResets { get; set; } = 100;

    /// <summary>Invitations that one administrator sends in a day.</summary>
    public int InvitationsPerDay { get; set; } = 100;

    /// <summary>Messages per second and member, with a burst of three times as many.</summary>
    public int Messages { get; set; } = 10;

    /// <summary>Messages per second and guest, with a burst of five times as many.</summary>
    public int GuestMessages { get; set; } = 2;

    /// <summary>Searches per minute and member, as fast as he likes until they are used up.</summary>
    public int Searches { get; set; } = 120;

    /// <summary>Events per second of one bridge, with a burst of as many; more wait for up to two seconds, and are turned away beyond.</summary>
    public int BridgeEvents { get; set; } = 50;

    /// <summary>Files per minute and member, as fast as he likes until they are used up.</summary>
    public int Uploads { get; set; } = 120;
}
