using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

public sealed class NamingTextsTests
{
    [Theory]
    [InlineData("Клиент", "«Клиент»: слишком общее, такой чат не найти", "“Клиент” is too general to be found")]
    [InlineData("Сайт Ромашка", "Нет разделителя. Части названия сливаются в списке.", "No separator: the parts run together in the list.")]
    [InlineData("Сайт - Ромашка", "Части названия разделяют знаком «|», а не «-»", "Separate the parts with “|”, not “-”")]
    [InlineData("РомашкаСайт", "В «РомашкаСайт» слова слиплись", "“РомашкаСайт” runs words together")]
    [InlineData("АртХаус | Ромашка", "Если «АртХаус» – это два слова, разделите их", "If “АртХаус” is two words, separate them")]
    [InlineData("МП | Ромашка", "«МП» поймут не все", "Not everyone will understand “МП”")]
    [InlineData("Оптимизация | Ромашка", "«Оптимизация» можно короче: «Оптимиз.»", "“Оптимизация” can be shorter: “Оптимиз.”")]
    [InlineData("Опт. сайта | Ромашка", "«Опт.» читается плохо", "“Опт.” is hard to read")]
    [InlineData("Сайт | Ромашка | Оля", "«Оля»: нужна фамилия ответственного", "“Оля”: use the manager's last name")]
    [InlineData("Сайт | Ромашка | Анна", "«Анна»: нужна фамилия ответственного. С таким именем в компании: 3.", "“Анна”: use the manager's last name. People with this first name: 3.")]
    [InlineData("Сайт | Ромашка | менеджер", "«менеджер»: нужна фамилия ответственного", "“менеджер”: use the manager's last name")]
    [InlineData("Сайт | ООО Лютик", "«ООО» в названии чата можно не писать", "“ООО” is not needed in a chat name")]
    [InlineData("Сайт | ЛЮТИК", "«ЛЮТИК»: сплошные заглавные трудно читать", "“ЛЮТИК”: all capitals are hard to read")]
    [InlineData("Сайт | «Лютик»", "Кавычки здесь не нужны", "Quotes are not needed here")]
    [InlineData("Моб. прил. и интернет-магазин | Быстрая доставка", "Не поместится в списке, обрежется на\u00A0«доставка»", "Too long for the list: it is cut at “доставка”")]
    [InlineData("SEO | Лютик | Громов", "Такой чат уже есть", "This name is taken")]
    [InlineData("SEO | Лютик | Громова", "Похоже на\u00A0«SEO | Лютик | Громов»", "Close to “SEO | Лютик | Громов”")]
    [InlineData("\u0063айт | Ромашка", "В «\u0063айт» смешаны русские и латинские буквы: поиск такое слово не найдёт", "“\u0063айт” mixes Latin and Cyrillic letters: search will miss it")]
    [InlineData("Сайт\u200B | Ромашка", "Здесь невидимые знаки: с ними чат не найти. Уберите их.", "There are invisible characters here: search will miss the chat. Remove them.")]
    [InlineData("", "Введите название", "Enter a name")]
    public void A_finding_is_told_in_one_sentence(string name, string russian, string english)
    {
        var finding = NameCheck.Standard.Of(name, NamingConventions.Standard.Default, NamingCast.Studio).Findings.ShouldHaveSingleItem();
        NamingTexts.MessageOf(finding, NamingLanguage.Russian).ShouldBe(russian);
        NamingTexts.MessageOf(finding, NamingLanguage.English).ShouldBe(english);
    }

    [Fact]
    public void A_long_quotation_is_cut()
    {
        var finding = NameCheck.Standard.Of(new string('я', 150), null, NamingContext.Empty).Findings.ShouldHaveSingleItem();
        NamingTexts.MessageOf(finding, NamingLanguage.Russian).ShouldBe($"Не поместится в списке, обрежется на\u00A0«{new string('я', 39)}…»");
    }

    [Fact]
    public void How_much_is_too_much_is_said_in_figures()
    {
        var finding = NameCheck.Standard.Of(new string('я', 212), null, NamingContext.Empty).Findings.ShouldHaveSingleItem();
        NamingTexts.MessageOf(finding, NamingLanguage.Russian).ShouldBe("Название длиннее 200 знаков, лишних: 12");
    }

    [Fact]
    public void Every_problem_of_patterns_conventions_and_dictionaries_is_told_in_both_languages()
    {
        foreach (var language in Enum.GetValues<NamingLanguage>())
        {
            Distinct(Enum.GetValues<PatternProblem>().Select(problem => NamingProblemTexts.MessageOf(problem, language)));
            Distinct(Enum.GetValues<ConventionsProblem>().Select(problem => NamingProblemTexts.MessageOf(problem, language)));
            Distinct(Enum.GetValues<DictionaryProblem>().Select(problem => NamingProblemTexts.MessageOf(problem, language)));
        }

        NamingLanguageTags.Parse("ru").ShouldBe(NamingLanguage.Russian);
        NamingLanguageTags.Parse(NamingLanguage.English.Tag()).ShouldBe(NamingLanguage.English);
        NamingLanguageTags.Parse("de").ShouldBeNull();
    }

    private static void Distinct(IEnumerable<string> messages) => messages.ShouldBeUnique();
}
