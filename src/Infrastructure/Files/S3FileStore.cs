using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.S3.Transfer;
using ClientChats.Application.Files;

namespace ClientChats.Infrastructure.Files;

/// <summary>Contents as objects of an S3-compatible store, named by their SHA-256 below the organization that they belong to.</summary>
internal sealed class S3FileStore(S3Options options) : IFileStore, IDisposable
{
    // Checksums of the newer kind, which the client adds by itself, are not understood by Ceph, Swift and older stores.
    private readonly AmazonS3Client _client = new(new BasicAWSCredentials(options.AccessKey, options.SecretKey), new AmazonS3Config
    {
        ServiceURL = options.Endpoint ?? $"https://s3.{options.Region}.amazonaws.com", AuthenticationRegion = options.Region, ForcePathStyle = options.PathStyle,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    /// <remarks>What was sent is read back: a store that garbles an object must not be the only one to have it.</remarks>
    public async Task KeepAsync(Guid organizationId, string sha256, string arrived, CancellationToken ct)
    {
        var key = KeyOf(organizationId, sha256);
        if (await SizeOfAsync(key, ct) == new FileInfo(arrived).Length) return;

        using (var transfer = new TransferUtility(_client)) await transfer.UploadAsync(arrived, options.Bucket, key, ct);
        await using var stored = await OpenAsync(organizationId, sha256, 0, ct);
        if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stored, ct)) == sha256) return;
        await DeleteAsync(organizationId, sha256, CancellationToken.None);
        throw new IOException($"The store has not kept {key} as it was sent.");
    }

    public async Task<Stream> OpenAsync(Guid organizationId, string sha256, long from, CancellationToken ct)
    {
        var request = new GetObjectRequest { BucketName = options.Bucket, Key = KeyOf(organizationId, sha256) };
        if (from > 0) request.ByteRange = new ByteRange($"bytes={from}-");
        var answer = await _client.GetObjectAsync(request, ct);
        return answer.ResponseStream;
    }

    public Task DeleteAsync(Guid organizationId, string sha256, CancellationToken ct) => _client.DeleteObjectAsync(options.Bucket, KeyOf(organizationId, sha256), ct);

    public async IAsyncEnumerable<KeptContent> ListAsync(Guid organizationId, [EnumeratorCancellation] CancellationToken ct)
    {
        var prefix = KeyOf(organizationId, "");
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = prefix };
        do
        {
            var page = await _client.ListObjectsV2Async(request, ct);
            foreach (var one in page.S3Objects ?? []) yield return new KeptContent(one.Key[prefix.Length..], one.LastModified ?? DateTime.UnixEpoch);
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public void Dispose() => _client.Dispose();

    private async Task<long?> SizeOfAsync(string key, CancellationToken ct)
    {
        try
        {
            return (await _client.GetObjectMetadataAsync(options.Bucket, key, ct)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private string KeyOf(Guid organizationId, string sha256) => $"{options.Prefix}{organizationId}/{sha256}";
}
