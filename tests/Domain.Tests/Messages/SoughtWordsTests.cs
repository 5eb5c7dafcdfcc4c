using ClientChats.Domain.Messages;

namespace ClientChats.Domain.Tests.Messages;

/// <summary>What somebody types into the search is read as he means it, however he types it.</summary>
public sealed class SoughtWordsTests
{
    [Theory]
    [InlineData("договор аренды", "договор", "аренды", "")]
    [InlineData("договор ", "договор", null, "")]
    [InlineData("смета.pdf", "смета", "pdf", "")]
    [InlineData("«до конца дня» сро", "до конца дня", "сро", "")]
    [InlineData("\"не закрыто", "не", "закрыто", "")]
    [InlineData("макет -каталог", "макет", null, "каталог")]
    [InlineData("макет -\"по каталогу\" новый", "макет", "новый", "по каталогу")]
    [InlineData("пятница-суббота", "пятница", "суббота", "")]
    [InlineData("тз", "тз", null, "")]
    [InlineData("- \"\" ()", "", null, "")]
    public void It_is_read_as_words_a_beginning_and_what_must_not_be_there(string typed, string said, string? begun, string unsaid)
    {
        var words = SoughtWords.Of(typed);

        (string.Join(',', words.Said), words.Begun, string.Join(',', words.Unsaid)).ShouldBe((said, begun, unsaid));
        words.AreAny.ShouldBe(said.Length > 0 || begun is not null);
    }

    [Fact]
    public void Names_are_compared_without_case_and_with_е_for_ё() => SoughtWords.Of("\"Артём Ежов\" КИРЁВ").ForNames.ShouldBe(["артем", "ежов", "кирев"]);
}
