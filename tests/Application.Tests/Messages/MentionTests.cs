using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using Microsoft.EntityFrameworkCore;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Messages;

/// <summary>Who is called is told exactly as often as he is called, by whoever may call him.</summary>
public sealed class MentionTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task The_count_is_of_unread_messages_that_call_one_by_name_or_with_everybody()
    {
        var chat = await StartAsync(Gromov, Klimova);
        var gromov = bureau.As(Gromov);
        var called = await WriteAsync(Ershova, chat, "@Громов и ещё раз @Лев Громов, посмотрите");
        await WriteAsync(Ershova, chat, "Просто так, Громов");
        var all = await WriteAsync(Klimova, chat, "@все, планёрка в девять");
        (await MentionsAsync(Gromov, chat)).ShouldBe(2);
        (await MentionsAsync(Klimova, chat)).ShouldBe(0);

        (await gromov.Sends(new MarkRead(chat, called, Unread: false))).ShouldBe(new ReadMark(called, 2, 1));
        (await gromov.Sends(new MarkRead(chat, all, Unread: false))).ShouldBe(new ReadMark(all, 0, 0));
        (await gromov.Sends(new MarkRead(chat, called - 1, Unread: true))).ShouldBe(new ReadMark(called - 1, 3, 2));

        await WriteAsync(Gromov, chat, "@все, буду");
        (await MentionsAsync(Gromov, chat)).ShouldBe(0);
        (await MentionsAsync(Klimova, chat)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_is_edited_or_deleted_calls_whom_it_says_now()
    {
        var chat = await StartAsync(Gromov, Klimova);
        var ershova = bureau.As(Ershova);
        var edited = await WriteAsync(Ershova, chat, "@Громов, срочно");
        var deleted = await WriteAsync(Ershova, chat, "@все, срочно");
        (await MentionsAsync(Gromov, chat), await MentionsAsync(Klimova, chat)).ShouldBe((2, 1));

        await ershova.Sends(new EditMessage(chat, edited, "@Климова, срочно"));
        await ershova.Sends(new DeleteMessage(chat, deleted));

        (await MentionsAsync(Gromov, chat), await MentionsAsync(Klimova, chat)).ShouldBe((0, 1));
        (await bureau.As(Klimova).Sends(new ShowMessage(chat, edited))).Mentions!.Single().ShouldBe(new MentionView(bureau.MemberIdOf(Klimova), 0, 8));
    }

    [Fact]
    public async Task A_guest_calls_the_people_of_the_chat_and_not_everybody()
    {
        var chat = await StartAsync(Gromov, Ivanova);

        var called = await bureau.As(Ivanova).Sends(Message(chat, "@Громов, @Ирина Власова, @Климова и @все: когда?"));

        called.Entry.Mentions!.Select(mention => mention.ParticipantId).ShouldBe([bureau.MemberIdOf(Gromov)]);
        (await MentionsAsync(Gromov, chat)).ShouldBe(1);
        (await MentionsAsync(Ershova, chat)).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_sees_a_chat_without_being_in_it_is_called_by_employees_and_guests_are_not_told_who_he_is()
    {
        var chat = await StartAsync(Gromov, Ivanova);
        var number = await WriteAsync(Ershova, chat, "@Ирина Власова, @Мария Иванова ждёт ответа. @Белова, вы тоже");

        (await bureau.As(Gromov).Sends(new ShowMessage(chat, number))).Mentions!.Select(mention => mention.ParticipantId).ShouldBe([bureau.MemberIdOf(Vlasova), bureau.MemberIdOf(Ivanova)]);
        (await bureau.As(Ivanova).Sends(new ShowMessage(chat, number))).Mentions!.Select(mention => mention.ParticipantId).ShouldBe([bureau.MemberIdOf(Ivanova)]);
        (await MentionsAsync(Ivanova, chat)).ShouldBe(1);
    }

    [Fact]
    public async Task What_lies_below_ones_history_calls_nobody()
    {
        var chat = await StartAsync(Gromov);
        await WriteAsync(Ershova, chat, "@все, начинаем");
        await bureau.As(Ershova).Sends(new AddMember(chat, bureau.MemberIdOf(Klimova), History.FromNow));

        (await MentionsAsync(Klimova, chat)).ShouldBe(0);
        await WriteAsync(Ershova, chat, "@Софья Климова, добро пожаловать");
        (await MentionsAsync(Klimova, chat)).ShouldBe(1);
    }

    [Fact]
    public async Task A_call_in_a_thread_counts_there_and_lets_one_follow_it()
    {
        var chat = await StartAsync(Gromov, Klimova);
        var root = await WriteAsync(Ershova, chat, "Где макет?");
        await ReplyAsync(Gromov, chat, root, "Ищу");
        (await UnreadRepliesAsync(Klimova, chat, root)).ShouldBe(0);

        await Task.WhenAll(ReplyAsync(Gromov, chat, root, "@Климова, он у вас?"), ReplyAsync(Gromov, chat, root, "@все, кто видел макет?"), ReplyAsync(Gromov, chat, root, "Нашёл"));

        var unread = await UnreadRepliesAsync(Klimova, chat, root);
        (await bureau.As(Klimova).Sends(new ReadThread(chat, root, null, null, null, 50))).Items.Count(reply => reply.Number > root + 1).ShouldBe(3);
        unread.ShouldNotBeNull().ShouldBeInRange(2, 3);
        (await UnreadRepliesAsync(Ershova, chat, root)).ShouldBe(4);
        (await MentionsAsync(Klimova, chat)).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_writes_and_reads_at_once_the_count_is_what_the_log_says()
    {
        var chat = await StartAsync(Gromov, Klimova);
        var texts = new[] { "@Климова", "@все", "никого", "@Громов", "@Громов и @Климова" };

        var posts = Enumerable.Range(0, 120).Select(i => bureau.As(i % 2 == 0 ? Ershova : Gromov).Sends(Message(chat, texts[i % texts.Length])));
        var reads = Enumerable.Range(0, 20).Select(i => Task.Run(async () => { await Task.Delay(i * 5); return await bureau.As(Klimova).Sends(new MarkRead(chat, 1 + i, Unread: false)); }));
        await Task.WhenAll(Task.WhenAll(posts), Task.WhenAll(reads.Select(async read => { try { await read; } catch (Domain.Kernel.RefusedException) { } })));

        var mark = (await bureau.As(Klimova).Sends(new ShowConversation(chat))).ReadNumber!.Value;
        var log = await bureau.ReadAsync(db => db.Entries.Where(e => e.ConversationId == chat && e.Number > mark).ToListAsync());
        (await MentionsAsync(Klimova, chat)).ShouldBe(log.Count(e => e.Text is { } text && (text.Contains("Климова", StringComparison.Ordinal) || text == "@все")));
    }

    private async Task<Guid> StartAsync(params Infrastructure.Demo.DemoPerson[] others) =>
        (await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, $"Упоминания {Guid.NewGuid():N}", [.. others.Select(bureau.MemberIdOf)]))).Id;

    private async Task<long> WriteAsync(Infrastructure.Demo.DemoPerson author, Guid chat, string text) => (await bureau.As(author).Sends(Message(chat, text))).Entry.Number;

    private async Task ReplyAsync(Infrastructure.Demo.DemoPerson author, Guid chat, long root, string text) => await bureau.As(author).Sends(Message(chat, text) with { Thread = root });

    private async Task<long?> UnreadRepliesAsync(Infrastructure.Demo.DemoPerson person, Guid chat, long root) => (await bureau.As(person).Sends(new ShowMessage(chat, root))).Replies!.UnreadCount;

    private static PostMessage Message(Guid chat, string text) => new(chat, Guid.NewGuid(), text, null);

    private async Task<long?> MentionsAsync(Infrastructure.Demo.DemoPerson person, Guid chat) => (await bureau.As(person).Sends(new ShowConversation(chat))).MentionCount;
}
