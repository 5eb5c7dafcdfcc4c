using System.Security.Cryptography;
using ClientChats.Application.Files;
using ClientChats.Infrastructure.Files;
using Microsoft.Extensions.Options;
using FileOptions = ClientChats.Infrastructure.Files.FileOptions;

namespace ClientChats.Application.Tests.Files;

/// <summary>What a store of contents promises, held for every store that there is.</summary>
public abstract class FileStoreTests
{
    private static readonly Guid Organization = Guid.NewGuid();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal abstract IFileStore Store { get; }

    [Theory]
    [InlineData(1), InlineData(70_000), InlineData(40_000_000)]
    public async Task A_content_comes_out_as_it_went_in_from_any_place(int size)
    {
        var (sha256, content) = await KeepAsync(size);

        (await ReadAsync(sha256, 0)).ShouldBe(content);
        (await ReadAsync(sha256, size / 2)).ShouldBe(content[(size / 2)..]);
        (await ReadAsync(sha256, size - 1)).ShouldBe(content[^1..]);
    }

    [Fact]
    public async Task The_same_content_is_kept_once_listed_and_gone_when_deleted()
    {
        var (sha256, content) = await KeepAsync(1000);
        await KeepAsync(content);

        (await ListAsync()).Count(kept => kept == sha256).ShouldBe(1);
        await Store.DeleteAsync(Organization, sha256, Stop);
        (await ListAsync()).ShouldNotContain(sha256);
        await Should.ThrowAsync<Exception>(() => ReadAsync(sha256, 0));
        await Store.DeleteAsync(Organization, sha256, Stop);
    }

    private async Task<(string Sha256, byte[] Content)> KeepAsync(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        return (await KeepAsync(content), content);
    }

    private async Task<string> KeepAsync(byte[] content)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, content, Stop);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        await Store.KeepAsync(Organization, sha256, path, Stop);
        File.Delete(path);
        return sha256;
    }

    private async Task<byte[]> ReadAsync(string sha256, long from)
    {
        await using var stream = await Store.OpenAsync(Organization, sha256, from, Stop);
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, Stop);
        return read.ToArray();
    }

    private async Task<List<string>> ListAsync()
    {
        var kept = new List<string>();
        await foreach (var content in Store.ListAsync(Organization, Stop)) kept.Add(content.Sha256);
        return kept;
    }
}

public sealed class LocalFileStoreTests : FileStoreTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("clientchats-store-").FullName;

    internal override IFileStore Store => new LocalFileStore(Options.Create(new FileOptions { Path = _folder }));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class S3FileStoreTests : FileStoreTests, IClassFixture<CephGateway>, IDisposable
{
    private readonly S3FileStore? _store;

    public S3FileStoreTests(CephGateway ceph)
    {
        Assert.SkipWhen(ceph.Missing is not null, ceph.Missing ?? "");
        _store = new S3FileStore(ceph.Options);
    }

    internal override IFileStore Store => _store!;

    public void Dispose() => _store?.Dispose();
}
