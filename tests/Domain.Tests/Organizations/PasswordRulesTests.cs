using ClientChats.Domain.Organizations;

namespace ClientChats.Domain.Tests.Organizations;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("тихий дом у озера"), InlineData("correct horse battery staple"), InlineData("Xk7#mQ2!"), InlineData("мама мыла раму 1985"), InlineData("        пробелы тоже")]
    public void A_long_or_unusual_password_is_good(string password) => PasswordRules.Judge(password).ShouldBeNull();

    [Theory]
    [InlineData(""), InlineData("1234567"), InlineData("ключик7"), InlineData("🔑🔑🔑🔑🔑🔑🔑")]
    public void Less_than_eight_characters_are_too_few(string password) => PasswordRules.Judge(password).ShouldBe(PasswordRules.TooShort);

    [Theory]
    [InlineData("password"), InlineData("PASSWORD"), InlineData("12345678"), InlineData("qwerty123"), InlineData("aaaaaaaa"), InlineData("abababab"), InlineData("11111111111111111111")]
    public void What_everybody_tries_first_is_refused(string password) => PasswordRules.Judge(password).ShouldBe(PasswordRules.TooCommon);

    [Fact]
    public void A_password_may_have_128_characters_and_no_more()
    {
        PasswordRules.Judge(string.Concat(Enumerable.Repeat("ключ", 32))).ShouldBeNull();
        PasswordRules.Judge(string.Concat(Enumerable.Repeat("ключ", 32)) + "!").ShouldBe(PasswordRules.TooLong);
    }

    [Fact]
    public void Ones_own_address_or_name_is_no_secret()
    {
        PasswordRules.Judge("Maria@Romashka.example", "maria@romashka.example").ShouldBe(PasswordRules.IsYours);
        PasswordRules.Judge("мария ромашкина", "Мария", "Ромашкина", "Мария Ромашкина").ShouldBe(PasswordRules.IsYours);
        PasswordRules.Judge("мария и её ромашки", "Мария", null, "").ShouldBeNull();
    }
}
