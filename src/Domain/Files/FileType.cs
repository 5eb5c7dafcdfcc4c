namespace ClientChats.Domain.Files;

/// <summary>What a file is to its reader.</summary>
public enum FileKind { Image, Video, Audio, Pdf, Other }

/// <summary>What a file is by its first bytes; what its sender calls it is only a claim.</summary>
public sealed record FileType(FileKind Kind, string ContentType)
{
    /// <summary>How many bytes from the beginning are looked at.</summary>
    public const int HeadLength = 64;

    public const string Unknown = "application/octet-stream";

    /// <summary>Every type that a browser may show by itself. Nothing that could run as a page or a script belongs here.</summary>
    private static readonly FileType[] Shown =
    [
        new(FileKind.Image, "image/png"), new(FileKind.Image, "image/jpeg"), new(FileKind.Image, "image/gif"), new(FileKind.Image, "image/webp"), new(FileKind.Pdf, "application/pdf"),
        new(FileKind.Video, "video/mp4"), new(FileKind.Video, "video/quicktime"), new(FileKind.Video, "video/webm"),
        new(FileKind.Audio, "audio/mp4"), new(FileKind.Audio, "audio/mpeg"), new(FileKind.Audio, "audio/ogg"), new(FileKind.Audio, "audio/wav"),
    ];

    /// <summary>The types of pictures and films.</summary>
    public static IReadOnlyList<string> Media { get; } = [.. Shown.Where(type => type.Kind is FileKind.Image or FileKind.Video).Select(type => type.ContentType)];

    /// <summary>The type by which a file is known, from what it is and, where that cannot be told, from what its sender says.</summary>
    public static FileType Of(ReadOnlySpan<byte> head, string? declared)
    {
        if (Sniff(head) is { } sniffed) return Named(sniffed);

        // Whoever says it is a picture, and it is none, is not believed.
        var claim = TidyClaim(declared);
        var believed = claim is not null && !claim.StartsWith("image/", StringComparison.Ordinal)
            && !claim.StartsWith("video/", StringComparison.Ordinal) && !claim.StartsWith("audio/", StringComparison.Ordinal) && Array.Find(Shown, type => type.ContentType == claim) is null;
        return new FileType(FileKind.Other, believed ? claim! : Unknown);
    }

    /// <summary>What a sender says a file is, where that is a type at all.</summary>
    public static string? TidyClaim(string? declared) =>
        declared?.Split(';')[0].Trim().ToLowerInvariant() is { Length: > 2 and <= 100 } claim && IsWellFormed(claim) ? claim : null;

    /// <summary>The type of a stored file.</summary>
    public static FileType Named(string contentType) => Array.Find(Shown, type => type.ContentType == contentType) ?? new FileType(FileKind.Other, contentType);

    private static string? Sniff(ReadOnlySpan<byte> head) => head switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => "audio/wav",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => "application/pdf",
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] => "audio/ogg",
        [(byte)'I', (byte)'D', (byte)'3', < 0x10, < 0x10, ..] => "audio/mpeg",
        [0x1A, 0x45, 0xDF, 0xA3, ..] when head.IndexOf("webm"u8) > 0 => "video/webm",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'M', (byte)'4', (byte)'A', ..] => "audio/mp4",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'q', (byte)'t', (byte)' ', (byte)' ', ..] => "video/quicktime",
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'i' or (byte)'m' or (byte)'M' or (byte)'a' or (byte)'d', ..] when !IsStillPicture(head) => "video/mp4",
        _ => null,
    };

    /// <summary>HEIC and AVIF wear the clothes of a film.</summary>
    private static bool IsStillPicture(ReadOnlySpan<byte> head) => head[8..12].SequenceEqual("mif1"u8) || head[8..12].SequenceEqual("msf1"u8) || head[8..12].SequenceEqual("avif"u8) || head[8..12].SequenceEqual("avis"u8);

    private static bool IsWellFormed(string type) =>
        type.Count(c => c == '/') == 1 && type[0] != '/' && type[^1] != '/' && type.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '/' or '.' or '-' or '+' or '_');
}
