using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Crm;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Visibility;

/// <summary>The five rules, on the house sale and the web studio.</summary>
public sealed class VisibilityRulesTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task The_house_is_seen_by_its_salesperson_by_supervision_and_by_nobody_else()
    {
        var house = await bureau.ConversationAsync("Баня | Кузьмины | Белова");

        foreach (var person in new[] { Belova, Vlasova, Akhmetov }) (await bureau.As(person).Sees(house)).ShouldBeTrue(person.DisplayName);
        foreach (var person in All.Except([Belova, Vlasova, Akhmetov])) (await bureau.As(person).Sees(house)).ShouldBeFalse(person.DisplayName);
    }

    [Fact]
    public async Task Taking_part_from_an_own_number_opens_nothing()
    {
        var house = await bureau.ConversationAsync("Дом на Заречной | Орловы");

        (await bureau.As(Nechaev).Sees(house)).ShouldBeFalse();
        var why = await bureau.As(Zuev).Sends(new ExplainAccess(house, bureau.MemberIdOf(Nechaev)));
        why.Sees.ShouldBeFalse();
        why.Because.ShouldBeEmpty();
        why.Irrelevant.ShouldContain(fact => fact.Fact == IrrelevantFact.OwnNumber && fact.DisplayName == Nechaev.DisplayName);
    }

    [Fact]
    public async Task A_chat_that_no_contact_explains_is_seen_by_those_who_receive_new_clients_until_one_does()
    {
        var plot = await bureau.ConversationAsync("Участок у реки");
        foreach (var person in new[] { Sokolov, Panin, Vlasova, Akhmetov }) (await bureau.As(person).Sees(plot)).ShouldBeTrue(person.DisplayName);
        foreach (var person in new[] { Belova, Ershova, Zuev, Ivanova }) (await bureau.As(person).Sees(plot)).ShouldBeFalse(person.DisplayName);
        (await bureau.As(Sokolov).Sends(new ExplainAccess(plot, null))).Because.ShouldHaveSingleItem().Rule.ShouldBe(AccessRule.Unlinked);

        await bureau.As(Zuev).Sends(new SaveContact("900", Contact("Юлия Дёмина", "8 912 704-05-01", bureau.MemberIdOf(Panin))));

        (await bureau.As(Panin).Sees(plot)).ShouldBeTrue();
        (await bureau.As(Sokolov).Sees(plot)).ShouldBeFalse();

        await bureau.As(Zuev).Sends(new DeleteContact("900"));
        (await bureau.As(Sokolov).Sees(plot)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_client_of_mine_is_enough_and_the_last_one_takes_the_chat_with_him()
    {
        var house = await bureau.ConversationAsync("Дом на Заречной | Орловы");
        var belova = bureau.MemberIdOf(Belova);

        await bureau.As(Vlasova).Sends(new HandOver(new HandoverInput(["40177"], null, belova, null)));
        (await bureau.As(Sokolov).Sees(house)).ShouldBeTrue();
        (await bureau.As(Belova).Sees(house)).ShouldBeTrue();

        await bureau.As(Sokolov).Sends(new HandOver(new HandoverInput(["40181"], null, belova, null)));
        (await bureau.As(Sokolov).Sees(house)).ShouldBeFalse();
        (await bureau.As(Sokolov).IsRefused(new Application.Messages.PostMessage(house, Guid.NewGuid(), "ещё одно", null))).ShouldBe(ConversationRefusals.NotFound);

        var page = await bureau.As(Belova).Sends(new Application.Messages.ReadMessages(house, null, null, null, 200));
        page.Items[0].Number.ShouldBe(1);
        page.Items[^1].System!.Type.ShouldBe(SystemFactType.HandedOver);
        page.Items[^1].System!.From!.ShouldHaveSingleItem().DisplayName.ShouldBe(Sokolov.DisplayName);
    }

    [Fact]
    public async Task A_guest_sees_the_chats_he_was_added_to_and_nothing_else()
    {
        var site = await bureau.ConversationAsync("Сайт | Ромашка | Ершова");
        var seo = await bureau.ConversationAsync("SEO | Дентал Плюс | Ершова");

        (await bureau.As(Ivanova).Sees(site)).ShouldBeTrue();
        (await bureau.As(Ivanova).Sees(seo)).ShouldBeFalse();
        (await bureau.As(Tkach).Sees(site)).ShouldBeFalse();
        (await bureau.As(Ershova).Sends(new ShowConversation(seo))).IsClientChat.ShouldBeTrue();
    }

    [Fact]
    public async Task An_administrator_manages_a_client_chat_without_reading_it_and_cannot_add_himself()
    {
        var seo = await bureau.ConversationAsync("SEO | Дентал Плюс | Ершова");
        var zuev = bureau.As(Zuev);

        var managed = await zuev.Sends(new ShowConversation(seo));
        managed.Managed.ShouldBe(true);
        managed.LastMessage.ShouldBeNull();
        managed.Members!.Select(m => m.DisplayName).ShouldContain(Tkach.DisplayName);
        (await zuev.Sees(seo)).ShouldBeFalse();
        (await zuev.IsRefused(new AddMember(seo, zuev.MemberId, History.All))).ShouldBe(ConversationRefusals.NotYourselfByManaging);

        var graphs = await bureau.ConversationAsync("Стройка: графики");
        (await zuev.IsRefused(new ShowConversation(graphs))).ShouldBe(ConversationRefusals.NotFound);
    }

    [Fact]
    public async Task Taking_the_last_client_out_hides_nothing_from_supervision()
    {
        var started = await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, "Буклет | Дентал Плюс", [bureau.MemberIdOf(Gromov), bureau.MemberIdOf(Tkach)]));
        (await bureau.As(Vlasova).Sees(started.Id)).ShouldBeTrue();

        await bureau.As(Ershova).Sends(new RemoveMember(started.Id, bureau.MemberIdOf(Tkach)));

        (await bureau.As(Tkach).Sees(started.Id)).ShouldBeFalse();
        (await bureau.As(Vlasova).Sees(started.Id)).ShouldBeTrue();
        (await bureau.As(Sokolov).Sees(started.Id)).ShouldBeFalse();
    }

    private static ContactInput Contact(string name, string phone, Guid responsible) => new(name, [phone], null, null, responsible, null, null, null);
}
