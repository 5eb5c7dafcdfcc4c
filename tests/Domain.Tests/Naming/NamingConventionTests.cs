using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

public sealed class NamingConventionTests
{
    private static readonly NamingConvention ProjectClientResponsible = NamingConventions.Standard.Default;

    [Fact]
    public void An_organization_starts_with_the_three_conventions_of_the_article()
    {
        NamingConventions.Standard.Items.Select(convention => convention.Pattern).ShouldBe(
            ["{project} | {client} | {responsible}", "{client} | {work}", "{project} | {client}"]);
        NamingConventions.Standard.Default.Pattern.ShouldBe("{project} | {client} | {responsible}");
        NamingConventions.Standard.ListLength.ShouldBe(40);
    }

    [Fact]
    public void A_pattern_gives_its_parts_and_its_separator()
    {
        ProjectClientResponsible.Parts.ShouldBe([NamePart.Project, NamePart.Client, NamePart.Responsible]);
        ProjectClientResponsible.Separator.ShouldBe("|");
    }

    [Theory]
    [InlineData("{client}", "{client}", "|")]
    [InlineData("  {client}   |   {work} ", "{client} | {work}", "|")]
    [InlineData("{client}|{work}", "{client}|{work}", "|")]
    [InlineData("{client} - {work} - {responsible}", "{client} - {work} - {responsible}", "-")]
    [InlineData("{client}: {work}", "{client}: {work}", ":")]
    [InlineData("{client} // {work}", "{client} // {work}", "//")]
    [InlineData("{client} · {project} · {work} · {responsible}", "{client} · {project} · {work} · {responsible}", "·")]
    public void A_pattern_is_kept_in_one_spelling(string typed, string kept, string separator)
    {
        var convention = NamingConvention.Parse(Guid.CreateVersion7(), typed);
        convention.Pattern.ShouldBe(kept);
        convention.Separator.ShouldBe(separator);
    }

    [Theory]
    [InlineData("", PatternProblem.Empty)]
    [InlineData("   ", PatternProblem.Empty)]
    [InlineData("Сайт", PatternProblem.NoPlaceholder)]
    [InlineData("|", PatternProblem.NoPlaceholder)]
    [InlineData("{deal}", PatternProblem.UnknownPlaceholder)]
    [InlineData("{Client}", PatternProblem.UnknownPlaceholder)]
    [InlineData("{0}", PatternProblem.UnknownPlaceholder)]
    [InlineData("{}", PatternProblem.UnknownPlaceholder)]
    [InlineData("{client} | {client}", PatternProblem.RepeatedPlaceholder)]
    [InlineData("{client | {work}", PatternProblem.UnbalancedBrace)]
    [InlineData("{client} | work}", PatternProblem.UnbalancedBrace)]
    [InlineData("{client} | {work", PatternProblem.UnbalancedBrace)]
    [InlineData("{{client}}", PatternProblem.UnbalancedBrace)]
    [InlineData("Чат {client}", PatternProblem.TextOutside)]
    [InlineData("{client} | {work} |", PatternProblem.TextOutside)]
    [InlineData("{client}{work}", PatternProblem.SeparatorMissing)]
    [InlineData("{client} {work}", PatternProblem.SeparatorMissing)]
    [InlineData("{project} | {client} - {work}", PatternProblem.SeparatorsDiffer)]
    [InlineData("{project} | {client}|{work}", PatternProblem.SeparatorsDiffer)]
    [InlineData("{client} и {work}", PatternProblem.SeparatorUnfit)]
    [InlineData("{client} . {work}", PatternProblem.SeparatorUnfit)]
    [InlineData("{client} «{work}", PatternProblem.SeparatorUnfit)]
    [InlineData("{client} ------ {work}", PatternProblem.SeparatorUnfit)]
    [InlineData("{client} \u200B {work}", PatternProblem.SeparatorUnfit)]
    public void A_pattern_that_makes_no_sense_is_refused_with_the_reason(string pattern, PatternProblem reason)
    {
        NamingConvention.TryParse(Guid.CreateVersion7(), pattern, false, out var convention, out var problem).ShouldBeFalse();
        convention.ShouldBeNull();
        problem.ShouldBe(reason);
    }

    [Fact]
    public void A_pattern_has_at_most_two_hundred_characters()
    {
        NamingConvention.TryParse(Guid.CreateVersion7(), "{client}" + new string(' ', 192), false, out _, out _).ShouldBeTrue();
        NamingConvention.TryParse(Guid.CreateVersion7(), "{client}" + new string(' ', 193), false, out _, out var problem).ShouldBeFalse();
        problem.ShouldBe(PatternProblem.TooLong);
    }

