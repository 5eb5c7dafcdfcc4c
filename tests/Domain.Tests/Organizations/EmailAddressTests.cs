using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Tests.Organizations;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("maria@romashka.example", "maria@romashka.example")]
    [InlineData("  Maria.R+chats@Romashka.Example ", "maria.r+chats@romashka.example")]
    [InlineData("мария@ромашка.рф", "мария@xn--80aa3agjl3d.xn--p1ai")]
    [InlineData("ｍaria@romashka。example", "maria@romashka.example")]
    [InlineData("o'brien_#1@sub.mail-host.co", "o'brien_#1@sub.mail-host.co")]
    public void An_address_is_kept_as_typed_and_known_by_its_key(string typed, string key)
    {
        EmailAddress.TryParse(typed, out var address).ShouldBeTrue();

        address.Value.ShouldBe(typed.Trim());
        address.Key.ShouldBe(key);
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData(" "), InlineData("maria"), InlineData("@romashka.example"), InlineData("maria@"), InlineData("maria@localhost")]
    [InlineData("maria@@romashka.example"), InlineData("a@b@romashka.example"), InlineData("ma ria@romashka.example"), InlineData("maria@roma shka.example")]
    [InlineData(".maria@romashka.example"), InlineData("maria.@romashka.example"), InlineData("ma..ria@romashka.example"), InlineData("maria@romashka..example")]
    [InlineData("maria@-romashka.example"), InlineData("maria@romashka-.example"), InlineData("maria@romashka.example."), InlineData("maria@.example")]
    [InlineData("Мария <maria@romashka.example>"), InlineData("maria@romashka.example,anna@kontur.example"), InlineData("maria@romashka.example;x")]
    [InlineData("maria@romashka.example\r\nBcc: all@kontur.example"), InlineData("maria\u0000@romashka.example"), InlineData("mar\u202eia@romashka.example"), InlineData("maria\u200b@romashka.example")]
    [InlineData("maria@[127.0.0.1]"), InlineData("\"maria\"@romashka.example"), InlineData("maria@rom_ashka.example"), InlineData("maria(comment)@romashka.example")]
    public void What_is_no_address_is_refused(string? typed) => EmailAddress.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void An_address_has_its_limits()
    {
        EmailAddress.TryParse(new string('m', 64) + "@romashka.example", out _).ShouldBeTrue();
        EmailAddress.TryParse(new string('m', 65) + "@romashka.example", out _).ShouldBeFalse();
        EmailAddress.TryParse("maria@" + new string('r', 63) + ".example", out _).ShouldBeTrue();
        EmailAddress.TryParse("maria@" + new string('r', 64) + ".example", out _).ShouldBeFalse();
        EmailAddress.TryParse("maria@" + string.Join('.', Enumerable.Repeat(new string('r', 60), 4)) + ".example", out _).ShouldBeFalse();
    }
}
