using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Messages;
using ClientChats.Application.Tests.Cast;
using ClientChats.Domain.Conversations;
using ClientChats.Domain.Messages;
using ClientChats.Infrastructure.Demo;
using FluentValidation;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Application.Tests.Messages;

/// <summary>An employee says how a matter stands and asks for decisions; whoever is to decide answers by a message.</summary>
public sealed class DecisionTests(Bureau bureau) : IClassFixture<Bureau>
{
    [Fact]
    public async Task A_status_is_a_revision_and_no_edit_and_the_same_again_is_none()
    {
        var (chat, number) = await WriteAsync();
        var ershova = bureau.As(Ershova);
        var before = (await ershova.Sends(new ShowConversation(chat))).Revision!.Value;

        await ershova.Sends(new SetStatus(chat, number, Simply(StatusKind.InProgress)));
        await ershova.Sends(new SetStatus(chat, number, Simply(StatusKind.InProgress)));
        var entry = await ershova.Sends(new ShowMessage(chat, number));
        (entry.Status!.Status, entry.Status.By!.MemberId, entry.EditedAt, entry.Revision).ShouldBe((StatusKind.InProgress, bureau.MemberIdOf(Ershova), null, before + 1));

        await ershova.Sends(new SetStatus(chat, number, null));
        var changes = await ershova.Sends(new ReadChanges(chat, before, 50));
        changes.Items.Select(change => (change.Number, change.Revision, change.Entry.Status)).ShouldBe([(number, before + 2, null)]);
    }

    [Fact]
    public async Task The_answer_of_whoever_decides_is_noted_and_an_employee_closes_the_decision()
    {
        var (chat, number) = await WriteAsync(Ivanova);
        var (ershova, gromov, maria) = (bureau.As(Ershova), bureau.As(Gromov), bureau.As(Ivanova));
        await ershova.Sends(new SetStatus(chat, number, Asking(Ivanova)));

        await gromov.Sends(new PostMessage(chat, Guid.NewGuid(), "Я бы взял второй", number));
        (await ershova.Sends(new ShowMessage(chat, number))).Status!.AnsweredBy.ShouldBeNull("only whoever decides answers");

        var answer = new PostMessage(chat, Guid.NewGuid(), "Берём первый", number);
        var reply = (await maria.Sends(answer)).Entry.Number;
        await maria.Sends(answer);
        var status = (await ershova.Sends(new ShowMessage(chat, number))).Status!;
        (status.Status, status.AnsweredBy).ShouldBe((StatusKind.NeedsDecision, reply));

        await ershova.Sends(new SetStatus(chat, number, Simply(StatusKind.Done)));
        (await maria.Sends(new ListDecisionsIn(chat, Decided: false, null, 50))).Items.ShouldBeEmpty();
        var decided = (await maria.Sends(new ListDecisionsIn(chat, Decided: true, null, 50))).Items.ShouldHaveSingleItem();
        (decided.Number, decided.Status.AnsweredBy, decided.Own).ShouldBe((number, reply, true));
    }

    [Fact]
    public async Task A_reply_in_the_thread_answers_too_and_a_deleted_answer_is_none()
    {
        var (chat, number) = await WriteAsync(Ivanova);
        var (ershova, maria) = (bureau.As(Ershova), bureau.As(Ivanova));
        await ershova.Sends(new SetStatus(chat, number, Asking(Ivanova)));
        var reply = (await maria.Sends(new PostMessage(chat, Guid.NewGuid(), "Первый", null) { Thread = number })).Entry.Number;
        (await ershova.Sends(new ShowMessage(chat, number))).Status!.AnsweredBy.ShouldBe(reply);

        await maria.Sends(new DeleteMessage(chat, reply));
        (await ershova.Sends(new ShowMessage(chat, number))).Status!.AnsweredBy.ShouldBeNull();
    }

    [Fact]
    public async Task A_guest_sets_none_and_whoever_is_not_in_the_chat_decides_nothing()
    {
        var (chat, number) = await WriteAsync(Ivanova);
        var (ershova, maria) = (bureau.As(Ershova), bureau.As(Ivanova));

        (await maria.IsRefused(new SetStatus(chat, number, Simply(StatusKind.Done)))).ShouldBe(MessageRefusals.MayNotSetStatus);
        (await maria.IsRefused(new PostMessage(chat, Guid.NewGuid(), "Срочно", null) { Status = Asking(Ershova) })).ShouldBe(MessageRefusals.MayNotSetStatus);
        (await ershova.IsRefused(new SetStatus(chat, number, Asking(Tkach)))).ShouldBe(MessageRefusals.DeciderNotHere);
        (await ershova.IsRefused(new PostMessage(chat, Guid.NewGuid(), "Срочно", null) { Status = Asking(Tkach) })).ShouldBe(MessageRefusals.DeciderNotHere);
        (await ershova.IsRefused(new SetStatus(chat, number, Asking(Ivanova) with { DueAt = DateTimeOffset.UtcNow.AddHours(-1) }))).ShouldBe(MessageRefusals.DueInThePast);
        (await ershova.IsRefused(new SetStatus(chat, 1, Simply(StatusKind.Done)))).ShouldBe(MessageRefusals.NotAMessage);
        await Should.ThrowAsync<ValidationException>(() => ershova.Sends(new SetStatus(chat, number, Simply(StatusKind.NeedsDecision))));
        (await bureau.As(Tkach).IsRefused(new SetStatus(chat, number, Simply(StatusKind.Done)))).ShouldBe(ConversationRefusals.NotFound);
        (await bureau.As(Tkach).IsRefused(new ListDecisionsIn(chat, Decided: false, null, 50))).ShouldBe(ConversationRefusals.NotFound);
    }

