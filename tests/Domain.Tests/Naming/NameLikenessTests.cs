using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("Сайт | Ромашка | Ершова", "сайт ромашка ершова")]
    [InlineData("САЙТ – ромашка, Ершова", "сайт ромашка ершова")]
    [InlineData("Пчёлка", "пчелка")]
    [InlineData("Сайт\u200B  |\u00A0Ромашка", "сайт ромашка")]
    [InlineData("\u0063айт", "сайт")]
    [InlineData("ﬁrma", "firma")]
    [InlineData("", "")]
    [InlineData("| — |", "")]
    public void Names_are_compared_without_what_the_eye_skips(string name, string key)
    {
        NameKey.Of(name).Text.ShouldBe(NameKey.Of(key).Text);
        NameKey.Of(name).Words.Length.ShouldBe(key.Length == 0 ? 0 : key.Split(' ').Length);
    }

    [Theory]
    [InlineData("Дентал Плюс", "ДенталПлюс", 0)]
    [InlineData("Сайт | Ромашка", "Ромашка | Сайт", 0)]
    [InlineData("Сайт | Ромашка", "Сайт | Ромашки", 1)]
    [InlineData("Сайт | Ромашка", "Сайт | Рмоашка", 1)]
    [InlineData("Сайт | Северсталь", "Сайт | Севресталл", 2)]
    [InlineData("Web site | Larkspur", "Website | Larkspurs", 1)]
    public void Close_names_are_told_by_their_slips(string one, string other, int slips) =>
        NameLikeness.SlipsBetween(NameKey.Of(one), NameKey.Of(other)).ShouldBe(slips);

    [Theory]
    [InlineData("Этап 1 | Гранит", "Этап 2 | Гранит")]
    [InlineData("SEO | Лютик", "SMM | Лютик")]
    [InlineData("Сайт | Лев", "Сайт | Лес")]
    [InlineData("Сайт | Ромашка", "Сайт | Лютик")]
    [InlineData("Сайт", "Сайт | Ромашка")]
    [InlineData("Сайт | Северсталь", "Сайт | Севресталлы")]
    [InlineData("", "Сайт")]
    public void Names_that_differ_on_purpose_are_not_close(string one, string other) =>
        NameLikeness.SlipsBetween(NameKey.Of(one), NameKey.Of(other)).ShouldBeNull();

    [Fact]
    public void Only_names_in_sight_are_compared_and_the_closest_one_is_told()
    {
        var sight = new NamesInSight(["Сайт | Ромашкин", "Сайт | Ромашки", "Каталог | Лютик"]);
        Findings("Сайт | Ромашка", sight).ShouldBe([(FindingCode.Near, "Сайт | Ромашки")]);
        Findings("сайт – ромашки", sight).ShouldBe([(FindingCode.Taken, "Сайт | Ромашки")]);
        Findings("Сайт | Ромашка", NoNamesInSight.Instance).ShouldBeEmpty();
    }

    private static IEnumerable<(string Code, string Other)> Findings(string name, INamesInSight sight) => NameCheck.Standard
        .Of(name, null, new NamingContext { NamesInSight = sight }).Findings
        .Where(finding => finding.Code is FindingCode.Near or FindingCode.Taken)
        .Select(finding => (finding.Code, finding.Text.Arguments["other"]));
}
