using System.Buffers.Binary;

namespace ClientChats.Domain.Files;

/// <summary>How large a picture is shown, read from its header; nothing is ever decoded.</summary>
public sealed record PictureSize(int Width, int Height)
{
    /// <summary>Sizes of the segments before a JPEG's frame header add up to less than this in any sound file.</summary>
    private const int LongestHeader = 4_000_000;

    /// <summary>Null where the file is no picture, or its header does not say.</summary>
    public static PictureSize? Read(string contentType, Stream content)
    {
        try
        {
            var size = contentType switch
            {
                "image/png" => ReadPng(content),
                "image/gif" => ReadGif(content),
                "image/webp" => ReadWebP(content),
                "image/jpeg" => ReadJpeg(content),
                _ => null,
            };
            return size is { Width: > 0, Height: > 0 } ? size : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static PictureSize? ReadPng(Stream content)
    {
        var head = Take(content, 24);
        return head.AsSpan(12, 4).SequenceEqual("IHDR"u8) ? new PictureSize(BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(20))) : null;
    }

    private static PictureSize ReadGif(Stream content)
    {
        var head = Take(content, 10);
        return new PictureSize(BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(6)), BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)));
    }

    private static PictureSize? ReadWebP(Stream content)
    {
        var head = Take(content, 30);
        switch (head.AsSpan(12, 4))
        {
            case [(byte)'V', (byte)'P', (byte)'8', (byte)' ']:
                return new PictureSize(BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(26)) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(28)) & 0x3FFF);
            case [(byte)'V', (byte)'P', (byte)'8', (byte)'L']:
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(21));
                return new PictureSize((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
            case [(byte)'V', (byte)'P', (byte)'8', (byte)'X']:
                return new PictureSize((head[24] | head[25] << 8 | head[26] << 16) + 1, (head[27] | head[28] << 8 | head[29] << 16) + 1);
            default:
                return null;
        }
    }

    /// <summary>Walks the segments up to the frame header; a camera that was held upright says so in its Exif segment.</summary>
    private static PictureSize? ReadJpeg(Stream content)
    {
        Take(content, 2);
        var isTurned = false;
        for (var read = 2; read < LongestHeader;)
        {
            var marker = Take(content, 4);
            if (marker[0] != 0xFF) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(marker.AsSpan(2));
            if (length < 2) return null;
            var segment = Take(content, length - 2);
            read += length + 2;

            if (marker[1] == 0xE1) isTurned |= SaysTurned(segment);
            if (marker[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && segment.Length >= 5)
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(1)), width = BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(3));
                return isTurned ? new PictureSize(height, width) : new PictureSize(width, height);
            }

            if (marker[1] == 0xDA) return null;
        }

        return null;
    }

    private static bool SaysTurned(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14 || !exif.StartsWith("Exif\0\0"u8)) return false;
        var tiff = exif[6..];
        var isLittle = tiff.StartsWith("II"u8);
        var directory = isLittle ? BinaryPrimitives.ReadInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadInt32BigEndian(tiff[4..]);
        if (directory < 8 || directory > tiff.Length - 2) return false;

        var count = Short(tiff[directory..], isLittle);
        for (var i = 0; i < count && directory + 14 + i * 12 <= tiff.Length; i++)
        {
            var field = tiff.Slice(directory + 2 + i * 12, 12);
            if (Short(field, isLittle) == 0x0112) return Short(field[8..], isLittle) is >= 5 and <= 8;
        }

        return false;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static byte[] Take(Stream content, int count)
    {
        var bytes = new byte[count];
        content.ReadExactly(bytes);
        return bytes;
    }
}
