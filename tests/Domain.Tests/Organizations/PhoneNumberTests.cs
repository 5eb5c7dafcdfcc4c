using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Tests.Organizations;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+7 912 345-67-01", "RU", "+79123456701")]
    [InlineData("8 (912) 345-67-01", "RU", "+79123456701")]
    [InlineData("912 345 67 01", "RU", "+79123456701")]
    [InlineData("79123456701", "RU", "+79123456701")]
    [InlineData("810 44 20 7946 0958", "US", null)]
    [InlineData("00 44 20 7946 0958", "RU", "+442079460958")]
    [InlineData("+44 20 7946 0958", "RU", "+442079460958")]
    [InlineData("020 7946 0958", "GB", "+442079460958")]
    [InlineData("(212) 555-0199", "US", "+12125550199")]
    [InlineData("1 212 555 0199", "US", "+12125550199")]
    [InlineData("0 532 123 45 67", "TR", "+905321234567")]
    [InlineData("8 701 234 56 78", "KZ", "+77012345678")]
    [InlineData("+1", "US", null), InlineData("112", "RU", null), InlineData("", "RU", null), InlineData(null, "RU", null), InlineData("позвони", "RU", null)]
    [InlineData("+0 912 345 67 01", "RU", null), InlineData("+79123456701234567", "RU", null), InlineData("7+9123456701", "RU", null), InlineData("++79123456701", "RU", null)]
    [InlineData("912 345 67 01", "ZZ", null), InlineData("+7912345670١", "RU", null)]
    public void A_number_is_read_as_people_of_the_country_write_it(string? typed, string country, string? number)
    {
        PhoneNumber.TryNormalize(typed, country, out var e164).ShouldBe(number is not null);

        if (number is not null) e164.ShouldBe(number);
    }
}
