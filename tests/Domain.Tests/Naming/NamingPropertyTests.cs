using ClientChats.Domain.Naming;
using FsCheck;
using FsCheck.Fluent;

namespace ClientChats.Domain.Tests.Naming;

public sealed class NamingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "Сайт", "сайт", "САЙТ", "Ромашка", "РОМАШКА", "Лютик", "Кофе Юг", "ВкусВилл", "Ершова", "Анна", "Аня", "анна", "Анна Сергеевна", "менеджер", "Клиент", "Задача", "Проект", "МП", "ТМК",
        "МП.", "оптим.", "опт", "оптимизация", "ОПТИМИЗАЦИЯ", "Техническая", "приложения", "КлиентЗадача", "СайтРомашка", "SEOРомашка", "АртХаус", "ООО", "ooo", "ПАО", "LLC", "Inc.", "Acme", "ИП",
        "«Ромашка»", "\"", "«", "»", "„", "“", "(", ")", "'", "|", " | ", "||", "-", " - ", "—", "/", "_", ",", ":", "+", "•", ".", "...", " ", "  ", "\u00A0", "\t", "\n", "\u200B", "\u00AD", "\u202E", "\uFE0F", "\u200D",
        "😀", "👩‍⚕️", "1️⃣", "\uD83D", "\uDE00", "🏳️‍🌈", "\u0301", "й", "ё", "é", "ß", "İ", "ǅ", "ﬁ", "م", "שלום", "日本", "2025", "1", "№", "24/7", "А.Б.", "М.П.", "romashka.ru", "@", "{client}", "стр-во", "SEO-оптимизация",
        "\u0063айт", "Poмашка", "XVI", "BMW", "iPhone", "YOUTUBE", "для", "и", "с", "ДЛЯ", "БЫСТРАЯ", "Сайт-Ромашка", "R&D", "Website", "OPTIMIZATION", "manager", "James", "mgmt", "\0", "\uFFFF", "\uE000", "\u3164"
    ];

    private static readonly NamingConvention?[] Conventions =
    [
        null, ..NamingConventions.Standard.Items, NamingConvention.Parse(Guid.Empty, "{client} - {work}"), NamingConvention.Parse(Guid.Empty, "{responsible}: {client}"),
        NamingConvention.Parse(Guid.Empty, "{project}/{client}/{work}/{responsible}"), NamingConvention.Parse(Guid.Empty, "{client}")
    ];

    private static Gen<string> AnyName => Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(string.Concat),
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)),
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Gen.Choose(0, 0xFFFF).Select(code => (char)code).ArrayOf().Select(letters => new string(letters)));

    private static Gen<(string Name, NamingConvention? Convention)> AnyCheck =>
        from name in AnyName
        from convention in Gen.Elements(Conventions)
        select (name, convention);

    [Fact]
    public void Every_finding_points_into_the_name_and_cuts_no_character_in_two() => ForAll(AnyCheck, check =>
    {
        foreach (var finding in Check(check).Findings)
        {
            finding.Start.ShouldBeInRange(0, check.Name.Length);
            finding.Length.ShouldBeInRange(finding.Code == FindingCode.Empty ? 0 : 1, check.Name.Length - finding.Start);
            IsInsidePair(check.Name, finding.Start).ShouldBeFalse();
            IsInsidePair(check.Name, finding.End).ShouldBeFalse();
        }
    });

    [Fact]
    public void Findings_come_in_order_and_their_suggestions_never_compete() => ForAll(AnyCheck, check =>
    {
        var findings = Check(check).Findings;
        findings.Select(finding => finding.Start).ShouldBe(findings.Select(finding => finding.Start).Order());
        findings.Count(finding => finding.Arranges).ShouldBeLessThanOrEqualTo(1);

        var fixes = findings.Where(finding => finding.Suggestion is not null).ToList();
        var words = fixes.Where(finding => !finding.Arranges).ToList();
        foreach (var (fix, next) in words.Zip(words.Skip(1))) next.Start.ShouldBeGreaterThanOrEqualTo(fix.End);
        foreach (var order in fixes.Where(finding => finding.Arranges))
        {
            foreach (var word in words) (Holds(order, word) || word.End <= order.Start || order.End <= word.Start).ShouldBeTrue();
        }
    });

    [Fact]
    public void Every_suggestion_changes_what_it_replaces() => ForAll(AnyCheck, check =>
    {
        foreach (var finding in Check(check).Findings) finding.Suggestion.ShouldNotBe(check.Name.Substring(finding.Start, finding.Length));
    });

    [Fact]
    public void A_name_with_everything_fixed_has_nothing_left_to_fix() => ForAll(AnyCheck, check =>
    {
        var verdict = Check(check);
        if (verdict.Suggestion is not { } suggestion) return;

        var again = Check((suggestion, check.Convention));
        again.Findings.ShouldAllBe(finding => finding.Suggestion == null);
        again.Suggestion.ShouldBeNull();
        suggestion.ShouldBe(suggestion.Trim());
        if (check.Name.Length <= NameLimits.Whole) again.IsUsable.ShouldBeTrue();
    });

    [Fact]
    public void What_can_be_fixed_is_fixed_as_a_whole_too() => ForAll(AnyCheck, check =>
    {
        var verdict = Check(check);
        var fixable = verdict.Findings.Any(finding => finding.Suggestion is not null);
        if (!fixable) verdict.Suggestion.ShouldBeNull();
        else if (check.Name.Length < NameLimits.Whole / 4 && check.Name.Any(char.IsLetterOrDigit)) verdict.Suggestion.ShouldNotBeNull();
    });

    [Fact]
    public void The_same_name_always_gets_the_same_verdict() => ForAll(AnyCheck, check =>
    {
        var other = new NameCheck(NamingDictionary.English, NamingDictionary.Russian);
        GoldenNames.Written(check.Name, Check(check)).ShouldBe(GoldenNames.Written(check.Name, other.Of(check.Name, check.Convention, NamingCast.Studio)));
    }, 30);

    [Fact]
    public void Every_finding_can_be_told_in_both_languages() => ForAll(AnyCheck, check =>
    {
        foreach (var finding in Check(check).Findings)
        {
            foreach (var language in Enum.GetValues<NamingLanguage>())
            {
                var message = NamingTexts.MessageOf(finding, language);
                message.ShouldNotBeNullOrWhiteSpace();
                message.ShouldNotContain("{w}");
            }
        }
    });

    [Theory]
    [InlineData("А")]
    [InlineData("МП ")]
    [InlineData("\u200B")]
    [InlineData("😀")]
    [InlineData("«")]
    [InlineData("\"")]
    [InlineData("а-")]
    [InlineData("А.")]
    [InlineData(" | ")]
    [InlineData("КлиентЗадача")]
    [InlineData("\uD83D")]
    public void Ten_thousand_characters_of_anything_are_answered_at_once(string piece)
    {
        var name = string.Concat(Enumerable.Repeat(piece, 10_000 / piece.Length));
        foreach (var convention in Conventions) Check((name, convention)).IsUsable.ShouldBeFalse();
    }

    [Fact]
    public void A_name_composed_of_all_parts_is_split_into_the_same_parts()
    {
        var parts =
            from convention in Gen.Elements(Conventions.OfType<NamingConvention>().ToArray())
            from values in AnyName.ListOf(convention.Parts.Length)
            select (convention, values);

        ForAll(parts, sample =>
        {
            var (convention, values) = sample;
            var given = NameParts.Of(convention.Parts.Zip(values, (part, value) => (part, (string?)value)));
            var name = convention.Compose(given);
            var back = convention.Split(name);

            convention.Compose(back).ShouldBe(name);
            if (convention.Parts.All(part => convention.Compose(NameParts.Of((part, given[part]))).Length > 0))
            {
                foreach (var part in convention.Parts) back[part].ShouldBe(convention.Compose(NameParts.Of((part, given[part]))));
            }
        });
    }

    [Fact]
    public void Likeness_does_not_depend_on_who_is_asked_first() => ForAll(
        from one in AnyName
        from other in AnyName
        select (one, other),
        names =>
        {
            var (one, other) = (NameKey.Of(names.one), NameKey.Of(names.other));
            NameLikeness.SlipsBetween(one, other).ShouldBe(NameLikeness.SlipsBetween(other, one));
            NameKey.Of(one.Text).Text.ShouldBe(one.Text);
        });

    private static void ForAll<T>(Gen<T> samples, Action<T> check, int count = 1000) =>
        Prop.ForAll(samples.ToArbitrary(), check).Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithEndSize(20).WithQuietOnSuccess(true));

    private static NameVerdict Check((string Name, NamingConvention? Convention) check) => NameCheck.Standard.Of(check.Name, check.Convention, NamingCast.Studio);

    private static bool IsInsidePair(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    private static bool Holds(NameFinding outer, NameFinding inner) => outer.Start <= inner.Start && inner.End <= outer.End;
}
