using ClientChats.Application.Messages;
using ClientChats.Domain.Files;

namespace ClientChats.Application.Files;

/// <summary>A file as its readers know it. Its content is at <c>GET /files/{id}</c>.</summary>
/// <param name="Id">The id; it opens nothing by itself.</param>
/// <param name="Name">At most 200 characters, without a path.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="ContentType">What it is by its first bytes; where they do not tell, what its sender said.</param>
/// <param name="Kind">Pictures, films, sounds and PDF may be shown in place; everything else is only downloaded.</param>
/// <param name="Width">Of a picture as it is shown: its width in pixels.</param>
/// <param name="Height">Of a picture as it is shown: its height in pixels.</param>
public sealed record FileView(Guid Id, string Name, long Size, string ContentType, FileKind Kind, int? Width, int? Height)
{
    /// <summary>That it is a final version in this message; absent where it is none.</summary>
    public FinalView? Final { get; init; }

    public static FileView Of(AttachedFile file) => new(file.Id, file.Name, file.Size, file.ContentType, FileType.Named(file.ContentType).Kind, file.Width, file.Height);
}

/// <summary>A file that was just uploaded.</summary>
/// <param name="Id">The id, to be given as one of <c>attachmentIds</c>; it opens nothing by itself.</param>
/// <param name="Name">At most 200 characters, without a path.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="ContentType">What it is by its first bytes; where they do not tell, what its sender said.</param>
/// <param name="Sha256">The SHA-256 of its content, in hexadecimal digits.</param>
/// <param name="Kind">Pictures, films, sounds and PDF may be shown in place; everything else is only downloaded.</param>
/// <param name="Width">Of a picture as it is shown: its width in pixels.</param>
/// <param name="Height">Of a picture as it is shown: its height in pixels.</param>
public sealed record UploadedFile(Guid Id, string Name, long Size, string ContentType, string Sha256, FileKind Kind, int? Width, int? Height)
{
    public static UploadedFile Of(StoredFile file) => new(file.Id, file.Name, file.Size, file.ContentType, file.Sha256, FileType.Named(file.ContentType).Kind, file.Width, file.Height);
}
