using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

public sealed class NamingDictionaryTests
{
    public static TheoryData<NamingLanguage> Languages => [NamingLanguage.Russian, NamingLanguage.English];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Both_languages_come_with_a_solid_stock_of_words(NamingLanguage language)
    {
        var dictionary = NamingDictionary.Of(language);
        dictionary.Language.ShouldBe(language);

        var counts = dictionary.Entries.CountBy(entry => entry.Kind).ToDictionary();
        counts[EntryKind.FirstName].ShouldBeGreaterThanOrEqualTo(150);
        counts[EntryKind.LongWord].ShouldBeGreaterThanOrEqualTo(50);
        counts[EntryKind.Work].ShouldBeGreaterThanOrEqualTo(100);
        counts[EntryKind.Capitals].ShouldBeGreaterThanOrEqualTo(100);
        counts.Keys.ShouldBe(Enum.GetValues<EntryKind>(), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Our_own_words_keep_the_rules_that_an_organization_has_to_keep(NamingLanguage language)
    {
        var dictionary = NamingDictionary.Of(language);
        new DictionaryChanges([.. dictionary.Entries], []).Refusals(dictionary).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_we_suggest_is_never_a_word_that_we_find_fault_with(NamingLanguage language)
    {
        foreach (var entry in NamingDictionary.Of(language).Entries.Where(entry => entry.Kind is EntryKind.Abbreviation or EntryKind.LongWord or EntryKind.Unreadable))
        {
            if (entry.Value is null) continue;
            NameCheck.Standard.Of($"Лютик | {entry.Value}", null, NamingContext.Empty).Findings.ShouldBeEmpty($"{entry.Word} → {entry.Value}");
        }
    }

    [Fact]
    public void An_organization_adds_words_of_its_own_and_takes_ours_out()
    {
        var changes = new DictionaryChanges(
            [
                new(EntryKind.Abbreviation, "ЗСД", "Западный диаметр"),
                new(EntryKind.Abbreviation, "МП", "Мини-проект"),
                new(EntryKind.LongWord, "ландшафт", "ландш."),
                new(EntryKind.Brand, "АртХаус")
            ],
            [new(EntryKind.LongWord, "разработка")]);
        changes.Refusals(NamingDictionary.Russian).ShouldBeEmpty();

        var check = new NameCheck(NamingDictionary.Russian.With(changes), NamingDictionary.English);
        Fixed(check, "ЗСД | Лютик").ShouldBe("Западный диаметр | Лютик");
        Fixed(check, "МП | Лютик").ShouldBe("Мини-проект | Лютик");
        Fixed(check, "Уход за ландшафтом | Лютик").ShouldBe("Уход за ландш. | Лютик");
        Fixed(check, "Разработка | Лютик").ShouldBeNull();
        check.Of("АртХаус | Лютик", null, NamingContext.Empty).Findings.ShouldBeEmpty();

        Fixed(NameCheck.Standard, "МП | Лютик").ShouldBe("Моб. прил. | Лютик");
    }

    [Fact]
    public void A_dictionary_comes_back_from_its_export_as_the_organizations_changes()
    {
        var unchanged = NamingDictionary.Russian.ChangesTo(NamingDictionary.Russian.Entries);
        unchanged.Added.ShouldBeEmpty();
        unchanged.Removed.ShouldBeEmpty();

        var own = new DictionaryEntry(EntryKind.Brand, "АртХаус");
        var other = new DictionaryEntry(EntryKind.Abbreviation, "МП", "Мини-проект");
        var gone = NamingDictionary.Russian.Entries.Single(entry => entry is { Kind: EntryKind.LongWord, Word: "разработка" });
        var edited = NamingDictionary.Russian.With(new DictionaryChanges([own, other], [gone]));
        edited.Contains(EntryKind.LongWord, "Разработка").ShouldBeFalse();

        var changes = NamingDictionary.Russian.ChangesTo(edited.Entries);
        changes.Added.ShouldBe([own, other], ignoreOrder: true);
        changes.Removed.ShouldBe([gone]);
        NamingDictionary.Russian.With(changes).Entries.ShouldBe(edited.Entries);
    }

    [Theory]
    [InlineData(EntryKind.Work, " ", null, DictionaryProblem.WordMissing)]
    [InlineData(EntryKind.Work, "две штуки", null, DictionaryProblem.WordUnfit)]
    [InlineData(EntryKind.Work, "са\u200Bйт", null, DictionaryProblem.WordUnfit)]
    [InlineData(EntryKind.Work, "123", null, DictionaryProblem.WordUnfit)]
    [InlineData(EntryKind.Abbreviation, "ЗСД", null, DictionaryProblem.ValueMissing)]
    [InlineData(EntryKind.LongWord, "ландшафт", "", DictionaryProblem.ValueMissing)]
    [InlineData(EntryKind.LongWord, "ландшафт", "ландшафты", DictionaryProblem.ValueNotShorter)]
    [InlineData(EntryKind.Abbreviation, "ЗСД", "диаметр \u202E", DictionaryProblem.ValueUnfit)]
    [InlineData(EntryKind.Unreadable, "рекл.", "рекл.", DictionaryProblem.ValueIsReplacedToo)]
    [InlineData(EntryKind.LongWord, "реклама", "рекл.", DictionaryProblem.ValueIsReplacedToo)]
    [InlineData(EntryKind.Abbreviation, "ЗСД", "Оптимизация", DictionaryProblem.ValueIsReplacedToo)]
    public void An_entry_that_would_do_harm_is_refused_with_the_reason(EntryKind kind, string word, string? value, DictionaryProblem reason)
    {
        var refusals = new DictionaryChanges([new DictionaryEntry(kind, word, value)], []).Refusals(NamingDictionary.Russian);
        refusals.ShouldHaveSingleItem().Problem.ShouldBe(reason);
    }

    [Fact]
    public void An_entry_has_limits()
    {
        Refusals(new DictionaryEntry(EntryKind.Work, new string('я', 61))).ShouldBe([DictionaryProblem.WordTooLong]);
        Refusals(new DictionaryEntry(EntryKind.Abbreviation, "ЗСД", new string('я', 201))).ShouldBe([DictionaryProblem.ValueTooLong]);
        Refusals(new DictionaryEntry(EntryKind.Work, "клумба"), new DictionaryEntry(EntryKind.Work, "Клумба")).ShouldBe([DictionaryProblem.Repeated]);
        Refusals([.. Enumerable.Range(0, 5_001).Select(i => new DictionaryEntry(EntryKind.Work, $"клумба{i}"))]).ShouldBe([DictionaryProblem.TooManyEntries]);
        Refusals([.. Enumerable.Range(0, 5_000).Select(i => new DictionaryEntry(EntryKind.Work, $"клумба{i}"))]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("оптимизация", "оптимизация оптимизации оптимизацию оптимизацией оптимизаций оптимизациями")]
    [InlineData("разработка", "разработка разработки разработке разработку разработкой разработок разработками")]
    [InlineData("обслуживание", "обслуживания обслуживанию обслуживанием обслуживании")]
    [InlineData("безопасность", "безопасности безопасностью")]
    [InlineData("технический", "техническая техническое технические технического технической техническую техническим технических техническими")]
    [InlineData("мобильный", "мобильная мобильное мобильного мобильному мобильной мобильную мобильные мобильных мобильными")]
    [InlineData("строительство", "строительства строительству строительством строительстве")]
    public void Russian_words_are_known_in_all_their_forms(string word, string forms)
    {
        var shortForm = NamingDictionary.Russian.Entries.Single(entry => entry.Kind is EntryKind.LongWord && entry.Word == word).Value;
        foreach (var form in forms.Split(' '))
        {
            NameCheck.Standard.Of($"Лютик: {form}", null, NamingContext.Empty).Findings
                .ShouldContain(finding => finding.Code == FindingCode.LongWord && finding.Suggestion == shortForm, form);
        }
    }

    private static IEnumerable<DictionaryProblem> Refusals(params DictionaryEntry[] added) =>
        new DictionaryChanges([.. added], []).Refusals(NamingDictionary.Russian).Select(refusal => refusal.Problem);

    private static string? Fixed(NameCheck check, string name) => check.Of(name, NamingConventions.Standard.Items[2], NamingContext.Empty).Suggestion;
}
