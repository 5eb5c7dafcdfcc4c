using ClientChats.Web.Tests.Browser;
using Microsoft.Playwright;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Web.Tests.Stories;

/// <summary>A client is asked for a decision, answers from the card, and the employee closes it with one click.</summary>
public sealed class DecisionTests(BureauInBrowser app) : IClassFixture<BureauInBrowser>
{
    [Fact]
    public async Task The_client_answers_from_the_card_and_the_employee_closes_the_decision()
    {
        await using var anna = await app.OpenAsync(Ershova);
        await using var maria = await app.OpenAsync(Ivanova);
        await anna.OpenChatAsync("Мария Иванова");
        await maria.OpenChatAsync("Анна Ершова");

        var asked = maria.Log.GetByRole(AriaRole.Region, new() { Name = "Решение" });
        await maria.SeesAsync(asked.GetByText("Требует решения с вашей стороны"));
        (await Axe.ViolationsAsync(maria)).ShouldBeEmpty();
        await asked.GetByRole(AriaRole.Button, new() { Name = "Ответить решением" }).ClickAsync();
        await maria.SayAsync("Всё верно, оплатим завтра");

        var card = anna.Log.GetByRole(AriaRole.Region, new() { Name = "Решение" });
        await anna.SeesAsync(card.GetByText("Ответ получен"));
        (await Axe.ViolationsAsync(anna)).ShouldBeEmpty();
        await card.GetByRole(AriaRole.Button, new() { Name = "Решено" }).ClickAsync();
        await maria.SeesAsync(maria.Log.GetByText("Решено"));
        await maria.LosesAsync(asked);
        foreach (var window in new[] { anna, maria }) window.Complaints.ShouldBeEmpty();
    }
}
