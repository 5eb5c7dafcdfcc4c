using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using MediatR;

namespace ClientChats.Application.Files;

/// <summary>How far an upload has come: where its client goes on after the connection was lost.</summary>
/// <remarks>Where all of it is there and the file is not, the app was stopped in between; then the file is made now.</remarks>
public sealed record ShowUpload(Guid Id) : IRequest<UploadState>, IForMembers
{
    internal sealed class Handler(Uploads uploads, IArrivals arrivals) : IRequestHandler<ShowUpload, UploadState>
    {
        public async Task<UploadState> Handle(ShowUpload request, CancellationToken cancellationToken)
        {
            if (await uploads.FindAsync(request.Id, cancellationToken) is not { } upload)
                return await uploads.FindFinishedAsync(request.Id, cancellationToken) ?? throw new RefusedException(FileRefusals.UploadNotFound);

            await using var writing = await arrivals.TakeOverAsync(upload.Id, cancellationToken);
            var size = arrivals.SizeOf(upload.Id);
            return size == upload.Size ? await uploads.FinishAsync(upload, cancellationToken) : new UploadState(upload.Id, size, upload.Size, upload.ExpiresAt);
        }
    }
}
