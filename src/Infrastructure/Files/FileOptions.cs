namespace ClientChats.Infrastructure.Files;

/// <summary>Where files are kept, and how many. The settings under <c>ClientChats:Files</c>.</summary>
public sealed class FileOptions
{
    public const string Section = "ClientChats:Files";

    /// <summary>The folder of contents and of what arrives; unset: <c>files</c> below the data path.</summary>
    public string? Path { get; set; }

    /// <summary>How large a file may be, in bytes.</summary>
    public long MaxSize { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How many bytes an organization may keep.</summary>
    public long Quota { get; set; } = 100L * 1024 * 1024 * 1024;

    internal string Folder => Path ?? throw new InvalidOperationException("ClientChats:Files:Path is not set.");
}