    [Fact]
    public void A_name_is_composed_in_the_order_of_the_pattern()
    {
        ProjectClientResponsible
            .Compose(NameParts.Of((NamePart.Responsible, "Ершова"), (NamePart.Client, "Ромашка"), (NamePart.Project, "Сайт")))
            .ShouldBe("Сайт | Ромашка | Ершова");
    }

    [Fact]
    public void What_is_missing_leaves_no_separator_behind()
    {
        ProjectClientResponsible.Compose(NameParts.Of((NamePart.Project, "Сайт"), (NamePart.Client, " "), (NamePart.Responsible, "Ершова"))).ShouldBe("Сайт | Ершова");
        ProjectClientResponsible.Compose(NameParts.Of((NamePart.Client, "Ромашка"), (NamePart.Work, "Сайт"))).ShouldBe("Ромашка");
        ProjectClientResponsible.Compose(NameParts.None).ShouldBe("");
    }

    [Fact]
    public void Spare_spaces_and_separators_inside_a_part_do_not_get_into_the_name()
    {
        ProjectClientResponsible
            .Compose(NameParts.Of((NamePart.Project, "  Новый   сайт "), (NamePart.Client, "Ромашка | Юг"), (NamePart.Responsible, "| Ершова |")))
            .ShouldBe("Новый сайт | Ромашка Юг | Ершова");
    }

    [Fact]
    public void A_name_is_split_into_its_parts()
    {
        var parts = ProjectClientResponsible.Split(" Сайт|Кофе  Юг | Ершова ");
        parts[NamePart.Project].ShouldBe("Сайт");
        parts[NamePart.Client].ShouldBe("Кофе Юг");
        parts[NamePart.Responsible].ShouldBe("Ершова");
        parts[NamePart.Work].ShouldBeNull();
    }

    [Fact]
    public void What_is_too_much_stays_with_the_last_part_and_what_is_absent_is_absent()
    {
        ProjectClientResponsible.Split("Сайт | Ромашка | Ершова | архив")[NamePart.Responsible].ShouldBe("Ершова | архив");
        ProjectClientResponsible.Split("Сайт || Ершова")[NamePart.Client].ShouldBeNull();
        ProjectClientResponsible.Split("Сайт")[NamePart.Client].ShouldBeNull();
    }

    [Fact]
    public void A_hyphen_separates_only_where_it_stands_apart()
    {
        var convention = NamingConvention.Parse(Guid.CreateVersion7(), "{client} - {work}");
        var parts = convention.Split("Агро-Сибирь - SEO-аудит");
        parts[NamePart.Client].ShouldBe("Агро-Сибирь");
        parts[NamePart.Work].ShouldBe("SEO-аудит");
    }

    [Fact]
    public void An_organization_keeps_one_default_among_its_conventions()
    {
        var one = NamingConvention.Parse(Guid.CreateVersion7(), "{client}", isDefault: true);
        var two = NamingConvention.Parse(Guid.CreateVersion7(), "{client} / {work}");

        NamingConventions.TryCreate([one, two], 30, out var conventions, out _).ShouldBeTrue();
        conventions!.Default.ShouldBe(one);
        conventions.Find(two.Id).ShouldBe(two);
        conventions.Find(Guid.CreateVersion7()).ShouldBeNull();

        ProblemOf([]).ShouldBe(ConventionsProblem.Empty);
        ProblemOf([two]).ShouldBe(ConventionsProblem.NotOneDefault);
        ProblemOf([one, NamingConvention.Parse(Guid.CreateVersion7(), "{work}", isDefault: true)]).ShouldBe(ConventionsProblem.NotOneDefault);
        ProblemOf([one, one]).ShouldBe(ConventionsProblem.RepeatedId);
        ProblemOf([one, NamingConvention.Parse(Guid.CreateVersion7(), "{client}")]).ShouldBe(ConventionsProblem.RepeatedPattern);
        ProblemOf([.. Enumerable.Repeat(one, 21)]).ShouldBe(ConventionsProblem.TooMany);
        ProblemOf([one], 14).ShouldBe(ConventionsProblem.ListLength);
        ProblemOf([one], 201).ShouldBe(ConventionsProblem.ListLength);
    }

    private static ConventionsProblem ProblemOf(NamingConvention[] items, int listLength = 40)
    {
        NamingConventions.TryCreate(items, listLength, out var conventions, out var problem).ShouldBeFalse();
        conventions.ShouldBeNull();
        return problem;
    }
}
