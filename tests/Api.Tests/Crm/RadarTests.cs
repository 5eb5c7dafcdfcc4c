using ClientChats.Tests;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Api.Tests.Crm;

/// <summary>Client chats that no contact explains: who finds them, and what follows when somebody says who the client is.</summary>
public sealed class RadarTests(BureauApp app) : IClassFixture<BureauApp>
{
    [Fact]
    public async Task Who_links_the_client_by_hand_decides_at_once_who_sees_the_chat()
    {
        var (panin, belova, gromov, vlasova, zuev) = (await app.As(Panin), await app.As(Belova), await app.As(Gromov), await app.As(Vlasova), await app.As(Zuev));
        var client = new OutsidePerson("radar-1", "Инна Шилова", "+79125550101");
        var (chat, _) = await MirrorAsync("radar-1", "Баня Шиловы", client, await app.As(Sokolov));
        await SaveAsync("radar-belova", "Инна Ш.", belova.Id);

        var row = await RowAsync(panin, chat);
        row["state"].Text.ShouldBe("unlinked");
        row["clients"].Items.ShouldHaveSingleItem()["displayName"].Text.ShouldBe("Инна Шилова");
        row["clients"].Items[0]["phone"].Text.ShouldBe("+79125550101");
        row["letInBy"].Items.ShouldHaveSingleItem()["displayName"].Text.ShouldBe(Sokolov.DisplayName);
        row["lastMessage"]["text"].Text.ShouldBe("Здравствуйте!");
        (await FindsAsync(vlasova, chat)).ShouldBeTrue();
        (await FindsAsync(gromov, chat)).ShouldBeFalse();

        var managed = await RowAsync(zuev, chat);
        managed["managed"].IsTrue.ShouldBeTrue();
        managed["lastMessage"].Exists.ShouldBeFalse();
        managed["can"]["create"].IsTrue.ShouldBeFalse();
        managed.ToString().ShouldNotContain("Здравствуйте");

        var participant = row["clients"].Items[0]["participantId"].Id;
        var path = $"/conversations/{chat}/participants/{participant}/contact";
        (await gromov.PutAsync(path, new { externalId = "radar-belova" })).Refuses(404, "conversations.notFound");
        (await panin.PutAsync(path, new { externalId = "radar-belova" })).Refuses(404, "crm.contactNotFound");
        (await zuev.PutAsync($"/conversations/{chat}/participants/{Guid.NewGuid()}/contact", new { externalId = "radar-belova" })).Refuses(404, "crm.clientNotFound");

        await using var gains = await belova.ListenAsync();
        await using var loses = await panin.ListenAsync();
        (await zuev.PutAsync(path, new { externalId = "radar-belova" })).Expect(204);
        (await gains.NextAsync("conversationAppeared"))["conversationId"].Id.ShouldBe(chat);
        (await loses.NextAsync("conversationDisappeared"))["conversationId"].Id.ShouldBe(chat);
        await SeesAsync(chat, [belova, vlasova], [panin, gromov, zuev]);
        (await FindsAsync(zuev, chat)).ShouldBeFalse();

        // The number of another contact changes nothing while the link by hand stands.
        await SaveAsync("radar-panin", "Шилова", panin.Id, client.Phone!);
        await SeesAsync(chat, [belova], [panin]);

        // Without it the number counts again; what is parted by hand stays parted, whatever the CRM says later.
        (await zuev.DeleteAsync(path)).Expect(204);
        await SeesAsync(chat, [panin], [belova]);
        (await zuev.DeleteAsync($"{path}?externalId=radar-panin")).Expect(204);
        await SaveAsync("radar-panin", "Шилова И.", panin.Id, client.Phone!);
        await SaveAsync("radar-belova", "Инна Ш.", belova.Id, client.Phone!);
        (await RowAsync(panin, chat))["state"].Text.ShouldBe("unlinked");
        await SeesAsync(chat, [panin, vlasova], [belova]);
        (await zuev.DeleteAsync(path)).Expect(204);
    }

    [Fact]
    public async Task A_contact_made_by_hand_is_its_makers_and_nobody_else_takes_the_client()
    {
        var (panin, sokolov, vlasova, akhmetov, zuev) = (await app.As(Panin), await app.As(Sokolov), await app.As(Vlasova), await app.As(Akhmetov), await app.As(Zuev));
        var (chat, group) = await MirrorAsync("radar-2", "Навес", new OutsidePerson("radar-2", "Вадим Котов", "+79125550102"));
        var participant = (await RowAsync(panin, chat))["clients"].Items[0]["participantId"].Id;
        var path = $"/conversations/{chat}/participants/{participant}/contact";

        (await akhmetov.PostAsync("/crm/contacts", new { participantId = participant })).Refuses(403, "crm.mayNotLink");
        (await zuev.PostAsync("/crm/contacts", new { participantId = participant })).Refuses(404, "crm.clientNotFound");
        var contact = (await panin.PostAsync("/crm/contacts", new { participantId = participant, name = "  Вадим   Котов " })).Expect(201);
        contact["name"].Text.ShouldBe("Вадим Котов");
        contact["phones"].Items.ShouldHaveSingleItem().Text.ShouldBe("+79125550102");
        contact["responsible"]["memberId"].Id.ShouldBe(panin.Id);
        await SeesAsync(chat, [panin, vlasova], [sokolov, zuev]);

        // A colleague who comes to the chat by another client of his does not take this one away.
        (await group.JoinAsync(new OutsidePerson("radar-3", "Яна Котова", "+79125550103"))).Expect(200);
        await Eventually.HoldsAsync(async () => await app.AskSqlAsync<long>("select count(*) from bridged_presences where conversation_id = $1", chat) == 2);
        await SaveAsync("radar-sokolov", "Яна Котова", sokolov.Id, "+79125550103");
        await SaveAsync("radar-greedy", "Вадим К.", sokolov.Id);
        (await sokolov.PutAsync(path, new { externalId = "radar-greedy" })).Refuses(403, "crm.clientOfAnother");
        (await sokolov.DeleteAsync(path)).Refuses(403, "crm.clientOfAnother");
        (await sokolov.PostAsync("/crm/contacts", new { participantId = participant })).Refuses(403, "crm.clientOfAnother");

        (await vlasova.PutAsync(path, new { externalId = "radar-greedy" })).Expect(204);
        await SeesAsync(chat, [sokolov, vlasova], [panin]);
    }

