using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Crm;
using ClientChats.Application.Messages;
using ClientChats.Application.Naming;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Naming;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Naming;

/// <summary>Names are looked through, fixed at once and given back, by whoever may rename each chat; and they follow a handover.</summary>
public sealed class FixingNamesTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task The_report_tells_of_what_one_sees_and_of_nothing_else()
    {
        var mine = await StartAsync("Оптимизация | Ромашка | Анна", Ivanova);
        await StartAsync("Сайт | Лютик | Ершова", Ivanova);

        var report = await ReadAsync(Ershova);
        var found = report.Single(one => one.ConversationId == mine);
        found.Findings.Select(finding => finding.Code).ShouldBe(["name.longWord", "name.firstName"], ignoreOrder: true);
        found.Suggestion.ShouldBe("Оптимиз. | Ромашка | Ершова");
        found.CanRename.ShouldBeTrue();
        report.ShouldNotContain(one => one.Name == "Сайт | Лютик | Ершова");
        (await ReadAsync(Klimova)).ShouldNotContain(one => one.ConversationId == mine);
        (await ReadAsync(Zuev)).Single(one => one.ConversationId == mine).CanRename.ShouldBeTrue();
        (await ReadAsync(Akhmetov)).Single(one => one.ConversationId == mine).CanRename.ShouldBeFalse();
    }

    [Fact]
    public async Task Names_are_fixed_at_once_and_given_back()
    {
        var (first, second, hidden) = (await StartAsync("Оптимизация | Ромашка", Gromov), await StartAsync("МП | Лютик", Gromov), await StartAsync("Чужое", Klimova));
        var gromov = bureau.As(Gromov);
        await bureau.As(Ershova).Sends(new RenameChat(second, "Моб. прил. | Лютик"));

        var made = await gromov.Sends(new FixNames([new(first, "Оптимизация | Ромашка", "Оптимиз. | Ромашка"), new(second, "МП | Лютик", "МП и сайт | Лютик"), new(hidden, "Чужое", "Моё")]));

        made.Renamed.ShouldBe(1);
        made.LeftAlone.Select(left => (left.ConversationId, left.Code)).ShouldBe([(second, NamingRefusals.NameMoved.Code), (hidden, ConversationRefusals.NotFound.Code)]);
        (await NameAsync(first)).ShouldBe("Оптимиз. | Ромашка");
        (await NameAsync(hidden)).ShouldBe("Чужое");

        (await bureau.As(Ershova).IsRefused(new UndoNameFixes(made.Id))).ShouldBe(NamingRefusals.FixNotFound);
        (await gromov.Sends(new UndoNameFixes(made.Id))).Renamed.ShouldBe(1);
        (await NameAsync(first)).ShouldBe("Оптимизация | Ромашка");
        (await gromov.IsRefused(new UndoNameFixes(made.Id))).ShouldBe(NamingRefusals.FixUndone);
    }

    [Fact]
    public async Task What_was_renamed_again_since_keeps_its_name()
    {
        var chat = await StartAsync("Реклама | Лютик", Gromov);
        var made = await bureau.As(Gromov).Sends(new FixNames([new(chat, "Реклама | Лютик", "Директ | Лютик")]));
        await bureau.As(Ershova).Sends(new RenameChat(chat, "Директ | Лютик | Ершова"));

        (await bureau.As(Gromov).Sends(new UndoNameFixes(made.Id))).LeftAlone.ShouldHaveSingleItem().Code.ShouldBe(NamingRefusals.NameMoved.Code);
        (await NameAsync(chat)).ShouldBe("Директ | Лютик | Ершова");
    }

    [Fact]
    public async Task A_name_with_the_last_name_of_the_responsible_follows_the_handover_and_its_undoing()
    {
        var house = await bureau.ConversationAsync("Баня | Кузьмины | Белова");
        var clients = (await bureau.As(Vlasova).Sends(new PreviewHandover(new HandoverInput(null, bureau.MemberIdOf(Belova), bureau.MemberIdOf(Panin), null)))).Contacts;
        var made = await bureau.As(Vlasova).Sends(new HandOver(new HandoverInput([.. clients.Select(contact => contact.ExternalId)], null, bureau.MemberIdOf(Panin), null)));

        var panin = bureau.As(Panin);
        (await panin.Sends(new ShowConversation(house))).Name.ShouldBe("Баня | Кузьмины | Панин");
        var last = (await panin.Sends(new ReadMessages(house, null, null, null, 2))).Items;
        last.Select(entry => entry.System!.Type).ShouldBe([Domain.Messages.SystemFactType.HandedOver, Domain.Messages.SystemFactType.Renamed]);
        last[^1].System!.PreviousName.ShouldBe("Баня | Кузьмины | Белова");

        await bureau.As(Vlasova).Sends(new UndoHandover(made.Id));
        (await bureau.As(Belova).Sends(new ShowConversation(house))).Name.ShouldBe("Баня | Кузьмины | Белова");
    }

    private async Task<List<NameInReport>> ReadAsync(Infrastructure.Demo.DemoPerson person)
    {
        var read = new List<NameInReport>();
        string? cursor = null;
        do
        {
            var part = await bureau.As(person).Sends(new ReportNames(cursor, 5));
            part.Checked.ShouldBeLessThanOrEqualTo(5);
            read.AddRange(part.Items);
            cursor = part.NextCursor;
        }
        while (cursor is not null);
        return read;
    }

    private async Task<Guid> StartAsync(string name, Infrastructure.Demo.DemoPerson other) =>
        (await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, name, [bureau.MemberIdOf(other)]))).Id;

    private async Task<string> NameAsync(Guid chat) => (await bureau.As(Ershova).Sends(new ShowConversation(chat))).Name;
}
