using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Messages;

/// <summary>An author changes and takes back what he wrote; nothing of what was deleted is left anywhere.</summary>
public sealed class ChangingMessagesTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task A_changed_message_says_the_new_and_colleagues_may_read_what_it_said_before()
    {
        var (chat, number) = await WriteAsync("Встреча в среду");
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));

        await ershova.Sends(new EditMessage(chat, number, "Встреча в четверг"));
        await ershova.Sends(new EditMessage(chat, number, "Встреча в пятницу"));
        await ershova.Sends(new EditMessage(chat, number, "Встреча в пятницу"));

        var entry = await gromov.Sends(new ShowMessage(chat, number));
        (entry.Text, entry.EditedAt is not null).ShouldBe(("Встреча в пятницу", true));
        (await gromov.Sends(new ListWordings(chat, number))).Select(w => w.Text).ShouldBe(["Встреча в среду", "Встреча в четверг"]);
        (await gromov.Sends(new ReadChanges(chat, 0, 50))).Items.Count(change => change.Number == number).ShouldBe(1);
        (await gromov.Sends(new ListConversations(null, null, null, false, null, null, false, null, 50))).Items.Single(c => c.Id == chat).LastMessage!.Text.ShouldBe("Встреча в пятницу");
    }

    [Fact]
    public async Task A_deleted_message_leaves_its_number_and_nothing_else()
    {
        var (chat, number) = await WriteAsync("Пароль от почты");
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        await ershova.Sends(new EditMessage(chat, number, "Пароль от почты, забудьте"));
        var reply = await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), "Не пишите такое", number));

        await ershova.Sends(new DeleteMessage(chat, number));
        await ershova.Sends(new DeleteMessage(chat, number));

        var entry = await gromov.Sends(new ShowMessage(chat, number));
        (entry.Text, entry.DeletedAt is not null, entry.Number).ShouldBe((null, true, number));
        (await gromov.Sends(new ListWordings(chat, number))).ShouldBeEmpty();
        (await gromov.Sends(new ShowMessage(chat, reply.Entry.Number))).ReplyTo!.Available.ShouldBeFalse();
        (await bureau.ReadAsync(db => db.Entries.CountAsync(e => e.ConversationId == chat && e.Text != null && e.Text.Contains("Пароль")))).ShouldBe(0);
        (await ershova.IsRefused(new EditMessage(chat, number, "Снова"))).ShouldBe(MessageRefusals.Deleted);
    }

    [Fact]
    public async Task The_last_message_of_the_list_goes_with_it_and_so_does_its_unread_count()
    {
        var (chat, number) = await WriteAsync("Лишнее");
        var gromov = bureau.As(Gromov);
        async Task<ConversationItem> RowAsync() => (await gromov.Sends(new ListConversations(null, null, null, false, null, null, false, null, 50))).Items.Single(c => c.Id == chat);
        var before = (await RowAsync()).UnreadCount;

        await bureau.As(Ershova).Sends(new DeleteMessage(chat, number));

        var row = await RowAsync();
        row.UnreadCount.ShouldBe(before - 1);
        (row.LastMessage!.Text, row.LastMessage.DeletedAt is not null).ShouldBe((null, true));
    }

    [Fact]
    public async Task Nobody_changes_what_is_not_his_or_too_old_and_the_owner_deletes_anything()
    {
        var chat = await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, "Чужие слова", [bureau.MemberIdOf(Gromov), bureau.MemberIdOf(Klimova)]));
        var gromov = bureau.As(Gromov);
        var number = (await gromov.Sends(new PostMessage(chat.Id, Guid.NewGuid(), "Моё", null))).Entry.Number;

        (await bureau.As(Klimova).IsRefused(new EditMessage(chat.Id, number, "Её"))).ShouldBe(MessageRefusals.NotYours);
        (await bureau.As(Klimova).IsRefused(new DeleteMessage(chat.Id, number))).ShouldBe(MessageRefusals.NotYours);
        (await bureau.As(Ershova).IsRefused(new EditMessage(chat.Id, number, "Хозяйское"))).ShouldBe(MessageRefusals.NotYours);
        (await gromov.IsRefused(new EditMessage(chat.Id, 1, "Система"))).ShouldBe(MessageRefusals.NotYours);
        (await gromov.IsRefused(new EditMessage(chat.Id, 99, "Нет такого"))).ShouldBe(MessageRefusals.NotFound);

        await bureau.ReadAsync(db => db.Entries.Where(e => e.ConversationId == chat.Id && e.Number == number).ExecuteUpdateAsync(set => set.SetProperty(e => e.CreatedAt, e => e.CreatedAt.AddHours(-25))));
        (await gromov.IsRefused(new EditMessage(chat.Id, number, "Поздно"))).ShouldBe(MessageRefusals.EditTooLate);

        await bureau.As(Ershova).Sends(new DeleteMessage(chat.Id, number));
        (await gromov.Sends(new ShowMessage(chat.Id, number))).DeletedAt.ShouldNotBeNull();
    }

    private async Task<(Guid Chat, long Number)> WriteAsync(string text)
    {
        var chat = await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, $"Правки {Guid.NewGuid():N}", [bureau.MemberIdOf(Gromov)]));
        return (chat.Id, (await bureau.As(Ershova).Sends(new PostMessage(chat.Id, Guid.NewGuid(), text, null))).Entry.Number);
    }
}
