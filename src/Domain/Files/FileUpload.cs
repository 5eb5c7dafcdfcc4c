using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Files;

/// <summary>A file that arrives in parts, over as many connections as it takes. The file that it becomes has the same id.</summary>
public sealed class FileUpload
{
    private FileUpload() { }

    public Guid OrganizationId { get; private init; }
    public Guid Id { get; private init; }
    public Guid UploaderId { get; private init; }
    public string Name { get; private init; } = "";
    public string? DeclaredType { get; private init; }

    /// <summary>How large the file will be; the room for it is taken from the beginning.</summary>
    public long Size { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset ExpiresAt => CreatedAt + StoredFile.Waiting;

    public static FileUpload Begin(Guid id, Viewer by, string name, string? declaredType, long size, long largest, DateTimeOffset at)
    {
        Refuse.If(size <= 0, FileRefusals.Empty);
        Refuse.If(size > largest, FileRefusals.TooLarge);
        return new FileUpload
        {
            OrganizationId = by.OrganizationId, Id = id, UploaderId = by.MemberId, Name = FileName.Tidy(name),
            DeclaredType = FileType.TidyClaim(declaredType), Size = size, CreatedAt = at,
        };
    }
}
