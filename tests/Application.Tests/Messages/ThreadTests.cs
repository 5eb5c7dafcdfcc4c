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

/// <summary>A thread stands in the log like everything else, beside the main stream and its counts.</summary>
public sealed class ThreadTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task A_reply_takes_a_number_and_moves_nothing_of_the_main_stream_but_its_activity()
    {
        var (chat, root) = await BeginAsync(Gromov, Klimova);
        var (gromov, klimova) = (bureau.As(Gromov), bureau.As(Klimova));
        var before = await klimova.Sends(new ShowConversation(chat));

        var reply = (await gromov.Sends(Reply(chat, root, "В ветке"))).Entry;
        (reply.Number, reply.Thread, reply.Revision).ShouldBe((root + 1, root, before.Revision!.Value + 1));

        var after = await klimova.Sends(new ShowConversation(chat));
        (after.UnreadCount, after.LastMessage!.Number, after.LastNumber).ShouldBe((before.UnreadCount, root, root + 1));
        after.LastActivityAt!.Value.ShouldBeGreaterThan(before.LastActivityAt!.Value);
        (await gromov.Sends(new ShowConversation(chat))).UnreadCount.ShouldBe(1, "the root is still unread for whoever answered it in the thread");

        var next = (await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), "В чате", null))).Entry;
        (await klimova.Sends(new ShowConversation(chat))).UnreadCount.ShouldBe(before.UnreadCount + 1);
        var page = await klimova.Sends(new ReadMessages(chat, null, null, null, 50));
        page.Items.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, (int)next.Number).Select(n => (long)n));
        page.Items.Single(entry => entry.Number == reply.Number).Thread.ShouldBe(root);
    }

    [Fact]
    public async Task Deleted_replies_do_not_lower_what_is_unread_in_the_main_stream()
    {
        var (chat, root) = await BeginAsync(Gromov);
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        await gromov.Sends(new MarkRead(chat, root, Unread: false));
        var reply = (await ershova.Sends(Reply(chat, root, "Первая"))).Entry;
        await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "Новое в чате", null));
        await ershova.Sends(new DeleteMessage(chat, reply.Number));

        (await gromov.Sends(new ShowConversation(chat))).UnreadCount.ShouldBe(1);
        (await gromov.Sends(new ListConversations(null, null, true, false, null, null, false, null, 50))).Items.Single(item => item.Id == chat).UnreadCount.ShouldBe(1);
        await gromov.Sends(Reply(chat, root, "Своё"));
        (await gromov.Sends(new MarkRead(chat, root, Unread: true))).UnreadCount.ShouldBe(1);
    }

    [Fact]
    public async Task The_root_tells_how_its_thread_stands_for_each_reader()
    {
        var (chat, root) = await BeginAsync(Gromov, Klimova);
        var (ershova, gromov, klimova) = (bureau.As(Ershova), bureau.As(Gromov), bureau.As(Klimova));
        await gromov.Sends(Reply(chat, root, "Один"));
        await gromov.Sends(Reply(chat, root, "Два"));
        var last = (await ershova.Sends(Reply(chat, root, "Три"))).Entry;
        await gromov.Sends(Reply(chat, root, "Четыре"));

        var shown = await RepliesAsync(ershova, chat, root);
        (shown.Count, shown.LastNumber, shown.Following, shown.UnreadCount).ShouldBe((4, last.Number + 1, true, 1));
        shown.People.Select(person => person.DisplayName).ShouldBe([Gromov.DisplayName, Ershova.DisplayName]);
        shown.LastAt.ShouldBe((await ershova.Sends(new ShowMessage(chat, last.Number + 1))).CreatedAt);

        (await RepliesAsync(klimova, chat, root)).ShouldSatisfyAllConditions(r => r.Following.ShouldBe(false), r => r.UnreadCount.ShouldBe(0));
        (await klimova.Sends(new MarkThreadRead(chat, root, last.Number, Unread: false))).ShouldBe(new ThreadMark(last.Number, 1));
        (await RepliesAsync(klimova, chat, root)).ShouldSatisfyAllConditions(r => r.Following.ShouldBe(true), r => r.UnreadCount.ShouldBe(1));
    }

    [Fact]
    public async Task Whoever_wrote_the_root_has_everything_unread_until_he_reads()
    {
        var (chat, root) = await BeginAsync(Gromov);
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        for (var i = 0; i < 3; i++) await gromov.Sends(Reply(chat, root, $"{i}"));

        var thread = await ershova.Sends(new ReadThread(chat, root, null, null, null, 50));
        (thread.ReadNumber, thread.UnreadCount, thread.Root!.Number).ShouldBe((root, 3, root));
        (await ershova.Sends(new MarkThreadRead(chat, root, root + 2, Unread: false))).ShouldBe(new ThreadMark(root + 2, 1));
        (await ershova.Sends(new MarkThreadRead(chat, root, root + 1, Unread: false))).ShouldBe(new ThreadMark(root + 2, 1));
        (await ershova.Sends(new MarkThreadRead(chat, root, root, Unread: true))).ShouldBe(new ThreadMark(root, 3));
        (await ershova.Sends(new ListThreads(chat, true, null, 50))).Items.ShouldHaveSingleItem().Number.ShouldBe(root);
        await ershova.Sends(new MarkThreadRead(chat, root, root + 3, Unread: false));
        (await ershova.Sends(new ListThreads(chat, true, null, 50))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_thread_is_paged_like_the_log()
    {
        var (chat, root) = await BeginAsync(Gromov);
        var gromov = bureau.As(Gromov);
        for (var i = 0; i < 5; i++)
        {
            await gromov.Sends(Reply(chat, root, $"{i}"));
            await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), $"Мимо {i}", null));
        }

        var newest = await gromov.Sends(new ReadThread(chat, root, null, null, null, 2));
        (Numbers(newest), newest.HasBefore, newest.HasAfter).ShouldBe(($"{root + 7} {root + 9}", true, false));
        var older = await gromov.Sends(new ReadThread(chat, root, root + 7, null, null, 50));
        (Numbers(older), older.HasBefore, older.HasAfter).ShouldBe(($"{root + 1} {root + 3} {root + 5}", false, true));
        var around = await gromov.Sends(new ReadThread(chat, root, null, null, root + 5, 2));
        (Numbers(around), around.HasBefore, around.HasAfter).ShouldBe(($"{root + 3} {root + 5} {root + 7}", true, true));
        var after = await gromov.Sends(new ReadThread(chat, root, null, root, null, 1));
        (Numbers(after), after.HasBefore, after.HasAfter).ShouldBe(($"{root + 1}", false, true));

        static string Numbers(ThreadPage page) => string.Join(' ', page.Items.Select(entry => entry.Number));
    }

    [Fact]
    public async Task A_thread_begins_only_under_a_message_of_the_main_stream_that_is_there()
    {
        var (chat, root) = await BeginAsync(Gromov);
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        var reply = (await gromov.Sends(Reply(chat, root, "В ветке"))).Entry.Number;
        var other = (await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "Другое", null))).Entry.Number;
        var gone = (await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "Удалю", null))).Entry.Number;
        await ershova.Sends(new DeleteMessage(chat, gone));

        foreach (var wrong in new[] { reply, gone, 1, 999 }) (await RefusedAsync(gromov, Reply(chat, wrong, "?"))).ShouldBe((MessageRefusals.ThreadNotFound, "thread"));
        (await RefusedAsync(gromov, Reply(chat, root, "?", other))).ShouldBe((MessageRefusals.OtherThread, "replyTo"));
        (await gromov.Sends(Reply(chat, root, "!", root))).Entry.ReplyTo!.Number.ShouldBe(root);
        (await gromov.Sends(Reply(chat, root, "!", reply))).Entry.ReplyTo!.Number.ShouldBe(reply);
        (await gromov.IsRefused(new ReadThread(chat, reply, null, null, null, 50))).ShouldBe(MessageRefusals.NotFound);
        (await gromov.IsRefused(new MarkThreadRead(chat, root, other, Unread: false))).ShouldBe(MessageRefusals.NotFound);
        (await bureau.As(Klimova).IsRefused(new ReadThread(chat, root, null, null, null, 50))).ShouldBe(ConversationRefusals.NotFound);
        (await bureau.As(Klimova).IsRefused(new MarkThreadRead(chat, root, root, Unread: false))).ShouldBe(ConversationRefusals.NotFound);
    }

    [Fact]
    public async Task A_reply_sent_again_is_one_reply_even_when_its_root_is_gone_and_another_place_is_another_message()
    {
        var (chat, root) = await BeginAsync(Gromov);
        var gromov = bureau.As(Gromov);
        var reply = Reply(chat, root, "Один раз");
        var first = (await gromov.Sends(reply)).Entry;
        (await gromov.IsRefused(reply with { Thread = null })).ShouldBe(MessageRefusals.ClientIdReused);
        await bureau.As(Ershova).Sends(new DeleteMessage(chat, root));

        var again = await gromov.Sends(reply);
        (again.IsRepeat, again.Entry.Number).ShouldBe((true, first.Number));
        (await RepliesAsync(gromov, chat, root)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_root_keeps_its_thread_readable_and_takes_no_more()
    {
        var (chat, root) = await BeginAsync(Gromov);
        var gromov = bureau.As(Gromov);
        await gromov.Sends(Reply(chat, root, "Останусь"));
        await bureau.As(Ershova).Sends(new DeleteMessage(chat, root));

        var thread = await gromov.Sends(new ReadThread(chat, root, null, null, null, 50));
        (thread.Root!.Text, thread.Root.Replies!.Count, thread.Items.ShouldHaveSingleItem().Text).ShouldBe((null, 1, "Останусь"));
        (await gromov.IsRefused(Reply(chat, root, "Ещё"))).ShouldBe(MessageRefusals.ThreadNotFound);
    }

    [Fact]
    public async Task A_deleted_reply_stops_counting_and_the_root_tells_so_in_the_changes()
    {
        var (chat, root) = await BeginAsync(Gromov, Klimova);
        var (ershova, gromov, klimova) = (bureau.As(Ershova), bureau.As(Gromov), bureau.As(Klimova));
        await gromov.Sends(Reply(chat, root, "Раз"));
        var last = (await klimova.Sends(Reply(chat, root, "Два"))).Entry;
        var revision = (await ershova.Sends(new ShowConversation(chat))).Revision!.Value;
        await klimova.Sends(new DeleteMessage(chat, last.Number));

        var changes = await ershova.Sends(new ReadChanges(chat, revision, 50));
        changes.Items.Select(change => change.Number).ShouldBe([last.Number, root]);
        changes.Items[0].Entry.Thread.ShouldBe(root);
        var shown = await RepliesAsync(ershova, chat, root);
        (shown.Count, shown.LastNumber, shown.UnreadCount).ShouldBe((1, root + 1, 1));
        shown.People.ShouldHaveSingleItem().DisplayName.ShouldBe(Gromov.DisplayName);

        await gromov.Sends(new DeleteMessage(chat, root + 1));
        (await ershova.Sends(new ShowMessage(chat, root))).Replies.ShouldBeNull();
        (await ershova.Sends(new ReadThread(chat, root, null, null, null, 50))).Items.Count.ShouldBe(2, "tombstones stay");
    }

    [Fact]
    public async Task Below_the_floor_there_is_no_root_and_the_thread_starts_at_the_first_reply_above()
    {
        var (chat, root) = await BeginAsync(Gromov);
        var gromov = bureau.As(Gromov);
        var below = (await gromov.Sends(Reply(chat, root, "До него"))).Entry.Number;
        var silent = (await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), "Под этим после него ничего не написано", null))).Entry.Number;
        await gromov.Sends(Reply(chat, silent, "До него"));
        await bureau.As(Ershova).Sends(new AddMember(chat, bureau.MemberIdOf(Klimova), History.FromNow));
        var above = (await gromov.Sends(Reply(chat, root, "При нём", root))).Entry;
        var klimova = bureau.As(Klimova);

        var thread = await klimova.Sends(new ReadThread(chat, root, null, null, null, 50));
        (thread.Root, thread.Items.ShouldHaveSingleItem().Number, thread.HasBefore, thread.UnreadCount).ShouldBe((null, above.Number, false, 0));
        thread.Items[0].ReplyTo.ShouldBe(new QuoteView(root, Available: false, null, null));
        (await klimova.Sends(new ReadThread(chat, root, null, below, null, 50))).HasBefore.ShouldBeFalse();
        (await klimova.Sends(new ReadMessages(chat, null, null, null, 50))).Items.ShouldContain(entry => entry.Number == above.Number && entry.Thread == root);
        (await klimova.Sends(new ListThreads(chat, null, null, 50))).Items.ShouldBeEmpty();

        (await klimova.IsRefused(new ShowMessage(chat, root))).ShouldBe(MessageRefusals.NotFound);
        (await klimova.IsRefused(new ReadThread(chat, silent, null, null, null, 50))).ShouldBe(MessageRefusals.NotFound);
        (await klimova.IsRefused(new MarkThreadRead(chat, silent, silent, Unread: false))).ShouldBe(MessageRefusals.NotFound);
        (await klimova.IsRefused(new MarkThreadRead(chat, root, below, Unread: false))).ShouldBe(MessageRefusals.NotFound);
        (await klimova.IsRefused(Reply(chat, root, "Можно мне?"))).ShouldBe(MessageRefusals.ThreadNotFound);
        (await klimova.Sends(new MarkThreadRead(chat, root, root, Unread: true))).UnreadCount.ShouldBe(1);
    }

    [Fact]
    public async Task Whatever_is_written_and_deleted_at_once_the_root_says_what_the_log_holds()
    {
        var (chat, root) = await BeginAsync(Gromov, Klimova);
        var second = (await bureau.As(Ershova).Sends(new PostMessage(chat, Guid.NewGuid(), "Вторая ветка", null))).Entry.Number;
        var people = new[] { Ershova, Gromov, Klimova }.Select(bureau.As).ToArray();

        await Task.WhenAll(people.SelectMany((person, p) => Enumerable.Range(0, 20).Select(async i =>
        {
            var posted = await person.Sends((i % 3) switch { 0 => new PostMessage(chat, Guid.NewGuid(), $"{p}.{i}", null), 1 => Reply(chat, root, $"{p}.{i}"), _ => Reply(chat, second, $"{p}.{i}") });
            if (i % 4 == 1) await person.Sends(new DeleteMessage(chat, posted.Entry.Number));
            if (i % 5 == 2) await person.Sends(new ReactToMessage(chat, root, "👍"));
        })));

        var log = await bureau.ReadAsync(db => db.Entries.Where(e => e.ConversationId == chat).OrderBy(e => e.Number).ToListAsync());
        var conversation = await bureau.ReadAsync(db => db.Conversations.SingleAsync(c => c.Id == chat));
        log.Select(e => e.Number).ShouldBe(Enumerable.Range(1, log.Count).Select(n => (long)n));
        foreach (var number in new[] { root, second })
        {
            var left = log.Where(e => e.Thread == number && !e.IsDeleted).ToList();
            var replies = log.Single(e => e.Number == number).Replies!;
            (replies.Count, replies.LastNumber).ShouldBe((left.Count, left[^1].Number));
            replies.People.ShouldBe(left.GroupBy(e => e.AuthorId!.Value).OrderByDescending(g => g.Max(e => e.Number)).Select(g => g.Key));
        }

        var main = log.Where(e => e.System is null && e.Thread is null).ToList();
        (conversation.MessageCount, conversation.DeletedCount, conversation.LastMessageNumber).ShouldBe((main.Count, main.Count(e => e.IsDeleted), main[^1].Number));
        log.ShouldAllBe(e => e.Count == main.Count(m => m.Number <= e.Number));
    }

    private async Task<(Guid Chat, long Root)> BeginAsync(params Infrastructure.Demo.DemoPerson[] others)
    {
        var chat = (await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, $"Ветки {Guid.NewGuid()}", [.. others.Select(bureau.MemberIdOf)]))).Id;
        return (chat, (await bureau.As(Ershova).Sends(new PostMessage(chat, Guid.NewGuid(), "О чём речь", null))).Entry.Number);
    }

    private static PostMessage Reply(Guid chat, long root, string text, long? replyTo = null) => new(chat, Guid.NewGuid(), text, replyTo) { Thread = root };

    private static async Task<RepliesView> RepliesAsync(Actor reader, Guid chat, long root) => (await reader.Sends(new ShowMessage(chat, root))).Replies!;

    private static async Task<(Refusal, string?)> RefusedAsync(Actor author, PostMessage message)
    {
        var refused = await Should.ThrowAsync<RefusedException>(() => author.Sends(message));
        return (refused.Refusal, refused.Field);
    }
}
