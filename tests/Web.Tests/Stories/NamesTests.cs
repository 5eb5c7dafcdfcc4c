using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>Names are looked through, fixed at once and given back; and the words that they are judged by are one's own.</summary>
public sealed class NamesTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    [Fact]
    public async Task A_poor_name_is_found_fixed_and_given_back()
    {
        await using var anna = await app.OpenAsync(Ershova);
        (await (await app.As(Ershova)).PostAsync("/chats", new { kind = "group", name = "Оптимизация | Лютик | Анна", memberIds = new[] { (await app.As(Ivanova)).Id } })).Expect(201);
        await anna.GoAsync("/settings/names");
        await anna.SeesAsync(anna.Page.GetByRole(AriaRole.Link, new() { Name = "Оптимизация | Лютик | Анна" }));

        await anna.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Выбрать «Оптимизация | Лютик | Анна»" }).CheckAsync();
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        await anna.Button("Исправить 1 название").ClickAsync();
        await anna.SeesAsync("Исправлено 1 название");
        await anna.LosesAsync(anna.Page.GetByRole(AriaRole.Link, new() { Name = "Оптимизация | Лютик | Анна" }));

        await anna.Button("Вернуть").ClickAsync();
        await anna.SeesAsync(anna.Page.GetByRole(AriaRole.Link, new() { Name = "Оптимизация | Лютик | Анна" }));
        anna.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_is_added_refused_when_unfit_and_removed()
    {
        await using var nikolai = await app.OpenAsync(Zuev);
        await nikolai.GoAsync("/settings/words");
        await nikolai.SeesAsync(nikolai.Page.GetByRole(AriaRole.Cell, new() { Name = "АХО", Exact = true }));
        (await Axe.ViolationsAsync(nikolai)).ShouldBeEmpty();

        await nikolai.Button("Добавить слово").ClickAsync();
        await nikolai.Field("Слово").FillAsync("ЖЦК");
        await nikolai.Button("Сохранить").ClickAsync();
        await nikolai.SeesAsync("Напишите, чем заменить это слово");
        await nikolai.Field("Как лучше").FillAsync("Жил. комплекс");
        await nikolai.Button("Сохранить").ClickAsync();
        await nikolai.SeesAsync("Слово сохранено");

        await nikolai.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Найти слово" }).FillAsync("жцк");
        await nikolai.SeesAsync(nikolai.Page.GetByRole(AriaRole.Cell, new() { Name = "Жил. комплекс", Exact = true }));
        await nikolai.Button("Убрать «ЖЦК»").ClickAsync();
        await nikolai.SeesAsync("Таких слов нет");
    }
}