    [Fact]
    public async Task A_client_who_fits_several_contacts_is_unclear_until_somebody_says_who_he_is()
    {
        var (panin, belova, zuev) = (await app.As(Panin), await app.As(Belova), await app.As(Zuev));
        await SaveAsync("radar-u1", "Юлия Дёмина", panin.Id, "+79125550104");
        await SaveAsync("radar-u2", "Ю. Дёмина", belova.Id, "+79125550104");
        var (chat, _) = await MirrorAsync("radar-4", "Участок Дёминых", new OutsidePerson("radar-4", "Юлия", "+79125550104"));
        await SeesAsync(chat, [panin, belova], []);

        var row = await RowAsync(belova, chat);
        row["state"].Text.ShouldBe("unclear");
        row["clients"].Items[0]["contacts"].Number.ShouldBe(2);
        (await RowAsync(zuev, chat))["lastMessage"].Exists.ShouldBeFalse();
        (await belova.PutAsync($"/conversations/{chat}/participants/{row["clients"].Items[0]["participantId"].Id}/contact", new { externalId = "radar-u2" })).Expect(204);
        await SeesAsync(chat, [belova], [panin]);
        (await FindsAsync(belova, chat)).ShouldBeFalse();
    }

    [Fact]
    public async Task Links_by_hand_and_handovers_at_once_leave_one_of_both_orders()
    {
        var (panin, belova, sokolov, zuev) = (await app.As(Panin), await app.As(Belova), await app.As(Sokolov), await app.As(Zuev));
        var (chat, _) = await MirrorAsync("radar-5", "Дом Луниных", new OutsidePerson("radar-5", "Егор Лунин", "+79125550105"));
        var participant = (await RowAsync(panin, chat))["clients"].Items[0]["participantId"].Id;
        await SaveAsync("radar-race", "Егор Лунин", belova.Id);

        var link = zuev.PutAsync($"/conversations/{chat}/participants/{participant}/contact", new { externalId = "radar-race" });
        var handover = zuev.PostAsync("/crm/handover", new { contactIds = new[] { "radar-race" }, toMemberId = sokolov.Id });
        (await link).Expect(204);
        (await handover).Expect(200);
        await SeesAsync(chat, [sokolov], [belova, panin]);
    }

    private async Task<(Guid Chat, OutsideGroup Group)> MirrorAsync(string id, string title, OutsidePerson client, Person? employee = null)
    {
        var group = await OutsideGroup.ConnectAsync(await app.As(Zuev), app.Browser(), id, title);
        if (employee is not null) (await group.JoinAsync(new OutsidePerson($"own-{id}", "Дима", Sokolov.Phone))).Expect(200);
        (await group.JoinAsync(client)).Expect(200);
        (await group.WriteAsync(client, $"m-{id}", "Здравствуйте!")).Expect(200);
        await Eventually.HoldsAsync(async () => await app.AskSqlAsync<long>("select count(*) from conversations where name = $1 and message_count >= 1", title) == 1);
        return (await app.AskSqlAsync<Guid>("select id from conversations where name = $1", title), group);
    }

    private async Task SaveAsync(string id, string name, Guid responsible, params string[] phones) =>
        (await (await app.As(Zuev)).PutAsync($"/crm/contacts/{id}", new { name, phones, responsibleMemberId = responsible })).Status.ShouldBeOneOf(200, 201);

    private static async Task<Json> RowAsync(Person person, Guid chat) => (await person.GetAsync("/crm/unlinked?limit=200")).Expect(200).Items.Single(item => item["conversation"]["id"].Id == chat);

    private static async Task<bool> FindsAsync(Person person, Guid chat) => (await person.GetAsync("/crm/unlinked?limit=200")).Expect(200).Items.Any(item => item["conversation"]["id"].Id == chat);

    private static async Task SeesAsync(Guid chat, Person[] see, Person[] doNot)
    {
        foreach (var person in see) (await person.GetAsync($"/conversations/{chat}/messages")).Expect(200);
        foreach (var person in doNot) (await person.GetAsync($"/conversations/{chat}/messages")).Refuses(404, "conversations.notFound");
    }
}
