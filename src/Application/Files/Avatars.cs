using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Files;

/// <summary>A picture as it is sent: its type, its content, and by what it is known to be the same.</summary>
public sealed record AvatarContent(Guid OrganizationId, Guid FileId, string ContentType, string Sha256);

/// <summary>Makes uploads into pictures of people and conversations. Such a file is held like one of a message; nobody sees it as a file any more.</summary>
internal sealed class Avatars(IClientChatsDb db, IFileStore store, TimeProvider time)
{
    /// <summary>Refuses what is no upload of this person's, and what may be no picture. No lock is held while the content is read.</summary>
    public async Task ExamineAsync(Guid fileId, Viewer by, CancellationToken ct)
    {
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(
            f => f.OrganizationId == by.OrganizationId && f.Id == fileId && f.UploaderId == by.MemberId && f.State == FileState.Ready && f.AttachedAt == null, ct);
        if (file is null) throw NotAttachable();
        Refuse.If(file.Size > Avatar.MaxBytes, FileRefusals.PictureTooLarge);

        var content = new byte[file.Size];
        await using (var stream = await store.OpenAsync(by.OrganizationId, file.Sha256, 0, ct)) await stream.ReadExactlyAsync(content, ct);
        Avatar.Check(file.ContentType, file is { Width: { } width, Height: { } height } ? new PictureSize(width, height) : null, content);
    }

    /// <summary>Holds the file, unless somebody was quicker; within the transaction that shows it.</summary>
    public async Task HoldAsync(Guid fileId, Viewer by, CancellationToken ct)
    {
        var now = time.GetUtcNow().ToUniversalTime();
        var held = await db.Files.Where(f => f.OrganizationId == by.OrganizationId && f.Id == fileId && f.UploaderId == by.MemberId && f.AttachedAt == null)
            .ExecuteUpdateAsync(file => file.SetProperty(f => f.AttachedAt, now), ct);
        if (held == 0) throw NotAttachable();
    }

    private static RefusedException NotAttachable() => new(FileRefusals.NotAttachable) { Field = "fileId" };
}
