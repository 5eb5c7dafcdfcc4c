using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Files;

/// <summary>A content in the store.</summary>
public sealed record KeptContent(string Sha256, DateTimeOffset KeptAt);

/// <summary>Where contents are kept, each once, under its SHA-256. A content that is kept survives the loss of power.</summary>
public interface IFileStore
{
    /// <summary>Takes over a content that has arrived; a content that is there already stays as it is.</summary>
    Task KeepAsync(Guid organizationId, string sha256, string arrived, CancellationToken ct);

    /// <summary>Opens a content at a place.</summary>
    Task<Stream> OpenAsync(Guid organizationId, string sha256, long from, CancellationToken ct);

    Task DeleteAsync(Guid organizationId, string sha256, CancellationToken ct);

    IAsyncEnumerable<KeptContent> ListAsync(Guid organizationId, CancellationToken ct);
}

/// <summary>Where contents arrive: files on this machine, which outlive a restart.</summary>
public interface IArrivals
{
    /// <summary>How much has arrived; what is on disk counts, and nothing else.</summary>
    long SizeOf(Guid id);

    /// <summary>Makes the caller the only writer; one who was writing before, perhaps on a connection that is long lost, is stopped.</summary>
    Task<IAsyncDisposable> TakeOverAsync(Guid id, CancellationToken ct);

    /// <summary>Appends what a stream brings, up to a size and one byte more, which says that there is more; answers the size then.</summary>
    Task<long> AppendAsync(Guid id, Stream content, long upTo, CancellationToken ct);

    /// <summary>Cuts off what is too much.</summary>
    void Cut(Guid id, long size);

    /// <summary>Brings the content safely to disk and finds out what it is.</summary>
    Task<FileContent> ExamineAsync(Guid id, string? declaredType, CancellationToken ct);

    /// <summary>Where the content lies.</summary>
    string PathOf(Guid id);

    void Drop(Guid id);

    /// <summary>What has arrived and was last written to before a time.</summary>
    IReadOnlyList<Guid> LeftBefore(DateTimeOffset time);
}

/// <summary>What was swept: uploads that nobody finished, files that no message holds, contents that no file has.</summary>
public sealed record SweptFiles(int Uploads, int Files, int Contents);

/// <summary>Keeps the rows of files and the room that they take. Each call is a transaction of its own, since contents take long to arrive.</summary>
public interface IFileKeeper
{
    /// <summary>How many bytes the organization keeps.</summary>
    Task<long> UsedAsync(Guid organizationId, CancellationToken ct);

    /// <summary>How many bytes the organization has room for.</summary>
    Task<long> RoomAsync(Guid organizationId, CancellationToken ct);

    /// <summary>Takes the room for an upload; refuses where there is none, or too much of this person waits already.</summary>
    Task BeginAsync(FileUpload upload, CancellationToken ct);

    /// <summary>Puts a content that has arrived into the store; with <paramref name="finishes"/>, the room for it was taken before.</summary>
    Task KeepAsync(StoredFile file, bool finishes, CancellationToken ct);

    /// <summary>Gives up an upload and frees its room.</summary>
    Task EndAsync(FileUpload upload, CancellationToken ct);

    Task<SweptFiles> SweepAsync(Guid organizationId, DateTimeOffset before, CancellationToken ct);
}

/// <summary>A file whose content the reader may have.</summary>
public sealed record ReadableFile(Guid Id, string Name, long Size, FileType Type, string Sha256, DateTimeOffset CreatedAt);

/// <summary>Which files somebody sees, asked by the one predicate in the statement that finds them.</summary>
public interface IFileSight
{
    /// <summary>Null where there is no such file for the reader.</summary>
    Task<ReadableFile?> FindAsync(Viewer reader, Guid fileId, CancellationToken ct);

    Task<Kernel.Page<ConversationFile>> ListAsync(Viewer reader, Guid conversationId, FileGroup? group, string? cursor, int limit, CancellationToken ct);
}

/// <summary>How large a file may be, and how many bytes an organization may keep.</summary>
public sealed record FileLimits(long Largest, long Quota);
