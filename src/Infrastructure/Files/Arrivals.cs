using System.Collections.Concurrent;
using System.Security.Cryptography;
using ClientChats.Application.Files;
using ClientChats.Domain.Files;
using ClientChats.Domain.Kernel;
using Microsoft.Extensions.Options;

namespace ClientChats.Infrastructure.Files;

internal sealed class Arrivals(IOptions<FileOptions> options) : IArrivals
{
    private const int Chunk = 128 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, Writer> _writers = new();

    public long SizeOf(Guid id) => new FileInfo(PathOf(id)) is { Exists: true } file ? file.Length : 0;

    public string PathOf(Guid id) => Path.Combine(options.Value.Folder, "arriving", id.ToString());

    public async Task<IAsyncDisposable> TakeOverAsync(Guid id, CancellationToken ct)
    {
        var mine = new Writer(this, id);
        var giveUp = DateTime.UtcNow + Patience;
        while (_writers.GetOrAdd(id, mine) is var present && present != mine)
        {
            present.Stop.Cancel();
            if (DateTime.UtcNow > giveUp) throw new RefusedException(FileRefusals.UploadBusy);
            await Task.WhenAny(present.Done.Task, Task.Delay(TimeSpan.FromSeconds(1), ct));
            ct.ThrowIfCancellationRequested();
        }

        return mine;
    }

    public async Task<long> AppendAsync(Guid id, Stream content, long upTo, CancellationToken ct)
    {
        Disk.MakeFolder(Path.GetDirectoryName(PathOf(id))!);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, _writers.TryGetValue(id, out var writer) ? writer.Stop.Token : default);
        await using var file = new FileStream(PathOf(id), new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.Read, BufferSize = 0, Options = System.IO.FileOptions.Asynchronous });
        file.Seek(0, SeekOrigin.End);

        var buffer = new byte[Chunk];
        while (file.Position <= upTo)
        {
            var most = (int)Math.Min(buffer.Length, upTo + 1 - file.Position);
            var read = await ReadAsync(content, buffer.AsMemory(0, most), stop.Token, ct);
            if (read == 0) break;
            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None);
        }

        return file.Position;
    }

    private static async ValueTask<int> ReadAsync(Stream content, Memory<byte> buffer, CancellationToken stop, CancellationToken ct)
    {
        try
        {
            return await content.ReadAsync(buffer, stop);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new RefusedException(FileRefusals.UploadBusy);
        }
    }

    public void Cut(Guid id, long size)
    {
        using var file = File.OpenHandle(PathOf(id), FileMode.Open, FileAccess.Write);
        RandomAccess.SetLength(file, size);
    }

    public async Task<FileContent> ExamineAsync(Guid id, string? declaredType, CancellationToken ct)
    {
        Disk.FlushFile(PathOf(id));
        await using var file = new FileStream(PathOf(id), new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Options = System.IO.FileOptions.Asynchronous | System.IO.FileOptions.SequentialScan, BufferSize = Chunk });
        var head = new byte[FileType.HeadLength];
        var type = FileType.Of(head.AsSpan(0, await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)), declaredType);
        file.Position = 0;
        var picture = PictureSize.Read(type.ContentType, file);
        file.Position = 0;
        return new FileContent(file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)), type, picture);
    }

    public void Drop(Guid id)
    {
        if (File.Exists(PathOf(id))) File.Delete(PathOf(id));
    }

    public IReadOnlyList<Guid> LeftBefore(DateTimeOffset time)
    {
        var folder = new DirectoryInfo(Path.Combine(options.Value.Folder, "arriving"));
        return folder.Exists ? [.. folder.EnumerateFiles().Where(file => file.LastWriteTimeUtc < time.UtcDateTime && Guid.TryParse(file.Name, out _)).Select(file => Guid.Parse(file.Name))] : [];
    }

    /// <summary>The one who may write to an arrival; whoever comes after him stops him.</summary>
    private sealed class Writer(Arrivals arrivals, Guid id) : IAsyncDisposable
    {
        public CancellationTokenSource Stop { get; } = new();

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask DisposeAsync()
        {
            arrivals._writers.TryRemove(KeyValuePair.Create(id, this));
            Done.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
