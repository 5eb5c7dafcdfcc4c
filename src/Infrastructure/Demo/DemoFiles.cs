using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ClientChats.Infrastructure.Demo;

/// <summary>A file that somebody of the demo company has sent.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">What is in it.</param>
internal sealed record DemoFile(string Name, byte[] Content)
{
    /// <summary>Who marked it as final.</summary>
    public DemoPerson? FinalBy { get; init; }

    /// <summary>The version whose place it took then.</summary>
    public DemoFile? InsteadOf { get; init; }

    public DemoFile Final(DemoPerson by, DemoFile? insteadOf = null) => this with { FinalBy = by, InsteadOf = insteadOf };
}

/// <summary>Sketches, plans and papers, drawn here so that the demo carries no pictures of others.</summary>
internal static class DemoFiles
{
    private const int Grey = 0xE3E8E6;
    private const int Dark = 0x5D6A65;
    private const int Green = 0x0B6A57;
    private const int Camomile = 0xF2C94C;

    public static readonly DemoFile HomeFirst = new("Главная, вариант 1.png", Sketch(640, 420, (0, 0, 640, 48, Green), (24, 72, 280, 28, Dark), (24, 124, 184, 130, Grey), (228, 124, 184, 130, Grey), (432, 124, 184, 130, Grey), (24, 274, 184, 130, Grey), (228, 274, 184, 130, Grey), (432, 274, 184, 130, Grey)));
    public static readonly DemoFile HomeSecond = new("Главная, вариант 2.png", Sketch(640, 420, (0, 0, 640, 48, Green), (0, 48, 640, 300, Camomile), (40, 240, 300, 36, Dark), (40, 292, 140, 32, Green), (24, 368, 592, 28, Grey)));
    public static readonly DemoFile HomeThird = new DemoFile("Главная, вариант 3.png", Sketch(640, 420, (0, 0, 640, 48, Green), (0, 48, 640, 150, Camomile), (40, 110, 260, 32, Dark), (40, 154, 120, 28, Green), (24, 218, 184, 90, Grey), (228, 218, 184, 90, Grey), (432, 218, 184, 90, Grey), (24, 322, 184, 90, Grey), (228, 322, 184, 90, Grey), (432, 322, 184, 90, Grey))).Final(DemoPeople.Gromov);
    public static readonly DemoFile EstimateFirst = new DemoFile("Смета и этапы v1.pdf", Paper(0)).Final(DemoPeople.Ershova);
    public static readonly DemoFile EstimateSecond = new DemoFile("Смета и этапы v2.pdf", Paper(1)).Final(DemoPeople.Ershova, insteadOf: EstimateFirst);
    public static readonly DemoFile ContractSecond = new DemoFile("Договор, Орловы v2.pdf", Paper(2)).Final(DemoPeople.Sokolov);
    public static readonly DemoFile ContractThird = new DemoFile("Договор, Орловы v3.pdf", Paper(3)).Final(DemoPeople.Sokolov, insteadOf: ContractSecond);
    public static readonly DemoFile Roof = new("Узлы кровли, Заречная.pdf", Plan());
    public static readonly DemoFile Crews = new("График бригад, ноябрь.csv", Encoding.UTF8.GetBytes("\uFEFFобъект;работы;срок\nКузьмины;сруб;12.11\nКузьмины;печь;14.11\nТитовы;плита;пятница\n"));

    /// <summary>A picture of coloured rectangles on white: left, top, width, height, colour.</summary>
    private static byte[] Sketch(int width, int height, params (int X, int Y, int Width, int Height, int Colour)[] parts)
    {
        var rows = new byte[height * (1 + width * 3)];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var colour = parts.LastOrDefault(part => x >= part.X && x < part.X + part.Width && y >= part.Y && y < part.Y + part.Height) is { Width: > 0 } part ? part.Colour : 0xFFFFFF;
                var at = y * (1 + width * 3) + 1 + x * 3;
                (rows[at], rows[at + 1], rows[at + 2]) = ((byte)(colour >> 16), (byte)(colour >> 8), (byte)colour);
            }
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(rows);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Checksum(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var one in data)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? sum >> 1 ^ 0xEDB88320u : sum >> 1;
        }

        return ~sum;
    }

    /// <summary>A page with a heading and lines where words would be; each version has a few more.</summary>
    private static byte[] Paper(int version)
    {
        var drawing = new StringBuilder("0.04 0.42 0.34 rg 56 760 220 18 re f 0.78 0.82 0.80 rg ");
        for (var line = 0; line < 18 + version * 3; line++) drawing.Append(CultureInfo.InvariantCulture, $"56 {724 - line * 22} {(line % 5 == 4 ? 260 : 480 - line * 37 % 60)} 8 re f ");
        return Page(drawing.Append(CultureInfo.InvariantCulture, $"0.36 0.42 0.40 RG 56 80 m 236 80 l 320 80 m 500 80 l S").ToString());
    }

    /// <summary>A house from the side: two floors under a roof.</summary>
    private static byte[] Plan() => Page(
        "1.5 w 0.08 0.13 0.11 RG 120 360 m 120 540 l 300 660 l 480 540 l 480 360 l h S 90 520 m 300 660 l 510 520 l S 120 450 m 480 450 l S 210 360 80 60 re S 330 380 70 50 re S 180 470 60 50 re S 350 470 60 50 re S 60 360 m 540 360 l S");

    private static byte[] Page(string drawing)
    {
        string[] parts =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var part in parts)
        {
            places.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{part}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) text.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        return Encoding.ASCII.GetBytes(text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString());
    }
}
