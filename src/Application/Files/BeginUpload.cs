using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using MediatR;

namespace ClientChats.Application.Files;

/// <summary>Somebody begins to upload a file that will arrive in parts.</summary>
public sealed record BeginUpload(string Name, string? DeclaredType, long Size) : IRequest<UploadState>, IForMembers
{
    internal sealed class Handler(UploadRight right, IFileKeeper keeper, FileLimits limits, IViewerContext current, TimeProvider time) : IRequestHandler<BeginUpload, UploadState>
    {
        public async Task<UploadState> Handle(BeginUpload request, CancellationToken cancellationToken)
        {
            var by = current.Viewer;
            await right.TakeAsync(by, isAvatar: false, cancellationToken);
            var upload = FileUpload.Begin(Guid.NewGuid(), by, request.Name, request.DeclaredType, request.Size, limits.Largest, time.GetUtcNow());
            await keeper.BeginAsync(upload, cancellationToken);
            return new UploadState(upload.Id, 0, upload.Size, upload.ExpiresAt);
        }
    }
}

/// <summary>How far an upload has come; at its end the file of the same id is there.</summary>
public sealed record UploadState(Guid Id, long Offset, long Size, DateTimeOffset? ExpiresAt);
