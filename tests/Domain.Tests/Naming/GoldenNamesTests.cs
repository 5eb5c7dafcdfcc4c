using ClientChats.Domain.Naming;

namespace ClientChats.Domain.Tests.Naming;

public sealed class GoldenNamesTests
{
    private static readonly List<GoldenNames.Entry> Names = GoldenNames.Read();

    [Fact]
    public void Every_name_gets_exactly_the_findings_that_people_agreed_on()
    {
        var surprises = Names
            .Select(entry => (entry, Found: GoldenNames.Written(entry.Name, Check(entry))))
            .Where(pair => pair.Found != pair.entry.Expected)
            .Select(pair => $"line {pair.entry.Line}: {pair.entry.Name}\nexpected:{pair.entry.Expected}\nfound:{pair.Found}\n");

        string.Join('\n', surprises).ShouldBeEmpty();
    }

    [Fact]
    public void The_file_holds_names_of_all_kinds()
    {
        Names.Count.ShouldBeGreaterThanOrEqualTo(300);
        Names.Count(entry => entry.Expected.Length == 0).ShouldBeGreaterThanOrEqualTo(100);
        foreach (var code in AllCodes()) Names.ShouldContain(entry => entry.Expected.Contains($" {code}"), code);
    }

    [Fact]
    public void What_is_suggested_as_a_whole_has_nothing_left_to_fix()
    {
        foreach (var entry in Names)
        {
            if (Check(entry).Suggestion is not { } suggestion) continue;

            var again = NameCheck.Standard.Of(suggestion, entry.Convention, NamingCast.Studio);
            again.Suggestion.ShouldBeNull(suggestion);
            again.Findings.ShouldAllBe(finding => finding.Suggestion == null, suggestion);
        }
    }

    private static NameVerdict Check(GoldenNames.Entry entry) => NameCheck.Standard.Of(entry.Name, entry.Convention, NamingCast.Studio);

    private static IEnumerable<string> AllCodes() => typeof(FindingCode).GetFields().Select(code => ((string)code.GetRawConstantValue()!)["name.".Length..]);
}
