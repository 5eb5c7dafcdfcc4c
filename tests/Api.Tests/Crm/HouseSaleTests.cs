using ClientChats.Tests;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Api.Tests.Crm;

/// <summary>The whole example of the second article, step by step: a house is sold, and the sale handed over to the project.</summary>
public sealed class HouseSaleTests(BureauApp app) : IClassFixture<BureauApp>
{
    private static readonly OutsidePerson Husband = new("h-1", "Игорь Волков", "+79123000001");
    private static readonly OutsidePerson Wife = new("h-2", "Елена Волкова", "+79123000002");
    private static readonly OutsidePerson Son = new("h-3", "Лев Волков", "+79123000003");
    private static readonly OutsidePerson Salesperson = new("s-1", "Дима С.", Sokolov.Phone);
    private static readonly OutsidePerson Architect = new("a-1", "Паша архитектор", Nechaev.Phone);

    [Fact]
    public async Task A_house_is_sold_and_handed_over()
    {
        var (sokolov, panin, belova, nechaev) = (await app.As(Sokolov), await app.As(Panin), await app.As(Belova), await app.As(Nechaev));
        var (vlasova, akhmetov, zuev) = (await app.As(Vlasova), await app.As(Akhmetov), await app.As(Zuev));
        var group = await OutsideGroup.ConnectAsync(zuev, app.Browser(), "house", "Дом Волковых");

        // The client turns to the company, and the salesperson makes him a contact with a deal.
        await SaveContactAsync(zuev, "v-1", Husband, sokolov, 201);

        // The client creates a group, and invites the salesperson and his wife, whom nobody has entered yet.
        (await group.JoinAsync(Husband)).Expect(200);
        (await group.JoinAsync(Salesperson)).Expect(200);
        (await group.WriteAsync(Husband, "m-1", "Дмитрий, добрый день! Это чат про наш дом.")).Expect(200);
        var house = await AppearsAsync(sokolov, "Дом Волковых", messages: 1);
        await SeeAsync(house, [sokolov, vlasova, akhmetov], [panin, belova, nechaev, zuev]);

        // Because the wife decides too, her contact is entered by hand.
        (await group.JoinAsync(Wife)).Expect(200);
        await SaveContactAsync(zuev, "v-2", Wife, sokolov, 201);
        (await group.WriteAsync(Wife, "m-2", "Здравствуйте! Мне важна кухня.")).Expect(200);

        // The architect does not use the CRM, and takes part from his own phone.
        (await group.JoinAsync(Architect)).Expect(200);
        (await group.WriteAsync(Architect, "m-3", "Кухню объединим с гостиной.")).Expect(200);
        await AppearsAsync(sokolov, "Дом Волковых", messages: 3);
        await SeeAsync(house, [sokolov, vlasova, akhmetov], [panin, belova, nechaev, zuev]);
        var people = (await sokolov.GetAsync($"/conversations/{house}/participants")).Expect(200).Items;
        var architect = people.Single(p => p["displayName"].Text == Nechaev.DisplayName);
        architect["isClient"].IsTrue.ShouldBeFalse();
        architect["memberId"].Id.ShouldBe(nechaev.Id);

        // The wife brings the son, whom nobody enters into the CRM; that changes nothing.
        (await group.JoinAsync(Son)).Expect(200);
        (await group.WriteAsync(Son, "m-4", "А у меня будет своя комната?")).Expect(200);
        await AppearsAsync(sokolov, "Дом Волковых", messages: 4);
        await SeeAsync(house, [sokolov, vlasova, akhmetov], [panin, belova, nechaev, zuev]);
        (await sokolov.PostAsync($"/conversations/{house}/messages", new { clientMessageId = Guid.NewGuid(), text = "Лев, конечно, будет." })).Expect(201);

        // The house is sold. The salesperson hands the clients over, and both hear of it in the same instant.
        await using var salesLive = await sokolov.ListenAsync();
        await using var projectLive = await belova.ListenAsync();
        var clients = new { contactIds = new[] { "v-1", "v-2" }, toMemberId = belova.Id };
        var preview = (await sokolov.PostAsync("/crm/handover/preview", clients)).Expect(200);
        preview["gains"].Items.ShouldHaveSingleItem()["id"].Id.ShouldBe(house);
        preview["loses"].Items.ShouldHaveSingleItem()["member"]["memberId"].Id.ShouldBe(sokolov.Id);
        (await sokolov.PostAsync("/crm/handover", new { clients.contactIds, clients.toMemberId, expected = preview["expected"].Text })).Expect(200)["conversations"].Number.ShouldBe(1);

        await SeeAsync(house, [belova, vlasova, akhmetov], [sokolov, panin, nechaev, zuev]);
        (await projectLive.NextAsync("conversationAppeared"))["conversationId"].Id.ShouldBe(house);
        (await salesLive.NextAsync("conversationDisappeared"))["conversationId"].Id.ShouldBe(house);

        // The project manager has the whole history; what comes now reaches her and not the salesperson.
        var history = (await belova.GetAsync($"/conversations/{house}/messages?limit=200")).Expect(200).Items;
        history.Select(e => e["number"].Number).ShouldBe(Enumerable.Range(1, history.Count).Select(n => (long)n));
        history.Where(e => e["kind"].Text == "message").Select(e => e["text"].Text).ShouldBe(
            ["Дмитрий, добрый день! Это чат про наш дом.", "Здравствуйте! Мне важна кухня.", "Кухню объединим с гостиной.", "А у меня будет своя комната?", "Лев, конечно, будет."]);
        history[^1]["system"]["type"].Text.ShouldBe("handedOver");
        (await group.WriteAsync(Wife, "m-5", "@Ольга, здравствуйте!")).Expect(200);
        Json heard;
        do heard = await projectLive.NextAsync("messagePosted"); while (heard["data"]["entry"]["kind"].Text != "message");
        heard["data"]["entry"]["text"].Text.ShouldBe("@Ольга, здравствуйте!");
        heard["data"]["entry"]["mentions"].Items.ShouldHaveSingleItem()["participantId"].Id.ShouldBe(belova.Id);
        (await belova.GetAsync($"/conversations/{house}")).Expect(200)["mentionCount"].Number.ShouldBe(1);
        (await belova.PostAsync($"/conversations/{house}/messages", new { clientMessageId = Guid.NewGuid(), text = "Елена, добрый день!" })).Expect(201);
        salesLive.Heard().ShouldNotContain(e => e["conversationId"].ToString() == house.ToString());

        // And why it is so can be asked.
        (await belova.GetAsync($"/conversations/{house}/access")).Expect(200)["because"].Items.Select(r => (r["rule"].Text, r["contactId"].Text)).ShouldBe([("responsible", "v-2"), ("responsible", "v-1")], ignoreOrder: true);
        (await zuev.GetAsync($"/conversations/{house}/access?memberId={sokolov.Id}")).Expect(200)["sees"].IsTrue.ShouldBeFalse();
        (await sokolov.GetAsync($"/conversations/{house}/access")).Refuses(404, "conversations.notFound");
    }

