using ClientChats.Application.Files;
using ClientChats.Domain.Kernel;

namespace ClientChats.Api.Files;

/// <summary>The content of a file on its way to a reader. While it flows, it is asked again whether he may have it; when he may not, it breaks off.</summary>
internal sealed class DownloadStream(IFileStore store, IFileSight sight, Viewer reader, ReadableFile file, TimeProvider time) : Stream
{
    private static readonly TimeSpan Trusted = TimeSpan.FromMilliseconds(250);

    private Stream? _content;
    private long _askedAt = time.GetTimestamp();

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => file.Size;
    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Position >= Length) return 0;
        if (time.GetElapsedTime(_askedAt) >= Trusted)
        {
            // The answer has begun, so breaking it off is the only way left to refuse.
            if (await sight.FindAsync(reader, file.Id, cancellationToken) is null) throw new OperationCanceledException("The reader has lost the file.");
            _askedAt = time.GetTimestamp();
        }

        _content ??= await store.OpenAsync(reader.OrganizationId, file.Sha256, Position, cancellationToken);
        var read = await _content.ReadAsync(buffer, cancellationToken);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        _content?.Dispose();
        _content = null;
        return Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush() { }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _content?.Dispose();
        base.Dispose(disposing);
    }
}
