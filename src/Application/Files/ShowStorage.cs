using ClientChats.Application.Kernel;

namespace ClientChats.Application.Files;

/// <summary>The room that files of the organization take.</summary>
/// <param name="Used">How many bytes they have, unfinished uploads included.</param>
/// <param name="Allowed">How many bytes they may have.</param>
/// <param name="LargestFile">How large one of them may be, in bytes.</param>
public sealed record StorageView(long Used, long Allowed, long LargestFile);

/// <summary>Administrators see how much room files take, and how much there is.</summary>
public sealed record ShowStorage : IQuery<StorageView>, IForAdministrators
{
    internal sealed class Handler(IFileKeeper keeper, FileLimits limits, IViewerContext current) : IQueryHandler<ShowStorage, StorageView>
    {
        public async Task<StorageView> Handle(ShowStorage query, CancellationToken cancellationToken) =>
            new(await keeper.UsedAsync(current.Viewer.OrganizationId, cancellationToken), limits.Quota, limits.Largest);
    }
}
