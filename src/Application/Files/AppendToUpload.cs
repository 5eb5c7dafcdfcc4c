using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using MediatR;

namespace ClientChats.Application.Files;

/// <summary>The next part of an upload arrives. However it ends, what has come to disk stays; with the last byte the file is there.</summary>
public sealed record AppendToUpload(Guid Id, long Offset, Stream Content) : IRequest<UploadState>, IForMembers
{
    internal sealed class Handler(Uploads uploads, IArrivals arrivals) : IRequestHandler<AppendToUpload, UploadState>
    {
        public async Task<UploadState> Handle(AppendToUpload request, CancellationToken cancellationToken)
        {
            var upload = await uploads.OpenAsync(request.Id, cancellationToken);
            await using var writing = await arrivals.TakeOverAsync(upload.Id, cancellationToken);
            Refuse.Unless(arrivals.SizeOf(upload.Id) == request.Offset, FileRefusals.OffsetWrong);

            var size = await arrivals.AppendAsync(upload.Id, request.Content, upload.Size, cancellationToken);
            if (size > upload.Size)
            {
                arrivals.Cut(upload.Id, request.Offset);
                throw new RefusedException(FileRefusals.TooLarge);
            }

            return size == upload.Size ? await uploads.FinishAsync(upload, cancellationToken) : new UploadState(upload.Id, size, upload.Size, upload.ExpiresAt);
        }
    }
}
