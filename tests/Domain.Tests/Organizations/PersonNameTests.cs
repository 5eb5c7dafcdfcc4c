using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Tests.Organizations;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("  Мария   Сергеевна ", "Мария Сергеевна")]
    [InlineData("Мария\r\nBcc: all", "Мария Bcc: all")]
    [InlineData("\u202eяираМ", "яираМ")]
    [InlineData("Ма\u200bри\u2060я", "Мария")]
    [InlineData("\u0001\u0007", "")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("Анна-Мария О’Нил", "Анна-Мария О’Нил")]
    [InlineData("مريم", "مريم")]
    [InlineData("Мария 🌼", "Мария 🌼")]
    public void A_name_is_one_line_without_tricks(string typed, string tidy) => new PersonName(typed, "").First.ShouldBe(tidy);
}
