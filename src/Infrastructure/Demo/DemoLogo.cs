using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ClientChats.Infrastructure.Demo;

/// <summary>Draws a logo from plain shapes and writes it as PNG.</summary>
internal static class DemoLogo
{
    private const int Side = 256;
    private const int Samples = 4;

    /// <summary>Draws what a function says of each point; the picture reaches from -1 to 1 both ways, downwards.</summary>
    public static byte[] Draw(Func<double, double, int> colourAt)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[1 + Side * 3];
            for (var y = 0; y < Side; y++)
            {
                for (var x = 0; x < Side; x++) Mix(colourAt, x, y).CopyTo(row, 1 + x * 3);
                zip.Write(row);
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Side);
        (head[8], head[9]) = (8, 2);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    public static double Length(double x, double y) => Math.Sqrt(x * x + y * y);

    /// <summary>A point looks at its colour from several places within it, so that edges are smooth.</summary>
    private static byte[] Mix(Func<double, double, int> colourAt, int x, int y)
    {
        var (red, green, blue) = (0, 0, 0);
        for (var i = 0; i < Samples * Samples; i++)
        {
            var colour = colourAt(At(x, i % Samples), At(y, i / Samples));
            (red, green, blue) = (red + (colour >> 16 & 0xFF), green + (colour >> 8 & 0xFF), blue + (colour & 0xFF));
        }

        return [(byte)(red / (Samples * Samples)), (byte)(green / (Samples * Samples)), (byte)(blue / (Samples * Samples))];

        static double At(int pixel, int sample) => (pixel + (sample + 0.5) / Samples) / Side * 2 - 1;
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Checksum(body));
        return chunk;
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320u ^ sum >> 1;
        }

        return ~sum;
    }
}
