using ClientChats.Application.Kernel;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;

namespace ClientChats.Application.Files;

/// <summary>A file whose content the viewer may have at this moment: one of his own that waits, or one that a message holds which he sees.</summary>
public sealed record OpenFile(Guid Id) : IQuery<ReadableFile>, IForMembers
{
    internal sealed class Handler(IFileSight sight, IViewerContext current) : IQueryHandler<OpenFile, ReadableFile>
    {
        public async Task<ReadableFile> Handle(OpenFile query, CancellationToken cancellationToken) =>
            await sight.FindAsync(current.Viewer, query.Id, cancellationToken) ?? throw new RefusedException(FileRefusals.NotFound);
    }
}
