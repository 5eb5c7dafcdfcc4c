using ClientChats.Application.Bridges;
using ClientChats.Application.Channels;
using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Application.Organizations;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Channels;
using ClientChats.Domain.Chats;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Demo;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Channels;

/// <summary>Channels have administrators, a description and a visibility; chats are handed on, become channels, and go into the archive.</summary>
public sealed class ChannelTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task An_employee_finds_a_public_channel_reads_it_and_joins_it_before_he_writes()
    {
        var channel = await OpenAsync(ChannelVisibility.Public, Gromov);
        var klimova = bureau.As(Klimova);
        await bureau.As(Ershova).Sends(new PostMessage(channel, Guid.NewGuid(), "Для всех", null));

        (await klimova.Sees(channel)).ShouldBeTrue();
        (await ListAsync(klimova, joined: false)).ShouldContain(channel);
        (await ListAsync(klimova, joined: true)).ShouldNotContain(channel);
        var before = await klimova.Sends(new ShowConversation(channel));
        (before.Visibility, before.Joined, before.Can.Join, before.Can.Write, before.ReadOnly, before.UnreadCount).ShouldBe((ChannelVisibility.Public, false, true, false, ReadOnlyReason.Public, 0));
        (await klimova.IsRefused(new PostMessage(channel, Guid.NewGuid(), "Рано", null))).ShouldBe(ConversationRefusals.MayNotWrite);

        (await klimova.Sends(new AddMember(channel, klimova.MemberId, History.All))).ShouldBeTrue();

        var after = await klimova.Sends(new ShowConversation(channel));
        (after.Joined, after.Can.Join, after.Can.Leave, after.Can.Write).ShouldBe((true, false, true, true));
        (await ListAsync(klimova, joined: true)).ShouldContain(channel);
        (await klimova.Sends(new PostMessage(channel, Guid.NewGuid(), "Теперь можно", null))).Entry.Number.ShouldBe(4);
        (await klimova.Sends(new ShowMessage(channel, 3))).System!.Type.ShouldBe(SystemFactType.Joined);
    }

    [Fact]
    public async Task A_guest_learns_nothing_of_a_public_channel_until_he_is_added()
    {
        var channel = await OpenAsync(ChannelVisibility.Public);
        var guest = bureau.As(Tkach);
        (await guest.Sees(channel)).ShouldBeFalse();
        (await guest.IsRefused(new ShowDescription(channel))).ShouldBe(ConversationRefusals.NotFound);
        (await guest.IsRefused(new AddMember(channel, guest.MemberId, History.All))).ShouldBe(ConversationRefusals.NotFound);
        (await ListAsync(guest, joined: false)).ShouldBeEmpty();

        await bureau.As(Ershova).Sends(new AddMember(channel, guest.MemberId, History.All));

        (await guest.Sees(channel)).ShouldBeTrue();
    }

    [Fact]
    public async Task Closing_a_channel_takes_it_at_once_from_those_who_had_not_joined_and_opening_it_again_starts_without_marks()
    {
        var channel = await OpenAsync(ChannelVisibility.Public, Gromov);
        var (ershova, klimova) = (bureau.As(Ershova), bureau.As(Klimova));
        var number = (await ershova.Sends(new PostMessage(channel, Guid.NewGuid(), "Пока открыто", null))).Entry.Number;
        await klimova.Sends(new MarkRead(channel, number, false));

        await ershova.Sends(new ChangeChannel(channel, default, ChannelVisibility.Private));
        (await klimova.Sees(channel)).ShouldBeFalse();
        (await bureau.As(Gromov).Sees(channel)).ShouldBeTrue();
        await ershova.Sends(new PostMessage(channel, Guid.NewGuid(), "Между нами", null));

        await ershova.Sends(new ChangeChannel(channel, default, ChannelVisibility.Public));
        var seen = await klimova.Sends(new ShowConversation(channel));
        (seen.UnreadCount, seen.ReadNumber).ShouldBe((0, null));
        (await bureau.As(Ershova).Sends(new ExplainAccess(channel, null))).History.Count(m => m.Group == "public").ShouldBe(3);
    }

    [Fact]
    public async Task A_channel_with_a_guest_inside_cannot_become_public()
    {
        var channel = await OpenAsync(ChannelVisibility.Private, Gromov, Ivanova);
        var ershova = bureau.As(Ershova);
        (await ershova.IsRefused(new ChangeChannel(channel, default, ChannelVisibility.Public))).ShouldBe(ChannelRefusals.GuestsInside);
        (await bureau.As(Gromov).IsRefused(new ChangeChannel(channel, default, ChannelVisibility.Public))).ShouldBe(ChannelRefusals.MayNotChange);
        (await bureau.As(Zuev).IsRefused(new ChangeChannel(channel, default, ChannelVisibility.Public))).ShouldBe(ChannelRefusals.MayNotChange);

        await ershova.Sends(new RemoveMember(channel, bureau.MemberIdOf(Ivanova)));
        await ershova.Sends(new ChangeChannel(channel, default, ChannelVisibility.Public));

        (await bureau.As(Klimova).Sees(channel)).ShouldBeTrue();
        (await bureau.As(Ivanova).Sees(channel)).ShouldBeFalse();
    }

    [Fact]
    public async Task There_is_always_an_administrator_and_never_a_guest()
    {
        var channel = await OpenAsync(ChannelVisibility.Private, Ivanova);
        var ershova = bureau.As(Ershova);
        await ershova.Sends(new AddMember(channel, bureau.MemberIdOf(Klimova), History.All));
        await ershova.Sends(new AddMember(channel, bureau.MemberIdOf(Gromov), History.All));
        (await ershova.IsRefused(new DismissAdministrator(channel, ershova.MemberId))).ShouldBe(ChannelRefusals.LastAdministrator);
        (await ershova.IsRefused(new AppointAdministrator(channel, bureau.MemberIdOf(Ivanova)))).ShouldBe(ChannelRefusals.GuestsDoNotAdminister);
        (await bureau.As(Gromov).IsRefused(new AppointAdministrator(channel, bureau.MemberIdOf(Gromov)))).ShouldBe(ChannelRefusals.MayNotAppoint);

        await ershova.Sends(new RemoveMember(channel, ershova.MemberId));

        (await AdministratorsAsync(channel)).ShouldBe([bureau.MemberIdOf(Klimova)]);
        (await bureau.As(Klimova).Sends(new ShowConversation(channel))).Can.Appoint.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_joins_a_public_channel_that_everybody_has_left_administers_it()
    {
        var channel = await OpenAsync(ChannelVisibility.Public);
        await bureau.As(Ershova).Sends(new RemoveMember(channel, bureau.MemberIdOf(Ershova)));

        await bureau.As(Klimova).Sends(new AddMember(channel, bureau.MemberIdOf(Klimova), History.All));

        (await AdministratorsAsync(channel)).ShouldBe([bureau.MemberIdOf(Klimova)]);
    }

    [Fact]
    public async Task Of_two_administrators_who_dismiss_each_other_at_once_one_remains()
    {
        var channel = await OpenAsync(ChannelVisibility.Private, Gromov);
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        await ershova.Sends(new AppointAdministrator(channel, gromov.MemberId));

        await Task.WhenAll(TryAsync(() => ershova.Sends(new DismissAdministrator(channel, gromov.MemberId))), TryAsync(() => gromov.Sends(new DismissAdministrator(channel, ershova.MemberId))));

        (await AdministratorsAsync(channel)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deactivated_administrator_is_followed_and_one_nobody_can_follow_leaves_it_to_the_organization()
    {
        var channel = await OpenByAsync(Panin, Ivanova, Nechaev);
        var alone = await OpenByAsync(Panin, Ivanova);
        var zuev = bureau.As(Zuev);
        await zuev.Sends(StatusOf(Panin, MemberStatus.Deactivated));

        (await AdministratorsAsync(channel)).ShouldBe([bureau.MemberIdOf(Nechaev)]);
        (await AdministratorsAsync(alone)).ShouldBeEmpty();
        (await zuev.IsRefused(new AppointAdministrator(alone, zuev.MemberId))).ShouldBe(ConversationRefusals.NotYourselfByManaging);
        await zuev.Sends(new AppointAdministrator(alone, bureau.MemberIdOf(Nechaev)));
        (await bureau.As(Nechaev).Sends(new ShowConversation(alone))).Can.Describe.ShouldBeTrue();
        (await zuev.IsRefused(new ReadMessages(alone, null, null, null, 50))).ShouldBe(ConversationRefusals.NotFound);
        await zuev.Sends(StatusOf(Panin, MemberStatus.Active));
    }

    [Fact]
    public async Task A_group_becomes_a_private_channel_and_nothing_of_it_is_lost()
    {
        var (ershova, gromov, guest) = (bureau.As(Ershova), bureau.As(Gromov), bureau.As(Ivanova));
        var chat = (await ershova.Sends(new StartChat(ConversationKind.Group, "Будущий канал", [gromov.MemberId, guest.MemberId]))).Id;
        await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "Раз", null));
        await guest.Sends(new PostMessage(chat, Guid.NewGuid(), "Два", null));
        (await gromov.IsRefused(new TurnIntoChannel(chat))).ShouldBe(ChatRefusals.MayNotConvert);

        await ershova.Sends(new TurnIntoChannel(chat));

        var seen = await gromov.Sends(new ShowConversation(chat));
        (seen.Kind, seen.Visibility, seen.LastNumber, seen.UnreadCount, seen.IsClientChat).ShouldBe((ConversationKind.Channel, ChannelVisibility.Private, 4, 2, true));
        (await AdministratorsAsync(chat)).ShouldBe([ershova.MemberId]);
        (await guest.Sends(new ReadMessages(chat, null, null, null, 50))).Items.Select(e => e.System?.Type).ShouldBe([SystemFactType.Created, null, null, SystemFactType.BecameChannel]);
        await guest.Sends(new PostMessage(chat, Guid.NewGuid(), "Три", null));
        (await ershova.IsRefused(new TurnIntoChannel(chat))).ShouldBe(ChatRefusals.NotAGroup);
        (await ershova.IsRefused(new HandOnChat(chat, gromov.MemberId))).ShouldBe(ChatRefusals.NotAGroup);
    }

    [Fact]
    public async Task An_owner_hands_the_chat_to_a_colleague_in_it_and_to_nobody_else()
    {
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        var chat = (await ershova.Sends(new StartChat(ConversationKind.Group, "Передам", [gromov.MemberId, bureau.MemberIdOf(Ivanova)]))).Id;
        (await ershova.IsRefused(new HandOnChat(chat, bureau.MemberIdOf(Ivanova)))).ShouldBe(ChatRefusals.GuestsDoNotOwn);
        (await ershova.IsRefused(new HandOnChat(chat, bureau.MemberIdOf(Klimova)))).ShouldBe(ChatRefusals.OwnerIsInside);
        (await ershova.IsRefused(new HandOnChat(chat, Guid.NewGuid()))).ShouldBe(MemberRefusals.NotFound);
        (await gromov.IsRefused(new HandOnChat(chat, gromov.MemberId))).ShouldBe(ChatRefusals.MayNotHandOn);
        (await bureau.As(Zuev).IsRefused(new HandOnChat(chat, gromov.MemberId))).ShouldBe(ChatRefusals.MayNotHandOn);

        await ershova.Sends(new HandOnChat(chat, gromov.MemberId));

        (await gromov.Sends(new ShowConversation(chat))).Owner!.MemberId.ShouldBe(gromov.MemberId);
        (await ershova.Sends(new ShowConversation(chat))).Can.Remove.ShouldBeFalse();
    }

    [Fact]
    public async Task An_administrator_of_the_organization_appoints_an_owner_where_there_is_none_and_not_himself()
    {
        var (panin, zuev) = (bureau.As(Sokolov), bureau.As(Zuev));
        var chat = (await panin.Sends(new StartChat(ConversationKind.Group, "Осиротевший", [bureau.MemberIdOf(Ivanova)]))).Id;
        await zuev.Sends(StatusOf(Sokolov, MemberStatus.Deactivated));
        (await zuev.IsRefused(new HandOnChat(chat, zuev.MemberId))).ShouldBe(ConversationRefusals.NotYourselfByManaging);

        await zuev.Sends(new HandOnChat(chat, bureau.MemberIdOf(Belova)));

        var seen = await bureau.As(Belova).Sends(new ShowConversation(chat));
        (seen.Owner!.MemberId, seen.Can.Write).ShouldBe((bureau.MemberIdOf(Belova), true));
        await zuev.Sends(StatusOf(Sokolov, MemberStatus.Active));
    }

    [Fact]
    public async Task What_is_archived_is_read_and_nothing_else_until_it_is_taken_out()
    {
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        var chat = (await ershova.Sends(new StartChat(ConversationKind.Group, "Законченный", [gromov.MemberId]))).Id;
        await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), "Последнее", null));
        (await gromov.IsRefused(new ArchiveConversation(chat))).ShouldBe(ConversationRefusals.MayNotArchive);

        await ershova.Sends(new ArchiveConversation(chat));
        await ershova.Sends(new ArchiveConversation(chat));

        (await ListAsync(gromov)).ShouldNotContain(chat);
        (await ListAsync(gromov, archived: true)).ShouldContain(chat);
        var seen = await gromov.Sends(new ShowConversation(chat));
        (seen.ArchivedAt is not null, seen.ReadOnly, seen.LastNumber).ShouldBe((true, ReadOnlyReason.Archived, 2));
        (await gromov.Sends(new ReadMessages(chat, null, null, null, 50))).Items.Count.ShouldBe(2);
        (await gromov.IsRefused(new PostMessage(chat, Guid.NewGuid(), "Ещё", null))).ShouldBe(ConversationRefusals.Archived);
        (await gromov.IsRefused(new EditMessage(chat, 2, "Иначе"))).ShouldBe(ConversationRefusals.Archived);
        (await ershova.IsRefused(new RenameChat(chat, "Иначе"))).ShouldBe(ConversationRefusals.Archived);
        (await ershova.IsRefused(new AddMember(chat, bureau.MemberIdOf(Klimova), History.All))).ShouldBe(ConversationRefusals.Archived);
        (await ershova.IsRefused(new TurnIntoChannel(chat))).ShouldBe(ConversationRefusals.Archived);
        (await gromov.IsRefused(new RestoreConversation(chat))).ShouldBe(ConversationRefusals.MayNotArchive);

        await ershova.Sends(new RestoreConversation(chat));

        (await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), "Продолжаем", null))).Entry.Number.ShouldBe(3);
        (await ListAsync(gromov)).ShouldContain(chat);
    }

    [Fact]
    public async Task A_client_who_writes_again_from_outside_takes_his_chat_out_of_the_archive()
    {
        var chat = await bureau.ConversationAsync("Гараж | Титовы | Белова");
        (await bureau.As(Belova).IsRefused(new ArchiveConversation(chat))).ShouldBe(ConversationRefusals.MayNotArchive);
        await bureau.As(Zuev).Sends(new ArchiveConversation(chat));
        (await ListAsync(bureau.As(Belova))).ShouldNotContain(chat);

        await HearAsync(chat, "А когда гарантия?");

        (await ListAsync(bureau.As(Belova))).ShouldContain(chat);
    }

    [Fact]
    public async Task A_direct_chat_is_not_archived()
    {
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        var chat = (await ershova.Sends(new StartChat(ConversationKind.Direct, null, [gromov.MemberId]))).Id;
        (await ershova.IsRefused(new ArchiveConversation(chat))).ShouldBe(ConversationRefusals.DirectStaysOpen);
    }

    [Fact]
    public async Task Nobody_gives_himself_or_others_more_of_the_past_than_he_has()
    {
        var (ershova, gromov, klimova) = (bureau.As(Ershova), bureau.As(Gromov), bureau.As(Klimova));
        var chat = (await ershova.Sends(new StartChat(ConversationKind.Group, "С прошлым", []))).Id;
        await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "Старое", null));
        await ershova.Sends(new AddMember(chat, gromov.MemberId, History.FromNow));
        (await gromov.IsRefused(new ShowMessage(chat, 2))).ShouldBe(MessageRefusals.NotFound);

        await gromov.Sends(new AddMember(chat, gromov.MemberId, History.All));
        (await gromov.IsRefused(new ShowMessage(chat, 2))).ShouldBe(MessageRefusals.NotFound);
        await gromov.Sends(new AddMember(chat, klimova.MemberId, History.All));
        (await klimova.IsRefused(new ShowMessage(chat, 2))).ShouldBe(MessageRefusals.NotFound);
        (await klimova.Sends(new ShowMessage(chat, 3))).System!.Type.ShouldBe(SystemFactType.Added);

        await ershova.Sends(new AddMember(chat, klimova.MemberId, History.All));
        (await klimova.Sends(new ShowMessage(chat, 2))).Text.ShouldBe("Старое");
    }

    [Fact]
    public async Task A_description_is_not_overwritten_by_who_has_not_read_it()
    {
        var channel = await OpenAsync(ChannelVisibility.Private, Gromov, Ivanova);
        var (ershova, guest) = (bureau.As(Ershova), bureau.As(Ivanova));
        var read = await ershova.Sends(new ShowDescription(channel));
        await ershova.Sends(new DescribeChannel(channel, read.Version, ChannelDescription.Empty with { Summary = "  Сайт и\nреклама ", ResponsibleMemberId = bureau.MemberIdOf(Gromov) }));

        (await ershova.IsRefused(new DescribeChannel(channel, read.Version, ChannelDescription.Empty))).ShouldBe(SessionRefusals.Stale);
        (await ershova.IsRefused(new DescribeChannel(channel, null, ChannelDescription.Empty with { ResponsibleMemberId = bureau.MemberIdOf(Klimova) }))).ShouldBe(ChannelRefusals.ResponsibleNotInside);
        (await guest.Sends(new ShowDescription(channel))).Summary.ShouldBe("Сайт и реклама");
        (await guest.Sends(new ShowDescription(channel))).Responsible!.DisplayName.ShouldBe(Gromov.DisplayName);

        await ershova.Sends(new RemoveMember(channel, bureau.MemberIdOf(Gromov)));
        (await guest.Sends(new ShowDescription(channel))).Responsible.ShouldBeNull();
        (await ershova.Sends(new ShowDescription(channel))).Responsible!.DisplayName.ShouldBe(Gromov.DisplayName);
    }

    private Task<Guid> OpenAsync(ChannelVisibility visibility, params DemoPerson[] people) => OpenAsync(Ershova, visibility, people);

    private Task<Guid> OpenByAsync(DemoPerson by, params DemoPerson[] people) => OpenAsync(by, ChannelVisibility.Private, people);

    private async Task<Guid> OpenAsync(DemoPerson by, ChannelVisibility visibility, DemoPerson[] people) =>
        (await bureau.As(by).Sends(new OpenChannel($"Канал {Guid.NewGuid():N}", visibility, [.. people.Select(bureau.MemberIdOf)], null))).Id;

    private static async Task<IReadOnlyList<Guid>> ListAsync(Actor of, bool archived = false, bool? joined = null) =>
        [.. (await of.Sends(new ListConversations(null, null, null, archived, joined, null, Managed: false, null, 200))).Items.Select(item => item.Id)];

    private Task<List<Guid>> AdministratorsAsync(Guid channel) =>
        bureau.ReadAsync(db => db.Channels.Where(c => c.Id == channel).SelectMany(c => c.Administrators).Select(a => a.MemberId).ToListAsync());

    private ChangeMember StatusOf(DemoPerson person, MemberStatus status) => new(bureau.MemberIdOf(person), default, default, default, default, default, status);

    private async Task HearAsync(Guid chat, string text)
    {
        var bridge = await bureau.ReadAsync(db => db.Bridges.AsNoTracking().SingleAsync());
        var group = await bureau.ReadAsync(db => db.BridgedChats.Where(c => c.Id == chat).Select(c => c.GroupId).SingleAsync());
        await using var scope = bureau.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IBridgeInbox>().StoreAsync(
            bridge,
            new BridgeEvent($"archive-{Guid.NewGuid()}", DateTimeOffset.UtcNow, BridgeEventType.MessagePosted, group, "Группа", new BridgeParticipant("p-new", "Сергей", "+79127000000"), new BridgeMessageContent("m-archive", text, null)),
            CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ApplyNextBridgeEvent(bridge.OrganizationId, bridge.Id));
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Domain.Kernel.RefusedException)
        {
            // One of the two must be refused; which of them is a matter of chance.
        }
    }
}
