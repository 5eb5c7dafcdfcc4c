using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using MediatR;

namespace ClientChats.Application.Files;

/// <summary>Somebody uploads a file in one go. Until he attaches it to a message, only he sees it.</summary>
/// <remarks>It stays outside the saving pipeline: no transaction waits for a slow connection.</remarks>
public sealed record ReceiveFile(string Name, string? DeclaredType, Stream Content, bool IsAvatar = false) : IRequest<UploadedFile>, IForMembers
{
    internal sealed class Handler(UploadRight right, IArrivals arrivals, IFileKeeper keeper, FileLimits limits, IViewerContext current, TimeProvider time) : IRequestHandler<ReceiveFile, UploadedFile>
    {
        public async Task<UploadedFile> Handle(ReceiveFile request, CancellationToken cancellationToken)
        {
            var by = current.Viewer;
            await right.TakeAsync(by, request.IsAvatar, cancellationToken);
            var room = await keeper.RoomAsync(by.OrganizationId, cancellationToken);

            var largest = request.IsAvatar ? Math.Min(Avatar.MaxBytes, limits.Largest) : limits.Largest;
            var id = Guid.NewGuid();
            try
            {
                var size = await arrivals.AppendAsync(id, request.Content, Math.Min(largest, room), cancellationToken);
                Refuse.If(size == 0, FileRefusals.Empty);
                Refuse.If(size > largest, FileRefusals.TooLarge);
                Refuse.If(size > room, FileRefusals.QuotaReached);

                var content = await arrivals.ExamineAsync(id, request.DeclaredType, cancellationToken);
                if (request.IsAvatar) Avatar.Check(content.Type.ContentType, content.Picture, await File.ReadAllBytesAsync(arrivals.PathOf(id), cancellationToken));
                var file = StoredFile.Arrived(by.OrganizationId, id, by.MemberId, request.Name, request.DeclaredType, content, time.GetUtcNow());
                await keeper.KeepAsync(file, finishes: false, cancellationToken);
                return UploadedFile.Of(file);
            }
            finally
            {
                arrivals.Drop(id);
            }
        }
    }
}
