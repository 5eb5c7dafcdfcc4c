using ClientChats.Application.Kernel;
using MediatR;

namespace ClientChats.Application.Files;

/// <summary>Somebody gives up an upload; its room is free at once.</summary>
public sealed record EndUpload(Guid Id) : IRequest, IForMembers
{
    internal sealed class Handler(Uploads uploads, IArrivals arrivals, IFileKeeper keeper) : IRequestHandler<EndUpload>
    {
        public async Task<Unit> Handle(EndUpload request, CancellationToken cancellationToken)
        {
            var upload = await uploads.OpenAsync(request.Id, cancellationToken);
            await using var writing = await arrivals.TakeOverAsync(upload.Id, cancellationToken);
            await keeper.EndAsync(upload, cancellationToken);
            arrivals.Drop(upload.Id);
            return Unit.Value;
        }
    }
}
