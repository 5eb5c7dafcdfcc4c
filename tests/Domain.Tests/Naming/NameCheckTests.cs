using System.Diagnostics;
using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

public sealed class NameCheckTests
{
    private static readonly NamingConvention Default = NamingConventions.Standard.Default;

    [Fact]
    public void The_name_of_the_drawn_screen_becomes_what_the_screen_shows()
    {
        var verdict = NameCheck.Standard.Of("МП Ромашка оптим. Анна", Default, NamingCast.Studio);

        verdict.Suggestion.ShouldBe("Моб. прил., оптимиз. | Ромашка | Ершова");
        verdict.Length.ShouldBe(22);
        verdict.ListLength.ShouldBe(40);
        verdict.IsUsable.ShouldBeTrue();
        verdict.Findings.Select(finding => finding.Code).ShouldBe(
            [FindingCode.NoSeparator, FindingCode.Abbreviation, FindingCode.Unreadable, FindingCode.FirstName]);
    }

    [Fact]
    public void The_person_in_the_chat_is_meant_before_others_with_the_same_first_name()
    {
        SuggestionFor("Анна", new NamingContext { People = NamingCast.Everybody }).ShouldBeNull();
        SuggestionFor("Анна", new NamingContext { People = NamingCast.Everybody, InChat = KnownPeople.Of([new("Анна", "Волкова")]) }).ShouldBe("Волкова");
        SuggestionFor("Нюра", new NamingContext { People = NamingCast.Everybody, Responsible = new("Анна", "Кузнецова") }).ShouldBe("Кузнецова");
        SuggestionFor("Оля", new NamingContext { People = NamingCast.Everybody }).ShouldBe("Белова");
        SuggestionFor("Анна", NamingContext.Empty).ShouldBeNull();
    }

    [Fact]
    public void A_job_title_gives_way_only_to_the_responsible_whom_we_know()
    {
        SuggestionFor("менеджер", new NamingContext { People = NamingCast.Everybody }).ShouldBeNull();
        SuggestionFor("менеджер", new NamingContext { Responsible = new("Олег", "Зуев") }).ShouldBe("Зуев");
    }

    [Fact]
    public void A_last_name_that_is_also_a_first_name_is_a_last_name()
    {
        var people = new NamingContext { People = KnownPeople.Of([new("Иван", "Макар"), new("Anne", "James")]) };
        NameCheck.Standard.Of("Сайт | Ромашка | Макар", Default, people).Findings.ShouldBeEmpty();
        NameCheck.Standard.Of("Website | Larkspur | James", Default, people).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_known_company_is_written_as_the_company_writes_it()
    {
        var knowing = new NamingContext { Companies = ClientCompanies.Of(["АртХаус", "ООО «ЗСД»", "РОСМЕТАЛЛ", "Оптимизация и К"]) };
        foreach (var name in (string[])["Сайт | АртХаус", "Сайт | ЗСД", "Сайт | РОСМЕТАЛЛ", "Сайт | Оптимизация и К"])
        {
            NameCheck.Standard.Of(name, Default, knowing).Findings.ShouldBeEmpty(name);
        }

        NameCheck.Standard.Of("АртХаус | Сайт", Default, NamingContext.Empty).Findings.ShouldNotBeEmpty();
        NameCheck.Standard.Of("Сайт | РОСМЕТАЛЛ", Default, NamingContext.Empty).Findings.ShouldNotBeEmpty();
        NameCheck.Standard.Of("Сайт | ЗСД", Default, NamingContext.Empty).Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_length_that_stays_whole_is_the_organizations_choice()
    {
        var name = "Сайт | Быстрая доставка";
        NameCheck.Standard.Of(name, Default, new NamingContext { ListLength = 23 }).Findings.ShouldBeEmpty();
        var finding = NameCheck.Standard.Of(name, Default, new NamingContext { ListLength = 22 }).Findings.ShouldHaveSingleItem();
        (finding.Code, finding.Start, finding.Length).ShouldBe((FindingCode.TooLong, 15, 8));
    }

    [Fact]
    public void Two_hundred_characters_are_a_name_and_one_more_is_not()
    {
        var fits = string.Concat(Enumerable.Repeat("Ромашка ", 25))[..^1] + "!";
        fits.Length.ShouldBe(200);
        NameCheck.Standard.Of(fits, null, NamingContext.Empty).IsUsable.ShouldBeTrue();
        NameCheck.Standard.Of(fits + "!", null, NamingContext.Empty).IsUsable.ShouldBeFalse();
    }

    [Fact]
    public void Everything_fixed_never_grows_over_the_limit()
    {
        var name = string.Join(' ', Enumerable.Repeat("КП", 60));
        var verdict = NameCheck.Standard.Of(name, Default, NamingContext.Empty);
        verdict.Findings.ShouldContain(finding => finding.Suggestion != null);
        verdict.Suggestion.ShouldBeNull();
    }

    [Fact]
    public void A_thousand_threads_get_the_same_answer()
    {
        var expected = GoldenNames.Written("МП Ромашка оптим. Анна", NameCheck.Standard.Of("МП Ромашка оптим. Анна", Default, NamingCast.Studio));
        Enumerable.Range(0, 1000).AsParallel()
            .Select(_ => GoldenNames.Written("МП Ромашка оптим. Анна", NameCheck.Standard.Of("МП Ромашка оптим. Анна", Default, NamingCast.Studio)))
            .ShouldAllBe(found => found == expected);
    }

    [Theory]
    [InlineData("Редизайн личного кабинета и каталога | Дентал Плюс | Ершова")]
    [InlineData("МП Ромашка оптим. Анна оптимизация сайта, КлиентЗадача ООО")]
    [InlineData("WEBSITE optim. for northwind traders - james, mgmt Acme Inc.")]
    public void A_name_of_sixty_characters_is_checked_in_less_than_a_millisecond(string name)
    {
        name.Length.ShouldBeInRange(58, 62);
        var times = Enumerable.Range(0, 1000).Select(_ =>
        {
            var started = Stopwatch.GetTimestamp();
            NameCheck.Standard.Of(name, Default, NamingCast.Studio);
            return Stopwatch.GetElapsedTime(started);
        }).Order().ToList();

        times[times.Count / 2].ShouldBeLessThan(TimeSpan.FromMilliseconds(1));
    }

    private static string? SuggestionFor(string responsible, NamingContext context) =>
        NameCheck.Standard.Of($"Сайт | Лютик | {responsible}", Default, context).Findings.ShouldHaveSingleItem().Suggestion;
}
