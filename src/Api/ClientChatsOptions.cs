namespace ClientChats.Api;

/// <summary>The settings under <c>ClientChats</c>; the README's table says what each one means.</summary>
internal sealed class ClientChatsOptions
{
    public const string Section = "ClientChats";

    /// <summary>Where the embedded database, files and keys are kept.</summary>
    public string DataPath { get; set; } = "data";

    /// <summary>Whether an empty database is filled with the demo company; unset: in Development only.</summary>
    public bool? Demo { get; set; }

    /// <summary>Whether the development bridge may be used outside Development.</summary>
    public bool DevelopmentBridge { get; set; }

    /// <summary>The address that links in mails begin with; unset: the one that the app listens on.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Whether a checkout builds the single-page app before it starts in Development; tests of the API do without.</summary>
    public bool BuildWebApp { get; set; } = true;

    public DatabaseOptions Database { get; set; } = new();

    internal sealed class DatabaseOptions
    {
        /// <summary>Lets the app run on a server that may lose what it has acknowledged; for tests.</summary>
        public bool AllowUnsafe { get; set; }
    }
}