    private static async Task SaveContactAsync(Person by, string id, OutsidePerson client, Person responsible, int status) =>
        (await by.PutAsync($"/crm/contacts/{id}", new { name = client.Name, phones = new[] { client.Phone }, responsibleMemberId = responsible.Id, deals = new[] { new { id = "sale", createdAt = DateTimeOffset.UtcNow } } })).Expect(status)["applied"].IsTrue.ShouldBeTrue();

    private static async Task<Guid> AppearsAsync(Person viewer, string name, int messages)
    {
        var item = await Eventually.GetsAsync(
            async () => (await viewer.GetAsync($"/conversations?query={Uri.EscapeDataString(name)}")).Expect(200).Body["items"][0],
            item => item.Exists && !item["lastMessage"].IsNull);
        var id = item["id"].Id;
        await Eventually.GetsAsync(async () => (await viewer.GetAsync($"/conversations/{id}/messages?limit=200")).Expect(200).Items.Count(e => e["kind"].Text == "message"), count => count >= messages);
        return id;
    }

    /// <summary>Who sees it finds it in the list and reads it; who does not finds a conversation that does not exist.</summary>
    private static async Task SeeAsync(Guid conversation, Person[] seeing, Person[] others)
    {
        var nothing = Guid.CreateVersion7();
        foreach (var person in seeing)
        {
            (await person.GetAsync("/conversations?limit=200")).Items.ShouldContain(item => item["id"].Id == conversation, person.Name);
            (await person.GetAsync($"/conversations/{conversation}/messages")).Expect(200);
        }

        foreach (var person in others)
        {
            (await person.GetAsync("/conversations?limit=200")).Items.ShouldNotContain(item => item["id"].Id == conversation, person.Name);
            foreach (var surface in new[] { "/messages", "/changes", "/messages/1", "/reads" })
            {
                var refused = (await person.GetAsync($"/conversations/{conversation}{surface}")).Refuses(404, "conversations.notFound");
                refused.Bytes.ShouldBe((await person.GetAsync($"/conversations/{nothing}{surface}")).Bytes);
            }
        }
    }
}
