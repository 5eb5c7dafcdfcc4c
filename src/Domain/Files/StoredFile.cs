namespace ClientChats.Domain.Files;

/// <summary>Whether a file's content is still on its way into the store, or safe in it.</summary>
public enum FileState { Arriving, Ready }

/// <summary>A file that somebody has uploaded. Its content never changes; it is attached to at most one message of its uploader.</summary>
public sealed class StoredFile
{
    /// <summary>How many files of one person may wait to be attached.</summary>
    public const int MostWaiting = 200;

    /// <summary>How long a file waits to be attached, and an upload to be finished.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromHours(24);

    private StoredFile() { }

    public Guid OrganizationId { get; private init; }

    /// <summary>Random, so that it cannot be guessed; it is no authority all the same.</summary>
    public Guid Id { get; private init; }
    public Guid UploaderId { get; private init; }
    public string Name { get; private init; } = "";
    public long Size { get; private init; }

    /// <summary>What it is, as far as its first bytes tell.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>What its sender said it is.</summary>
    public string? DeclaredType { get; private init; }

    /// <summary>The SHA-256 of the content, in hexadecimal digits: its name in the store.</summary>
    public string Sha256 { get; private init; } = "";
    public int? Width { get; private init; }
    public int? Height { get; private init; }
    public FileState State { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? AttachedAt { get; private init; }

    public static StoredFile Arrived(Guid organizationId, Guid id, Guid uploaderId, string name, string? declaredType, FileContent content, DateTimeOffset at) => new()
    {
        OrganizationId = organizationId, Id = id, UploaderId = uploaderId, Name = FileName.Tidy(name), DeclaredType = FileType.TidyClaim(declaredType),
        Size = content.Size, ContentType = content.Type.ContentType, Sha256 = content.Sha256, Width = content.Picture?.Width, Height = content.Picture?.Height, CreatedAt = at,
    };
}

/// <summary>What was found out about a content that has arrived.</summary>
public sealed record FileContent(long Size, string Sha256, FileType Type, PictureSize? Picture);

/// <summary>A file as the message that carries it knows it.</summary>
public sealed record AttachedFile(Guid Id, string Name, long Size, string ContentType, int? Width, int? Height);

/// <summary>A message holds a file. Who sees the message sees the file.</summary>
public sealed class EntryFile
{
    /// <summary>A message holds at most this many files.</summary>
    public const int MostOfOne = 10;

    private EntryFile() { }

    public Guid OrganizationId { get; private init; }
    public Guid ConversationId { get; private init; }
    public long Number { get; private init; }

    /// <summary>The place among the files of the message, from 1.</summary>
    public int Position { get; private init; }
    public Guid FileId { get; private init; }

    /// <summary>It came here from another message; a file has only one message that it was attached to.</summary>
    public bool IsForwarded { get; private init; }
}
