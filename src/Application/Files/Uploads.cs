using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace ClientChats.Application.Files;

/// <summary>The uploads of the viewer; those of others do not exist for him.</summary>
internal sealed class Uploads(IClientChatsDb db, IArrivals arrivals, IFileKeeper keeper, IViewerContext current, TimeProvider time)
{
    public async Task<FileUpload> OpenAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ?? throw new RefusedException(FileRefusals.UploadNotFound);

    public async Task<FileUpload?> FindAsync(Guid id, CancellationToken ct)
    {
        var by = current.Viewer;
        var upload = await db.FileUploads.AsNoTracking().SingleOrDefaultAsync(u => u.OrganizationId == by.OrganizationId && u.Id == id && u.UploaderId == by.MemberId, ct);
        return upload?.ExpiresAt > time.GetUtcNow() ? upload : null;
    }

    /// <summary>The file that an upload of the viewer has become, for a client that did not hear of it.</summary>
    public async Task<UploadState?> FindFinishedAsync(Guid id, CancellationToken ct)
    {
        var by = current.Viewer;
        var file = await db.Files.AsNoTracking()
            .SingleOrDefaultAsync(f => f.OrganizationId == by.OrganizationId && f.Id == id && f.UploaderId == by.MemberId && f.State == FileState.Ready && f.AttachedAt == null, ct);
        return file is null ? null : new UploadState(id, file.Size, file.Size, null);
    }

    /// <summary>Makes the file of an upload all of which has arrived.</summary>
    public async Task<UploadState> FinishAsync(FileUpload upload, CancellationToken ct)
    {
        var content = await arrivals.ExamineAsync(upload.Id, upload.DeclaredType, ct);
        await keeper.KeepAsync(StoredFile.Arrived(upload.OrganizationId, upload.Id, upload.UploaderId, upload.Name, upload.DeclaredType, content, time.GetUtcNow()), finishes: true, ct);
        return new UploadState(upload.Id, upload.Size, upload.Size, null);
    }
}
