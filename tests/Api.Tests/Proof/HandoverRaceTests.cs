using ClientChats.Tests;

namespace ClientChats.Api.Tests.Proof;

/// <summary>A client is handed over while people write, read and listen; the order of the log decides who gets what.</summary>
[Collection(ProofApp.Collection)]
public sealed class HandoverRaceTests(ProofApp app)
{
    private const int Times = 50;

    [Fact]
    public async Task HO1_HO2_HO11_Whoever_loses_the_chat_gets_nothing_later_and_whoever_gains_it_gets_everything()
    {
        var (first, second) = ((Person)app.Callers["responsible"], (Person)app.Callers["employee"]);
        var house = await app.MirrorAsync($"race-{Guid.NewGuid():N}", $"Гонка {Guid.NewGuid():N}", new OutsidePerson($"race-{Guid.NewGuid():N}", "Рая Гонкина", "+79120990010"), first);
        var contact = await app.AskSqlAsync<string>("select c.external_id from participant_contacts c join outside_participants p on p.id = c.participant_id where p.phone = $1 limit 1", "+79120990010");
        var live = new Dictionary<Person, Listener> { [first] = await first.ListenAsync(), [second] = await second.ListenAsync() };
        var nothing = (await second.GetAsync($"/conversations/{Guid.CreateVersion7()}/messages")).Bytes;
        var heard = new Dictionary<Person, List<Json>> { [first] = [], [second] = [] };

        for (var time = 0; time < Times; time++)
        {
            var (from, to) = time % 2 == 0 ? (first, second) : (second, first);
            var posts = Enumerable.Range(0, 3).Select(n => from.PostAsync($"/conversations/{house}/messages", new { clientMessageId = Guid.NewGuid(), text = $"{time}-{n}" })).ToList();
            var handover = app.Owner.PostAsync("/crm/handover", new { contactIds = new[] { contact }, toMemberId = to.Id });
            var reads = Enumerable.Range(0, 2).Select(_ => from.GetAsync($"/conversations/{house}/messages?limit=5")).ToList();

            (await handover).Expect(200);
            var after = await from.GetAsync($"/conversations/{house}/messages");
            after.Refuses(404, "conversations.notFound");
            after.Bytes.ShouldBe(nothing);
            (await from.PostAsync($"/conversations/{house}/messages", new { clientMessageId = Guid.NewGuid(), text = "поздно" })).Refuses(404, "conversations.notFound");
            (await Task.WhenAll(posts)).ShouldAllBe(answer => answer.Status == 201 || answer.Status == 404 && answer.Code == "conversations.notFound");
            (await Task.WhenAll(reads)).ShouldAllBe(answer => answer.Status == 200 || answer.Status == 404);

            // The log says after which number the sight ended: the entry of the handover itself and what follows is for the next one alone.
            var log = await LogAsync(to, house);
            var ended = log.Last(entry => entry["kind"].Text == "system" && entry["system"]["type"].Text == "handedOver")["number"].Number;
            (await to.PostAsync($"/conversations/{house}/messages", new { clientMessageId = Guid.NewGuid(), text = $"после {time}" })).Expect(201);
            var last = ended + 1;
            await Eventually.HoldsAsync(() =>
            {
                heard[to].AddRange(live[to].Heard());
                return Task.FromResult(heard[to].Any(happened => NumberOf(happened, house) >= last));
            });
            heard[from].AddRange(live[from].Heard());
            heard[from].Where(happened => NumberOf(happened, house) >= ended).ShouldBeEmpty($"handover {time}");
            foreach (var answer in reads.Select(read => read.Result).Where(answer => answer.Status == 200)) answer.Items.ShouldAllBe(entry => entry["number"].Number < ended);
            foreach (var refused in posts.Select(post => post.Result).Where(answer => answer.Status == 201)) refused["number"].Number.ShouldBeLessThan(ended);
        }

        var whole = await LogAsync(first, house);
        whole.Select(entry => entry["number"].Number).ShouldBe(Enumerable.Range(1, whole.Count).Select(n => (long)n));
        foreach (var listener in live.Values) await listener.DisposeAsync();
        foreach (var person in heard.Keys)
            heard[person].Where(happened => happened["type"].Text == "messagePosted" && happened["conversationId"].ToString() == house.ToString()).GroupBy(happened => happened["number"].Number).ShouldAllBe(same => same.Count() == 1);
    }

