using System.Runtime.CompilerServices;
using ClientChats.Application.Files;
using Microsoft.Extensions.Options;

namespace ClientChats.Infrastructure.Files;

/// <summary>Contents in a folder of this machine: one file each, named by its SHA-256, below the organization that it belongs to.</summary>
internal sealed class LocalFileStore(IOptions<FileOptions> options) : IFileStore
{
    public Task KeepAsync(Guid organizationId, string sha256, string arrived, CancellationToken ct)
    {
        var path = PathOf(organizationId, sha256);
        if (File.Exists(path)) return Task.CompletedTask;

        var folder = Path.GetDirectoryName(path)!;
        Disk.MakeFolder(folder);
        File.Move(arrived, path, overwrite: true);
        Disk.FlushFolder(folder);
        return Task.CompletedTask;
    }

    public Task<Stream> OpenAsync(Guid organizationId, string sha256, long from, CancellationToken ct)
    {
        var stream = new FileStream(PathOf(organizationId, sha256), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, Options = System.IO.FileOptions.Asynchronous, BufferSize = 0 });
        stream.Position = from;
        return Task.FromResult<Stream>(stream);
    }

    public Task DeleteAsync(Guid organizationId, string sha256, CancellationToken ct)
    {
        File.Delete(PathOf(organizationId, sha256));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<KeptContent> ListAsync(Guid organizationId, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.CompletedTask;
        var folder = new DirectoryInfo(FolderOf(organizationId));
        if (!folder.Exists) yield break;
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            ct.ThrowIfCancellationRequested();
            yield return new KeptContent(file.Name, file.LastWriteTimeUtc);
        }
    }

    private string PathOf(Guid organizationId, string sha256) => Path.Combine(FolderOf(organizationId), sha256[..2], sha256);

    private string FolderOf(Guid organizationId) => Path.Combine(options.Value.Folder, "contents", organizationId.ToString());
}
