using System.Buffers.Binary;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;

namespace ClientChats.Tests;

/// <summary>Files for tests, and the ways of sending them.</summary>
public static class Files
{
    public static byte[] Pdf(string text = "смета") => Encoding.UTF8.GetBytes($"%PDF-1.4\n% {text}\n%%EOF");

    /// <summary>The header of a picture of this size, with nothing behind it.</summary>
    public static byte[] Png(int width, int height, string text = "")
    {
        var bytes = new byte[33];
        new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52 }.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        return [.. bytes, .. Encoding.UTF8.GetBytes(text)];
    }

    /// <summary>A whole picture of one colour.</summary>
    public static byte[] Picture(int side = 64, byte shade = 0x40)
    {
        var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] row = [0, .. Enumerable.Repeat(shade, side * 3)];
            for (var y = 0; y < side; y++) packed.Write(row);
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        (head[8], head[9]) = (8, 2);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", rows.ToArray()), .. Chunk("tEXt", Encoding.ASCII.GetBytes($"once\0{Guid.NewGuid()}")), .. Chunk("IEND", [])];

        static byte[] Chunk(string type, byte[] data)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
            var chunk = new byte[body.Length + 8];
            BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
            body.CopyTo(chunk, 4);
            BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Checksum(body));
            return chunk;
        }

        static uint Checksum(byte[] bytes)
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

    /// <summary>Content that no other content is like.</summary>
    public static byte[] Unique() => Encoding.UTF8.GetBytes($"only once: {Guid.NewGuid()}");

    public static MultipartFormDataContent Form(byte[] content, string name, string type = "application/octet-stream")
    {
        var part = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename*=UTF-8''{Uri.EscapeDataString(name)}");
        return new MultipartFormDataContent { part };
    }

    public static async Task<Answer> UploadAsync(this Caller caller, byte[] content, string name = "смета.pdf", string type = "application/octet-stream") =>
        await caller.SendAsync(HttpMethod.Post, "/files", Form(content, name, type));

    public static async Task<Answer> UploadPictureAsync(this Caller caller, byte[] content) => await caller.SendAsync(HttpMethod.Post, "/files?picture=true", Form(content, "картинка.png", "image/png"));

    /// <summary>Writes a message that holds a new file; answers the file's id and the number of the message.</summary>
    public static async Task<(Guid File, long Number)> AttachAsync(this Caller caller, Guid conversation, byte[]? content = null, string name = "смета.pdf", string text = "")
    {
        var file = (await caller.UploadAsync(content ?? Unique(), name)).Expect(201)["id"].Id;
        return (file, (await caller.PostFilesAsync(conversation, text, file)).Expect(201)["number"].Number);
    }

    public static Task<Answer> PostFilesAsync(this Caller caller, Guid conversation, string text, params Guid[] files) =>
        caller.PostAsync($"/conversations/{conversation}/messages", new { clientMessageId = Guid.NewGuid(), text, attachmentIds = files });
}
