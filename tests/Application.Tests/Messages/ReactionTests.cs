using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Messages;

/// <summary>Emoji under a message: each person's once, counted for everybody, gone with the message.</summary>
public sealed class ReactionTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task The_same_emoji_of_one_person_is_one_and_of_two_people_is_one_with_two()
    {
        var (chat, number) = await WriteAsync();
        foreach (var (person, emoji) in new[] { (Gromov, "👍"), (Ershova, "👍\uFE0F"), (Gromov, "👍"), (Gromov, "❤\uFE0F") })
            await bureau.As(person).Sends(new ReactToMessage(chat, number, emoji));

        var entry = await bureau.As(Gromov).Sends(new ShowMessage(chat, number));
        entry.Reactions!.Select(r => (r.Emoji, string.Join(' ', r.People.Select(p => p.DisplayName.Split(' ')[^1])))).ShouldBe([("👍", "Громов Ершова"), ("❤", "Громов")]);
    }

    [Fact]
    public async Task Each_change_is_a_revision_and_none_of_them_an_edit_and_what_changes_nothing_is_none()
    {
        var (chat, number) = await WriteAsync();
        var gromov = bureau.As(Gromov);
        var before = (await gromov.Sends(new ShowConversation(chat))).Revision;

        await gromov.Sends(new ReactToMessage(chat, number, "🎉"));
        await gromov.Sends(new ReactToMessage(chat, number, "🎉"));
        await gromov.Sends(new TakeBackReaction(chat, number, "🎉"));
        await gromov.Sends(new TakeBackReaction(chat, number, "🎉"));

        var entry = await gromov.Sends(new ShowMessage(chat, number));
        (entry.Reactions, entry.EditedAt, entry.Revision).ShouldBe((null, null, before!.Value + 2));
        var changes = await gromov.Sends(new ReadChanges(chat, before.Value, 50));
        changes.Items.Select(change => (change.Number, change.Revision)).ShouldBe([(number, before.Value + 2)]);
    }

    [Fact]
    public async Task A_deleted_message_keeps_no_reactions_and_takes_none()
    {
        var (chat, number) = await WriteAsync();
        await bureau.As(Gromov).Sends(new ReactToMessage(chat, number, "👀"));
        await bureau.As(Ershova).Sends(new DeleteMessage(chat, number));

        (await bureau.As(Gromov).Sends(new ShowMessage(chat, number))).Reactions.ShouldBeNull();
        (await bureau.As(Gromov).IsRefused(new ReactToMessage(chat, number, "👀"))).ShouldBe(MessageRefusals.Deleted);
    }

    [Fact]
    public async Task Twenty_different_ones_are_the_most_and_notes_take_none()
    {
        var (chat, number) = await WriteAsync();
        var gromov = bureau.As(Gromov);
        for (var i = 0; i < Reaction.MaxPerMessage; i++) await gromov.Sends(new ReactToMessage(chat, number, char.ConvertFromUtf32(0x1F600 + i)));

        (await gromov.IsRefused(new ReactToMessage(chat, number, "👍"))).ShouldBe(MessageRefusals.TooManyReactions);
        (await gromov.IsRefused(new ReactToMessage(chat, 1, "👍"))).ShouldBe(MessageRefusals.NotAMessage);
        (await gromov.IsRefused(new ReactToMessage(chat, 99, "👍"))).ShouldBe(MessageRefusals.NotFound);
    }

    [Fact]
    public async Task What_is_said_at_once_by_many_is_all_kept()
    {
        var (chat, number) = await WriteAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).SelectMany(i => new[] { Gromov, Ershova }.Select(person => bureau.As(person).Sends(new ReactToMessage(chat, number, char.ConvertFromUtf32(0x1F600 + i))))));

        var entry = await bureau.As(Gromov).Sends(new ShowMessage(chat, number));
        entry.Reactions!.Sum(reaction => reaction.People.Count).ShouldBe(20);
    }

    private async Task<(Guid Chat, long Number)> WriteAsync()
    {
        var chat = await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, $"Реакции {Guid.NewGuid():N}", [bureau.MemberIdOf(Gromov)]));
        return (chat.Id, (await bureau.As(Ershova).Sends(new PostMessage(chat.Id, Guid.NewGuid(), "Смета готова", null))).Entry.Number);
    }
}