    [Fact]
    public async Task Everybody_is_told_what_waits_in_what_he_sees_and_nothing_below_his_floor()
    {
        var (chat, number) = await WriteAsync(Ivanova);
        var (ershova, gromov) = (bureau.As(Ershova), bureau.As(Gromov));
        await ershova.Sends(new SetStatus(chat, number, Asking(Ivanova)));
        var ours = (await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "Лев, какой шрифт?", null) { Status = Asking(Gromov) })).Entry;
        ours.Status!.DecisionBy!.MemberId.ShouldBe(bureau.MemberIdOf(Gromov));
        await ershova.Sends(new AddMember(chat, bureau.MemberIdOf(Klimova), History.FromNow));
        await ershova.Sends(new AddMember(chat, bureau.MemberIdOf(Ezhov), History.FromNow));

        (await Numbers(gromov, DecidingSide.Client)).ShouldBe([number]);
        (await Numbers(gromov, DecidingSide.Us)).ShouldBe([ours.Number]);
        (await gromov.Sends(new ListDecisions(DecidingSide.Us, null, 200))).Items[0].Own.ShouldBeTrue("one's own come first");
        (await Numbers(bureau.As(Ivanova), null)).ShouldBe([number], "a guest gets his own alone");
        foreach (var late in new[] { Klimova, Ezhov })
        {
            (await Numbers(bureau.As(late), null)).ShouldBeEmpty("they exist below his floor alone");
            (await bureau.As(late).Sends(new ListDecisionsIn(chat, Decided: false, null, 50))).Items.ShouldBeEmpty();
        }

        (await Numbers(bureau.As(Tkach), null)).ShouldBeEmpty();
        await ershova.Sends(new DeleteMessage(chat, number));
        (await Numbers(gromov, DecidingSide.Client)).ShouldBeEmpty();

        async Task<IEnumerable<long>> Numbers(Actor reader, DecidingSide? side) =>
            (await reader.Sends(new ListDecisions(side, null, 200))).Items.Where(item => item.ConversationId == chat).Select(item => item.Number).ToList();
    }

    [Fact]
    public async Task What_is_due_first_comes_first_and_pages_go_on_where_they_ended()
    {
        var (chat, first) = await WriteAsync(Ivanova);
        var ershova = bureau.As(Ershova);
        var second = (await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "И это", null) { Status = Asking(Ivanova) with { DueAt = DateTimeOffset.UtcNow.AddDays(1) } })).Entry.Number;
        var third = (await ershova.Sends(new PostMessage(chat, Guid.NewGuid(), "И то", null) { Status = Asking(Ivanova) with { DueAt = DateTimeOffset.UtcNow.AddHours(1) } })).Entry.Number;
        await ershova.Sends(new SetStatus(chat, first, Asking(Ivanova)));

        var page = await ershova.Sends(new ListDecisionsIn(chat, Decided: false, null, 2));
        page.Items.Select(item => item.Number).ShouldBe([third, second]);
        (await ershova.Sends(new ListDecisionsIn(chat, Decided: false, page.NextCursor, 2))).Items.Select(item => item.Number).ShouldBe([first]);
    }

    private static WantedStatus Simply(StatusKind kind) => new(kind, null, null);

    private WantedStatus Asking(DemoPerson decider) => new(StatusKind.NeedsDecision, bureau.MemberIdOf(decider), null);

    private async Task<(Guid Chat, long Number)> WriteAsync(params DemoPerson[] others)
    {
        var chat = await bureau.As(Ershova).Sends(new StartChat(ConversationKind.Group, $"Решения {Guid.NewGuid():N}", [bureau.MemberIdOf(Gromov), .. others.Select(bureau.MemberIdOf)]));
        return (chat.Id, (await bureau.As(Ershova).Sends(new PostMessage(chat.Id, Guid.NewGuid(), "Какой вариант берём?", null))).Entry.Number);
    }
}
