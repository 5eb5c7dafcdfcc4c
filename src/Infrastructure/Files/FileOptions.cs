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

    /// <summary>An S3-compatible store that keeps the contents; without a bucket they stay in the folder.</summary>
    public S3Options S3 { get; set; } = new();

    internal string Folder => Path ?? throw new InvalidOperationException("ClientChats:Files:Path is not set.");
}

/// <summary>How an S3-compatible store is reached.</summary>
public sealed class S3Options
{
    public string? Bucket { get; set; }

    /// <summary>Its address; unset: Amazon's of the region.</summary>
    public string? Endpoint { get; set; }

    public string Region { get; set; } = "us-east-1";
    public string AccessKey { get; set; } = "";
    public string SecretKey { get; set; } = "";

    /// <summary>What the names of objects begin with.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>Whether the bucket stands in the path, as most stores beside Amazon's want it.</summary>
    public bool PathStyle { get; set; } = true;
}