    [Fact]
    public async Task HO3_HO15_Who_lost_the_chat_does_not_catch_up_with_an_old_revision_and_counts_it_nowhere()
    {
        var (house, contact) = await HouseAsync("+79120990011");
        var (from, to) = ((Person)app.Callers["responsible"], (Person)app.Callers["employee"]);
        var revision = (await from.GetAsync($"/conversations/{house}")).Expect(200)["revision"].Number;

        (await app.Owner.PostAsync("/crm/handover", new { contactIds = new[] { contact }, toMemberId = to.Id })).Expect(200);
        (await to.PostAsync($"/conversations/{house}/messages", new { clientMessageId = Guid.NewGuid(), text = "Теперь я" })).Expect(201);

        foreach (var path in new[] { $"/changes?after={revision}", "/changes?after=0", "/messages?after=1", "/messages/1", "/reads", "/members", "/participants", "/viewers", "/access", "" })
            (await from.GetAsync($"/conversations/{house}{path}")).Refuses(404, "conversations.notFound");
        (await from.GetAsync("/conversations?limit=200")).Items.ShouldNotContain(item => item["id"].Id == house);
        (await to.GetAsync($"/conversations/{house}/changes?after=0&limit=200")).Expect(200)["reset"].IsTrue.ShouldBeFalse();
    }

    [Fact]
    public async Task HO9_HO10_One_client_of_mine_is_enough_and_new_clients_end_with_the_contact()
    {
        var (from, to, everybody) = ((Person)app.Callers["responsible"], (Person)app.Callers["employee"], (Person)app.Callers["newClients"]);
        var (one, two) = (new OutsidePerson($"ho9-{Guid.NewGuid():N}", "Первая", "+79120990012"), new OutsidePerson($"ho9-{Guid.NewGuid():N}", "Второй", "+79120990013"));
        var house = await app.MirrorAsync($"ho9-{Guid.NewGuid():N}", $"Двое {Guid.NewGuid():N}", one, responsible: null);
        (await app.Outside.JoinAsync(two)).Expect(200);
        (await everybody.GetAsync($"/conversations/{house}/messages")).Expect(200);

        await app.MakeResponsibleAsync("ho9-1", one, from);
        (await everybody.GetAsync($"/conversations/{house}/messages")).Refuses(404, "conversations.notFound");
        await app.MakeResponsibleAsync("ho9-2", two, from);
        await Eventually.HoldsAsync(async () => await app.AskSqlAsync<long>("select count(*) from participant_contacts where external_id in ('ho9-1', 'ho9-2')") == 2);
        (await app.Owner.PostAsync("/crm/handover", new { contactIds = new[] { "ho9-1" }, toMemberId = to.Id })).Expect(200);
        (await from.GetAsync($"/conversations/{house}/messages")).Expect(200);
        (await to.GetAsync($"/conversations/{house}/messages")).Expect(200);
        (await app.Owner.PostAsync("/crm/handover", new { contactIds = new[] { "ho9-2" }, toMemberId = to.Id })).Expect(200);
        (await from.GetAsync($"/conversations/{house}/messages")).Refuses(404, "conversations.notFound");
    }

    [Fact]
    public async Task HO12_An_older_revision_of_the_contact_changes_nothing()
    {
        var (house, contact) = await HouseAsync("+79120990014");
        var (from, to) = ((Person)app.Callers["responsible"], (Person)app.Callers["employee"]);

        foreach (var (responsible, revision, applied) in new[] { (to, 8L, true), (from, 7L, false), (from, 8L, false) })
            (await app.Owner.PutAsync($"/crm/contacts/{contact}", new { name = "Рая", phones = new[] { "+79120990014" }, responsibleMemberId = responsible.Id, revision })).Expect(200)["applied"].IsTrue.ShouldBe(applied);

        (await to.GetAsync($"/conversations/{house}/messages")).Expect(200);
        (await from.GetAsync($"/conversations/{house}/messages")).Refuses(404, "conversations.notFound");
    }

    private async Task<(Guid House, string Contact)> HouseAsync(string phone)
    {
        var id = $"house-{Guid.NewGuid():N}";
        return (await app.MirrorAsync(id, $"Дом {id}", new OutsidePerson(id, "Рая", phone), (Person)app.Callers["responsible"]), $"contact-{id}");
    }

    private static async Task<IReadOnlyList<Json>> LogAsync(Person reader, Guid conversation)
    {
        var log = new List<Json>();
        for (var more = true; more;)
        {
            var page = (await reader.GetAsync($"/conversations/{conversation}/messages?limit=200&after={(log.Count == 0 ? 0 : log[^1]["number"].Number)}")).Expect(200);
            log.AddRange(page.Items);
            more = page["hasAfter"].IsTrue;
        }

        return log;
    }

    private static long NumberOf(Json happened, Guid conversation) => happened["conversationId"].ToString() == conversation.ToString() && happened["number"].Exists ? happened["number"].Number : 0;
}
