using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Messages;

/// <summary>Pinned messages have an order of their own, and none of them exists for whom the message does not.</summary>
public sealed class PinTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task What_is_pinned_stands_in_the_order_that_people_gave_it()
    {
        var (chat, numbers) = await WriteAsync("Правила", "Адрес", "Смета");
        var gromov = bureau.As(Gromov);
        foreach (var number in numbers) await bureau.As(Ershova).Sends(new PinMessage(chat, number));
        await bureau.As(Ershova).Sends(new PinMessage(chat, numbers[0]));

        await gromov.Sends(new OrderPins(chat, [numbers[2], numbers[0], numbers[1]]));

        var pins = (await gromov.Sends(new ListPins(chat))).Items;
        pins.Select(pin => pin.Text).ShouldBe(["Смета", "Правила", "Адрес"]);
        pins.ShouldAllBe(pin => pin.Pinned!.By!.DisplayName.EndsWith("Ершова", StringComparison.Ordinal));
        (await gromov.Sends(new ShowConversation(chat))).PinnedCount.ShouldBe(3);
    }

    [Fact]
    public async Task An_order_of_other_messages_than_are_pinned_is_refused()
    {
        var (chat, numbers) = await WriteAsync("Первое", "Второе", "Третье");
        var gromov = bureau.As(Gromov);
        foreach (var number in numbers.Take(2)) await gromov.Sends(new PinMessage(chat, number));

        foreach (var order in new long[][] { [], [numbers[0]], [numbers[0], numbers[2]], [.. numbers], [numbers[1], 99] })
            (await gromov.IsRefused(new OrderPins(chat, order))).ShouldBe(MessageRefusals.OtherPins);
    }

    [Fact]
    public async Task A_message_that_goes_takes_its_pin_with_it_and_so_does_unpinning()
    {
        var (chat, numbers) = await WriteAsync("Останется", "Удалят", "Открепят");
        var ershova = bureau.As(Ershova);
        foreach (var number in numbers) await ershova.Sends(new PinMessage(chat, number));

        await ershova.Sends(new DeleteMessage(chat, numbers[1]));
        await bureau.As(Gromov).Sends(new UnpinMessage(chat, numbers[2]));

        (await ershova.Sends(new ListPins(chat))).Items.Select(pin => pin.Text).ShouldBe(["Останется"]);
        (await ershova.Sends(new ShowMessage(chat, numbers[1]))).Pinned.ShouldBeNull();
        (await ershova.IsRefused(new PinMessage(chat, numbers[1]))).ShouldBe(MessageRefusals.Deleted);
        (await ershova.IsRefused(new PinMessage(chat, 1))).ShouldBe(MessageRefusals.NotAMessage);
    }

    [Fact]
    public async Task Whoever_was_added_from_now_on_sees_and_orders_only_what_was_pinned_of_his_time()
    {
        var (chat, old) = await WriteAsync("Старое");
        var (ershova, klimova) = (bureau.As(Ershova), bureau.As(Klimova));
        await ershova.Sends(new PinMessage(chat, old[0]));
        await ershova.Sends(new AddMember(chat, bureau.MemberIdOf(Klimova), History.FromNow));
        var recent = new List<long>();
        foreach (var text in new[] { "Новое", "Новейшее" })
        {
            recent.Add((await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), text, null))).Entry.Number);
            await ershova.Sends(new PinMessage(chat, recent[^1]));
        }

        (await klimova.Sends(new ListPins(chat))).Items.Select(pin => pin.Text).ShouldBe(["Новое", "Новейшее"]);
        (await klimova.Sends(new ShowConversation(chat))).PinnedCount.ShouldBe(2);
        (await klimova.IsRefused(new PinMessage(chat, old[0]))).ShouldBe(MessageRefusals.NotFound);
        await klimova.Sends(new OrderPins(chat, [recent[1], recent[0]]));

        (await ershova.Sends(new ListPins(chat))).Items.Select(pin => pin.Text).ShouldBe(["Старое", "Новейшее", "Новое"]);
    }

    [Fact]
    public async Task Before_somebody_is_added_it_is_said_how_much_of_what_is_pinned_he_would_get()
    {
        var (chat, numbers) = await WriteAsync("Первое", "Второе");
        var ershova = bureau.As(Ershova);
        foreach (var number in numbers) await ershova.Sends(new PinMessage(chat, number));

        (await ershova.Sends(new PreviewMember(chat, bureau.MemberIdOf(Ivanova), History.All))).Pins.ShouldBe(2);
        (await ershova.Sends(new PreviewMember(chat, bureau.MemberIdOf(Ivanova), History.FromNow))).Pins.ShouldBe(0);
    }

    [Fact]
    public async Task Fifty_are_the_most()
    {
        var (chat, _) = await WriteAsync();
        var ershova = bureau.As(Ershova);
        for (var i = 0; i < Conversation.MaxPins; i++) await ershova.Sends(new PinMessage(chat, await PostAsync(chat, $"{i}")));

        (await ershova.IsRefused(new PinMessage(chat, await PostAsync(chat, "лишнее")))).ShouldBe(MessageRefusals.TooManyPins);
    }

    private async Task<(Guid Chat, List<long> Numbers)> WriteAsync(params string[] texts)
    {
        var chat = await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, $"Закреплённое {Guid.NewGuid():N}", [bureau.MemberIdOf(Gromov)]));
        var numbers = new List<long>();
        foreach (var text in texts) numbers.Add(await PostAsync(chat.Id, text));
        return (chat.Id, numbers);
    }

    private async Task<long> PostAsync(Guid chat, string text) => (await bureau.As(Ershova).Sends(new PostMessage(chat, Guid.NewGuid(), text, null))).Entry.Number;
}
