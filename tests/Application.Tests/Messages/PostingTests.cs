using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Kernel;
using ClientChats.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Messages;

/// <summary>What is acknowledged is on disk, once, in order.</summary>
public sealed class PostingTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task A_hundred_people_writing_at_once_leave_no_gap_and_no_message_twice()
    {
        var chat = await StartAsync("Планёрка", Gromov, Klimova);
        var authors = new[] { Ershova, Gromov, Klimova }.Select(bureau.As).ToArray();

        var posted = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => authors[i % 3].Sends(new PostMessage(chat, Guid.NewGuid(), $"Сообщение {i}", null))));

        posted.Select(p => p.Entry.Number).Order().ShouldBe(Enumerable.Range(2, 300).Select(n => (long)n));
        posted.Select(p => p.Entry.Revision).Distinct().Count().ShouldBe(300);
        var stored = await bureau.ReadAsync(db => db.Entries.Where(e => e.ConversationId == chat).OrderBy(e => e.Number).Select(e => new { e.Number, e.Text, e.Count }).ToListAsync());
        stored.Select(e => e.Number).ShouldBe(Enumerable.Range(1, 301).Select(n => (long)n));
        stored.Skip(1).Select(e => e.Count).ShouldBe(Enumerable.Range(1, 300).Select(n => (long)n));
        foreach (var message in posted) stored.Single(e => e.Number == message.Entry.Number).Text.ShouldBe(message.Entry.Text);
    }

    [Fact]
    public async Task The_same_message_sent_many_times_is_one_message_and_hurts_no_neighbour()
    {
        var chat = await StartAsync("Повторы", Gromov);
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        var ids = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToArray();

        var repeats = Enumerable.Range(0, 100).Select(i => ershova.Sends(new PostMessage(chat, ids[i % 5], $"Номер {i % 5}", null)));
        var others = Enumerable.Range(0, 50).Select(i => gromov.Sends(new PostMessage(chat, Guid.NewGuid(), $"Рядом {i}", null)));
        var all = await Task.WhenAll(repeats.Concat(others));

        all.Take(100).GroupBy(p => p.Entry.Text).ShouldAllBe(same => same.Select(p => p.Entry.Number).Distinct().Count() == 1);
        all.Take(100).Count(p => !p.IsRepeat).ShouldBe(5);
        (await bureau.ReadAsync(db => db.Entries.CountAsync(e => e.ConversationId == chat && e.System == null))).ShouldBe(55);
    }

    [Fact]
    public async Task An_id_used_for_another_message_or_another_chat_is_refused()
    {
        var (one, other) = (await StartAsync("Один", Gromov), await StartAsync("Другой", Gromov));
        var ershova = bureau.As(Ershova);
        var id = Guid.NewGuid();
        await ershova.Sends(new PostMessage(one, id, "Первое", null));

        (await ershova.IsRefused(new PostMessage(one, id, "Второе", null))).ShouldBe(MessageRefusals.ClientIdReused);
        (await ershova.IsRefused(new PostMessage(other, id, "Первое", null))).ShouldBe(MessageRefusals.ClientIdReused);
        (await bureau.As(Gromov).Sends(new PostMessage(one, id, "Первое", null))).IsRepeat.ShouldBeFalse();
    }

    [Fact]
    public async Task Quality_control_reads_and_never_writes()
    {
        var house = await bureau.ConversationAsync("Дом на Заречной | Орловы");

        (await bureau.As(Akhmetov).IsRefused(Message(house))).ShouldBe(ConversationRefusals.MayNotWrite);
        (await bureau.As(Vlasova).Sends(Message(house))).Entry.Author!.DisplayName.ShouldBe(Vlasova.DisplayName);
    }

    [Fact]
    public async Task A_supervisor_reads_a_native_client_chat_but_writes_only_as_a_member()
    {
        var site = await bureau.ConversationAsync("Сайт | Ромашка | Ершова");

        (await bureau.As(Vlasova).IsRefused(Message(site))).ShouldBe(ConversationRefusals.MayNotWrite);
        (await bureau.As(Sokolov).IsRefused(Message(site))).ShouldBe(ConversationRefusals.NotFound);
    }

    [Fact]
    public async Task A_post_that_waits_behind_a_removal_is_refused_and_its_neighbours_are_not()
    {
        var chat = await StartAsync("Уборка", Gromov, Klimova);
        var (gromov, klimova) = (bureau.As(Gromov), bureau.As(Klimova));
        await gromov.Sends(Message(chat));
        await klimova.Sends(Message(chat));

        // What the writer remembers of Gromov's right is now older than the conversation.
        await bureau.As(Ershova).Sends(new RemoveMember(chat, gromov.MemberId));
        var posts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Outcome(i % 2 == 0 ? gromov : klimova, chat)));

        posts.Where((_, i) => i % 2 == 0).ShouldAllBe(code => code == "conversations.notFound");
        posts.Where((_, i) => i % 2 == 1).ShouldAllBe(code => code == null);
    }

    [Fact]
    public async Task A_reply_shows_what_it_answers_and_only_to_whom_it_exists()
    {
        var chat = await StartAsync("Ответы", Gromov);
        var ershova = bureau.As(Ershova);
        var first = await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "Какой вариант берём?", null));
        await ershova.Sends(new AddMember(chat, bureau.MemberIdOf(Klimova), History.FromNow));
        var reply = await bureau.As(Gromov).Sends(new PostMessage(chat, Guid.NewGuid(), "Третий", first.Entry.Number));

        reply.Entry.ReplyTo!.Text.ShouldBe("Какой вариант берём?");
        var page = await bureau.As(Klimova).Sends(new ReadMessages(chat, null, null, null, 50));
        page.Items.ShouldNotContain(e => e.Number <= first.Entry.Number);
        page.Items.Single(e => e.Number == reply.Entry.Number).ReplyTo.ShouldBe(new QuoteView(first.Entry.Number, Available: false, null, null));
        (await bureau.As(Klimova).IsRefused(new ShowMessage(chat, first.Entry.Number))).ShouldBe(MessageRefusals.NotFound);
        (await bureau.As(Klimova).IsRefused(new PostMessage(chat, Guid.NewGuid(), "?", first.Entry.Number))).ShouldBe(MessageRefusals.ReplyNotFound);
    }

    [Fact]
    public async Task Who_was_away_catches_up_by_revision_and_misses_nothing()
    {
        var chat = await StartAsync("Догоняю", Gromov);
        var ershova = bureau.As(Ershova);
        for (var i = 0; i < 12; i++) await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), $"{i}", null));

        var seen = new List<long>();
        for (var after = 3L; ;)
        {
            var part = await ershova.Sends(new ReadChanges(chat, after, 4));
            seen.AddRange(part.Items.Select(change => change.Revision));
            after = part.Revision;
            if (!part.More) break;
        }

        seen.ShouldBe(Enumerable.Range(4, 10).Select(r => (long)r));
        (await ershova.Sends(new ReadChanges(chat, 1000, 4))).Reset.ShouldBeTrue();
    }

    [Fact]
    public async Task Unread_counts_are_exact_and_marks_only_move_forward()
    {
        var chat = await StartAsync("Счётчики", Gromov);
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        for (var i = 0; i < 5; i++) await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), $"{i}", null));
        (await UnreadAsync(gromov, chat)).ShouldBe(5);
        (await UnreadAsync(ershova, chat)).ShouldBe(0);

        (await gromov.Sends(new MarkRead(chat, 4, Unread: false))).ShouldBe(new ReadMark(4, 2, 0));
        (await gromov.Sends(new MarkRead(chat, 2, Unread: false))).ShouldBe(new ReadMark(4, 2, 0));
        (await gromov.Sends(new MarkRead(chat, 2, Unread: true))).ShouldBe(new ReadMark(2, 4, 0));
        (await gromov.IsRefused(new MarkRead(chat, 99, Unread: false))).ShouldBe(MessageRefusals.NotFound);

        await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), "Прочитал", null));
        (await UnreadAsync(gromov, chat)).ShouldBe(0);
        (await UnreadAsync(ershova, chat)).ShouldBe(1);
        (await bureau.As(Klimova).IsRefused(new MarkRead(chat, 2, Unread: false))).ShouldBe(ConversationRefusals.NotFound);
    }

    private async Task<Guid> StartAsync(string name, params Infrastructure.Demo.DemoPerson[] others) =>
        (await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, name, [.. others.Select(bureau.MemberIdOf)]))).Id;

    private static PostMessage Message(Guid chat) => new(chat, Guid.NewGuid(), "Добрый день", null);

    private static async Task<string?> Outcome(Actor author, Guid chat)
    {
        try
        {
            await author.Sends(Message(chat));
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }

    private static async Task<long?> UnreadAsync(Actor actor, Guid chat) => (await actor.Sends(new ShowConversation(chat))).UnreadCount;
}
