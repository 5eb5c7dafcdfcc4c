using ClientChats.Domain.Files;

namespace ClientChats.Domain.Tests.Files;

/// <summary>The size of a picture is read from its header, as a browser will show it.</summary>
public sealed class PictureSizeTests
{
    private static readonly byte[] Frame = [0xFF, 0xC0, 0, 11, 8, 0x03, 0x20, 0x02, 0x58, 1, 1, 0x11, 0];

    [Fact]
    public void A_photograph_that_was_taken_upright_is_upright()
    {
        byte[] plain = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, .. Frame];
        byte[] turned = [0xFF, 0xD8, .. Exif(orientation: 6), .. Frame];

        Read("image/jpeg", plain).ShouldBe(new PictureSize(600, 800));
        Read("image/jpeg", turned).ShouldBe(new PictureSize(800, 600));
    }

    [Fact]
    public void Every_kind_of_picture_says_how_large_it_is()
    {
        Read("image/gif", [.. "GIF89a"u8, 0x20, 0x03, 0x58, 0x02]).ShouldBe(new PictureSize(800, 600));
        Read("image/webp", [.. "RIFF\0\0\0\0WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x1F, 0x03, 0, 0x57, 0x02, 0]).ShouldBe(new PictureSize(800, 600));
        Read("image/webp", [.. "RIFF\0\0\0\0WEBPVP8L"u8, 10, 0, 0, 0, 0x2F, 0x1F, 0xC3, 0x95, 0, 0, 0, 0, 0, 0]).ShouldBe(new PictureSize(800, 600));
        Read("image/webp", [.. "RIFF\0\0\0\0WEBPVP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x20, 0x03, 0x58, 0x02]).ShouldBe(new PictureSize(800, 600));
    }

    [Theory]
    [InlineData("image/png"), InlineData("image/jpeg"), InlineData("image/gif"), InlineData("image/webp"), InlineData("application/pdf")]
    public void Whatever_is_broken_has_no_size_and_breaks_nothing(string type)
    {
        var chance = new Random(1);
        for (var time = 0; time < 2000; time++)
        {
            var content = new byte[chance.Next(200)];
            chance.NextBytes(content);
            if (content.Length > 3) (content[0], content[1], content[2]) = (0xFF, 0xD8, 0xFF);
            Should.NotThrow(() => Read(type, content));
        }
    }

    [Fact]
    public void What_a_file_is_its_first_bytes_tell_and_not_its_sender()
    {
        FileType.Of("%PDF-1.7"u8, "image/png").ShouldBe(new FileType(FileKind.Pdf, "application/pdf"));
        FileType.Of("<svg/>"u8, "image/svg+xml").ShouldBe(new FileType(FileKind.Other, FileType.Unknown));
        FileType.Of("text"u8, "text/plain; charset=utf-8").ShouldBe(new FileType(FileKind.Other, "text/plain"));
        FileType.Of("text"u8, "text/plain\r\nX-Evil: 1").ShouldBe(new FileType(FileKind.Other, FileType.Unknown));
        FileType.Of([.. "\0\0\0\u001Cftypavif"u8], null).ShouldBe(new FileType(FileKind.Other, FileType.Unknown));
        FileType.Of([.. "\0\0\0\u001Cftypisom"u8], null).Kind.ShouldBe(FileKind.Video);
    }

    private static PictureSize? Read(string type, byte[] content) => PictureSize.Read(type, new MemoryStream(content));

    private static byte[] Exif(byte orientation)
    {
        byte[] body = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xE1, 0, (byte)(body.Length + 2), .. body];
    }
}
