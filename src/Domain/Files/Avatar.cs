using System.Buffers.Binary;
using ClientChats.Domain.Kernel;

namespace ClientChats.Domain.Files;

/// <summary>What may be the picture of a person or of a conversation: a PNG, JPEG, GIF or WebP of moderate size that ends where its picture ends, so that nothing else hides behind it.</summary>
public static class Avatar
{
    public const long MaxBytes = 5_000_000;

    /// <summary>The longest side, in pixels.</summary>
    public const int MaxSide = 4096;

    /// <summary>Refuses what may not be one.</summary>
    /// <param name="contentType">What it is by its first bytes.</param>
    /// <param name="size">Its size as a picture, as its header says.</param>
    /// <param name="content">The whole content.</param>
    public static void Check(string contentType, PictureSize? size, ReadOnlySpan<byte> content)
    {
        Refuse.If(content.Length > MaxBytes, FileRefusals.PictureTooLarge);
        Refuse.If(size is null, FileRefusals.NotAPicture);
        Refuse.If(size!.Width > MaxSide || size.Height > MaxSide, FileRefusals.PictureTooLarge);
        var isWhole = contentType switch
        {
            "image/png" => EndOfPng(content) == content.Length,
            "image/jpeg" => EndOfJpeg(content) == content.Length,
            "image/gif" => EndOfGif(content) == content.Length,
            "image/webp" => content.Length >= 12 && 8 + (long)BinaryPrimitives.ReadUInt32LittleEndian(content[4..]) == content.Length,
            _ => false,
        };
        Refuse.Unless(isWhole, FileRefusals.NotAPicture);
    }

    /// <summary>Where the last chunk ends; -1 where there is none.</summary>
    private static long EndOfPng(ReadOnlySpan<byte> content)
    {
        for (long at = 8; at + 12 <= content.Length;)
        {
            var chunk = content[(int)at..];
            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
            if (chunk[4..8].SequenceEqual("IEND"u8)) return at;
        }

        return -1;
    }

    /// <summary>Where the picture's end is marked; within its data a marker's first byte is followed by 0 or by a number of a restart.</summary>
    private static int EndOfJpeg(ReadOnlySpan<byte> content)
    {
        for (var at = 2; at + 4 <= content.Length;)
        {
            if (content[at] != 0xFF) return -1;
            var (marker, length) = (content[at + 1], BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]));
            if (length < 2) return -1;
            at += 2 + length;
            if (marker != 0xDA) continue;

            while (at + 2 <= content.Length && !(content[at] == 0xFF && content[at + 1] is not (0 or 0xFF or >= 0xD0 and <= 0xD7))) at++;
            if (at + 2 <= content.Length && content[at + 1] == 0xD9) return at + 2;
        }

        return -1;
    }

    private static int EndOfGif(ReadOnlySpan<byte> content)
    {
        if (content.Length < 13) return -1;
        for (var at = 13 + TableAt(content, 10); at < content.Length;)
        {
            switch (content[at])
            {
                case 0x3B:
                    return at + 1;
                case 0x21:
                    at += 2;
                    break;
                case 0x2C when at + 10 <= content.Length:
                    at += 11 + TableAt(content, at + 9);
                    break;
                default:
                    return -1;
            }

            while (at < content.Length && content[at] != 0) at += content[at] + 1;
            at++;
        }

        return -1;

        static int TableAt(ReadOnlySpan<byte> content, int flags) => (content[flags] & 0x80) == 0 ? 0 : 3 << (content[flags] & 7) + 1;
    }
}
