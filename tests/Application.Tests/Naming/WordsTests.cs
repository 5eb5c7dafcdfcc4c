using ClientChats.Application.Kernel;
using ClientChats.Application.Naming;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Naming;
using FluentValidation;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Naming;

/// <summary>An organization's own words decide about its names from the moment in which they are saved.</summary>
public sealed class WordsTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task Own_words_are_heeded_and_taking_them_back_is_too()
    {
        var zuev = bureau.As(Zuev);
        var ours = await zuev.Sends(new ListWords("ru"));
        (await CodesAsync("Тендер | Ромашка | Ершова")).ShouldNotContain("name.abbreviation");
        (await CodesAsync("ЖЦК | Ромашка | Ершова")).ShouldContain("name.abbreviation");

        var changed = await zuev.Sends(new ReplaceWords("ru", [.. Inputs(ours), new DictionaryInput(EntryKind.Capitals, "ЖЦК", null)], ours.Version));
        changed.Items.Single(line => line.Word == "ЖЦК").IsOwn.ShouldBe(true);
        (await CodesAsync("ЖЦК | Ромашка | Ершова")).ShouldNotContain("name.abbreviation");

        var without = await zuev.Sends(new ReplaceWords("ru", [.. Inputs(ours).Where(line => line.Word != "МП")], changed.Version));
        without.Removed.Select(line => line.Word).ShouldBe(["МП"]);
        (await zuev.Sends(new ReplaceWords("ru", [.. Inputs(ours)], without.Version))).Removed.ShouldBeEmpty();
        (await CodesAsync("ЖЦК | Ромашка | Ершова")).ShouldContain("name.abbreviation");
    }

    [Fact]
    public async Task Words_that_are_unfit_are_told_one_by_one_and_nothing_is_saved()
    {
        var zuev = bureau.As(Zuev);
        var ours = await zuev.Sends(new ListWords("en"));
        var items = Inputs(ours).ToList();

        var refused = await Should.ThrowAsync<ValidationException>(() => zuev.Sends(new ReplaceWords(
            "en", [.. items, new(EntryKind.Abbreviation, "XQZ", null), new(EntryKind.General, "", null), new(EntryKind.LongWord, "short", "longer than it")], ours.Version)));

        refused.Errors.Select(error => (error.PropertyName, error.ErrorCode)).ShouldBe(
            [($"items[{items.Count}]", "naming.valueMissing"), ($"items[{items.Count + 1}]", "naming.wordMissing"), ($"items[{items.Count + 2}]", "naming.valueNotShorter")], ignoreOrder: true);
        (await zuev.Sends(new ListWords("en"))).Version.ShouldBe(ours.Version);
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_is_told_and_there_is_no_third_language()
    {
        var zuev = bureau.As(Zuev);
        var read = await zuev.Sends(new ListWords("en"));
        await zuev.Sends(new ReplaceWords("en", [.. Inputs(read), new DictionaryInput(EntryKind.Brand, "LarkCo", null)], read.Version));

        (await bureau.As(Ryzhova).IsRefused(new ReplaceWords("en", [.. Inputs(read)], read.Version))).ShouldBe(SessionRefusals.Stale);
        (await zuev.IsRefused(new ListWords("de"))).ShouldBe(NamingRefusals.DictionaryNotFound);
        (await bureau.As(Ershova).IsRefused(new ReplaceWords("en", [.. Inputs(read)], null))).Kind.ShouldBe(RefusalKind.Forbidden);
    }

    private static IEnumerable<DictionaryInput> Inputs(DictionaryView dictionary) => dictionary.Items.Select(line => new DictionaryInput(line.Kind, line.Word, line.Value));

    private async Task<IEnumerable<string>> CodesAsync(string name) => (await bureau.As(Ershova).Sends(new CheckName(name, null, null, null))).Findings.Select(finding => finding.Code);
}
