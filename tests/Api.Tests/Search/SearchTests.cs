using ClientChats.Application.Organizations;
using ClientChats.Domain.Messages;
using ClientChats.Domain.Organizations;
using ClientChats.Tests;

namespace ClientChats.Api.Tests.Search;

/// <summary>Everybody finds what he may read at this moment, in whatever form the words stand, and nothing else.</summary>
public sealed class SearchTests(SearchApp app) : IClassFixture<SearchApp>
{
    [Theory]
    [InlineData("договоры", "Отправляю договор на подпись")]
    [InlineData("договор", "Посмотрите оба договора, пожалуйста")]
    [InlineData("подписали", "Надо подписать сегодня")]
    [InlineData("invoices", "The invoice was paid")]
    [InlineData("meet", "We meet on Tuesday")]
    [InlineData("счёт", "Счет выставлен")]
    [InlineData("ЕЛКА", "Ставим ёлку в холле")]
    [InlineData("самолёт", "САМОЛЕТ задержали")]
    [InlineData("рекл", "Доступ к рекламному кабинету")]
    [InlineData("согласов", "Смету согласовали")]
    [InlineData("смета pdf", "Файл Смета_итог.pdf в папке")]
    [InlineData("\"итоговая смета\"", "Это итоговая смета")]
    [InlineData("«до конца дня»", "Сделаем до конца дня")]
    [InlineData("ТЗ", "Пришлите тз, пожалуйста")]
    [InlineData("не", "Я не приду")]
    [InlineData("макет -главной", "Макет каталога готов")]
    [InlineData("zuev@kontur.example", "Пишите на zuev@kontur.example")]
    [InlineData("1С", "Выгрузка из 1С:Битрикс")]
    [InlineData("кафе", "Кафе\u0301 на углу, и кафе за углом")]
    public async Task A_message_is_found_by(string query, string text)
    {
        var (writer, chat) = await app.OpenAsync();
        await writer.WriteAsync(chat, "Совсем о другом");
        var number = await writer.WriteAsync(chat, text);

        var (found, later) = await app.TwiceAsync(() => writer.NumbersAsync(chat, query));

        found.ShouldBe([number]);
        later.ShouldBe([number]);
    }

    [Theory]
    [InlineData("\"смета итоговая\"", "Это итоговая смета")]
    [InlineData("макет -главная", "Макет главной страницы")]
    [InlineData("договор счёт", "Только договор")]
    [InlineData("говор", "Отправляю договор")]
    public async Task A_message_is_not_found_by(string query, string text)
    {
        var (writer, chat) = await app.OpenAsync();
        await writer.WriteAsync(chat, text);

        var (found, later) = await app.TwiceAsync(() => writer.NumbersAsync(chat, query));

        found.Concat(later).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_found_stands_in_the_text_where_the_highlights_say()
    {
        var (writer, chat) = await app.OpenAsync();
        var text = $"{string.Concat(Enumerable.Repeat("Вступление 🙂 и так далее. ", 30))}Ёлки, договоры и «договор».{string.Concat(Enumerable.Repeat(" Послесловие.", 60))}";
        await writer.WriteAsync(chat, text);

        var item = (await writer.SearchAsync("договор елка", "messages", chat)).Single();

        var found = item["text"].Text;
        item["highlights"].Items.Select(h => found.Substring((int)h["start"].Number, (int)h["length"].Number)).ShouldBe(["Ёлки", "договоры", "договор"]);
        (found.Length <= 250, found[0], found[^1]).ShouldBe((true, '…', '…'));
    }

    [Fact]
    public async Task A_file_is_found_by_parts_of_its_name_by_whoever_sees_its_message_and_by_nobody_else()
    {
        var (writer, chat) = await app.OpenAsync();
        var (word, colleague, late) = (app.NewWord(), await app.JoinAsync("Коллега Файлов"), await app.JoinAsync("Поздний Файлов"));
        var (file, number) = await writer.AttachAsync(chat, name: $"Смёта_{word}_итог.pdf");
        (await writer.PutAsync($"/conversations/{chat}/members/{colleague.Id}", new { history = "all" })).Expect(201);
        (await writer.PutAsync($"/conversations/{chat}/members/{late.Id}", new { history = "fromNow" })).Expect(201);

        foreach (var person in new[] { writer, colleague })
        {
            var found = (await person.SearchAsync($"смета {word}", "files")).ShouldHaveSingleItem();
            (found["type"].Text, found["fileId"].Id, found["conversationId"].Id, found["number"].Number, found["author"]["participantId"].Id).ShouldBe(("file", file, chat, number, writer.Id));
            found["highlights"].Items.Count.ShouldBe(2);
        }

        foreach (var other in new[] { late, await app.JoinAsync("Чужой Файлов"), await app.JoinAsync("Гость Файлов", Role.Guest), await app.JoinAsync("Старший Файлов", Role.Employee, Duty.Supervisor) })
            (await other.SearchAsync(word, "files")).ShouldBeEmpty();

        (await writer.SearchAsync(word, "files", chat)).Count.ShouldBe(1);
        (await writer.SearchAsync($"{word} нет", "files")).ShouldBeEmpty();
        (await writer.GetAsync($"/search?query={word}&in=files&authorId={colleague.Id}")).Expect(200).Items.ShouldBeEmpty();
        (await writer.DeleteAsync($"/conversations/{chat}/messages/{number}")).Expect(204);
        (await writer.SearchAsync(word, "files")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_supervisor_finds_files_of_client_chats()
    {
        var (writer, chat) = await app.OpenAsync();
        var word = app.NewWord();
        var guest = await app.JoinAsync("Заказчик Файлов", Role.Guest);
        (await writer.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "all" })).Expect(201);
        await guest.AttachAsync(chat, name: $"договор {word}.docx");

        var supervisor = await app.JoinAsync("Главная Файлова", Role.Employee, Duty.Supervisor);
        (await supervisor.SearchAsync(word, "files")).ShouldHaveSingleItem()["text"].Text.ShouldBe($"договор {word}.docx");
    }

    [Fact]
    public async Task Nobody_finds_what_is_said_where_he_is_not()
    {
        var (writer, chat) = await app.OpenAsync();
        var word = app.NewWord();
        var number = await writer.WriteAsync(chat, $"Тайна {word}");
        var others = new[] { await app.JoinAsync("Чужой Сотрудник"), await app.JoinAsync("Чужой Гость", Role.Guest), app.Nikolai, await app.JoinAsync("Влас Старший", Role.Employee, Duty.Supervisor) };

        var (found, later) = await app.TwiceAsync(() => writer.NumbersAsync(chat, word));
        found.Concat(later).ShouldBe([number, number]);
        foreach (var other in others)
        {
            (await other.SearchAsync(word)).ShouldBeEmpty();
            (await other.GetAsync($"/search?query={word}&conversationId={chat}")).Expect(404).Code.ShouldBe("conversations.notFound");
        }
    }

    [Fact]
    public async Task What_was_said_before_somebody_came_from_now_on_does_not_exist_for_him()
    {
        var (writer, chat) = await app.OpenAsync();
        var word = app.NewWord();
        await writer.WriteAsync(chat, $"Раньше {word}");
        var guest = await app.JoinAsync("Гость Новый", Role.Guest);
        (await writer.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "fromNow" })).Expect(201);

        await app.WordsAreTakenUpAsync();
        (await guest.SearchAsync(word)).ShouldBeEmpty();
        var number = await writer.WriteAsync(chat, $"Теперь {word}");
        var (found, later) = await app.TwiceAsync(() => guest.NumbersAsync(chat, word));
        found.Concat(later).ShouldBe([number, number]);

        (await writer.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "all" })).Expect(200);
        (await guest.NumbersAsync(chat, word)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_removed_finds_nothing_from_that_moment_on()
    {
        var (writer, chat) = await app.OpenAsync();
        var word = app.NewWord();
        var guest = await app.JoinAsync("Гость Бывший", Role.Guest);
        (await writer.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "all" })).Expect(201);
        await writer.WriteAsync(chat, $"Пока {word}");
        await app.WordsAreTakenUpAsync();
        (await guest.SearchAsync(word)).Count.ShouldBe(1);

        (await writer.DeleteAsync($"/conversations/{chat}/members/{guest.Id}")).Expect(204);

        (await guest.SearchAsync(word)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_former_wording_and_a_deleted_message_are_not_found(bool takenUp)
    {
        var (writer, chat) = await app.OpenAsync();
        var (former, present) = (app.NewWord(), app.NewWord());
        var number = await writer.WriteAsync(chat, $"Сначала {former}");
        if (takenUp) await app.WordsAreTakenUpAsync();

        (await writer.PatchAsync($"/conversations/{chat}/messages/{number}", new { text = $"Потом {present}" })).Expect(200);
        (await writer.SearchAsync(former)).ShouldBeEmpty();
        (await writer.NumbersAsync(chat, present)).ShouldBe([number]);

        (await writer.DeleteAsync($"/conversations/{chat}/messages/{number}")).Expect(204);
        (await writer.SearchAsync(present)).ShouldBeEmpty();
        await app.WordsAreTakenUpAsync();
        (await writer.SearchAsync(present)).ShouldBeEmpty();
        (await app.AskSqlAsync<long>("select count(*) from message_words where conversation_id = $1 and number = $2", chat, number)).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_waits_for_the_words_that_are_just_being_written_and_then_replaces_them()
    {
        var (writer, chat) = await app.OpenAsync();
        var (former, present) = (app.NewWord(), app.NewWord());
        var number = await writer.WriteAsync(chat, $"Сначала {former}");
        await app.WordsAreTakenUpAsync();
        await app.SqlAsync("delete from message_words where conversation_id = $1", chat);
        await app.SqlAsync("update word_positions set number = 0 where conversation_id = $1", chat);

        var edited = await app.WhileWaitingAsync(
            "select 1 from take_up_words($1, array[$2::uuid], 200)",
            () => writer.PatchAsync($"/conversations/{chat}/messages/{number}", new { text = $"Потом {present}" }),
            "select $1::uuid, $2::uuid", app.OrganizationId, chat);

        edited.Expect(200);
        (await writer.SearchAsync(former)).ShouldBeEmpty();
        (await writer.NumbersAsync(chat, present)).ShouldBe([number]);
    }

    [Fact]
    public async Task A_guest_finds_the_people_of_his_conversations_and_no_strangers()
    {
        var (writer, chat) = await app.OpenAsync("Тимофей Общий");
        var guest = await app.JoinAsync("Гость Искатель", Role.Guest);
        await app.JoinAsync("Тимофей Чужой");
        await app.JoinAsync("Тимофей Посторонний", Role.Guest);
        (await writer.PutAsync($"/conversations/{chat}/members/{guest.Id}", new { history = "all" })).Expect(201);

        var seen = await guest.SearchAsync("Тимофей", "people");

        seen.Select(item => item["person"]["displayName"].Text).ShouldBe(["Тимофей Общий"]);
        seen[0]["person"]["role"].Exists.ShouldBeFalse();
        (await app.Nikolai.SearchAsync("Тимофей", "people")).Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Theory]
    [InlineData("Белова Ольга", "Билова")]
    [InlineData("Белова Ольга", "белва")]
    [InlineData("Артём Рябчиков", "рябчек")]
    [InlineData("Артём Рябчиков", "Артем")]
    [InlineData("Christopher Wallenstein", "walenstein")]
    [InlineData("Christopher Wallenstein", "chris")]
    public async Task A_person_is_found_by_a_part_of_the_name_and_in_spite_of_a_slip(string name, string query)
    {
        var person = await app.JoinAsync(name);

        (await app.Nikolai.SearchAsync(query, "people")).Select(item => item["person"]["memberId"].Id).ShouldContain(person.Id);
    }

    [Theory]
    [InlineData("Сайт | Ромашковые поля", "ромашк")]
    [InlineData("Сайт | Ромашковые поля", "рамашковые")]
    [InlineData("Ремонт | Зелёный мыс", "зеленый ремонт")]
    public async Task A_conversation_is_found_by_its_name_and_only_by_those_who_see_it(string name, string query)
    {
        var (writer, chat) = await app.OpenAsync(chatName: $"{name} {app.NewWord()}");
        var stranger = await app.JoinAsync("Совсем Чужой");

        (await writer.SearchAsync(query, "conversations")).Select(item => item["conversationId"].Id).ShouldBe([chat]);
        (await stranger.SearchAsync(query, "conversations")).ShouldBeEmpty();
        (await app.Nikolai.SearchAsync(query, "conversations")).Select(item => item["conversationId"].Id).ShouldNotContain(chat);
    }

    [Fact]
    public async Task A_supervisor_finds_what_is_said_with_clients_and_an_outside_client_by_name()
    {
        var supervisor = await app.JoinAsync("Вера Главная", Role.Employee, Duty.Supervisor);
        var group = await OutsideGroup.ConnectAsync(app.Nikolai, app.Browser(), $"g-{app.NewWord()}", "Группа снаружи");
        var word = app.NewWord();
        (await group.WriteAsync(new OutsidePerson($"p-{word}", "Аглая Заречная", "+79120001122"), "m-1", $"Здравствуйте, {word}!")).Expect(200);
        await Eventually.HoldsAsync(async () => (await supervisor.SearchAsync(word)).Count == 1);
        await app.WordsAreTakenUpAsync();

        var item = (await supervisor.SearchAsync(word)).Single();
        (item["conversationName"].Text, item["author"]["displayName"].Text, item["author"]["isClient"].IsTrue).ShouldBe(("Группа снаружи", "Аглая Заречная", true));
        (await supervisor.SearchAsync("заречная", "people")).Single()["conversationId"].Id.ShouldBe(item["conversationId"].Id);
        var employee = await app.JoinAsync("Просто Сотрудник");
        (await employee.SearchAsync(word)).ShouldBeEmpty();
        (await employee.SearchAsync("заречная", "people")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat_the_newest_first()
    {
        var (writer, chat) = await app.OpenAsync();
        var (_, second) = await app.OpenAsync(by: writer);
        var word = app.NewWord();
        for (var i = 0; i < 25; i++) await writer.WriteAsync(i % 3 == 0 ? second : chat, $"Раз {word} {i}");
        await app.WordsAreTakenUpAsync();
        for (var i = 25; i < 30; i++) await writer.WriteAsync(i % 3 == 0 ? second : chat, $"Раз {word} {i}");

        List<string> texts = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await writer.GetAsync($"/search?query={word}&limit=7{cursor}")).Expect(200);
            texts.AddRange(page.Items.Select(item => item["text"].Text));
            cursor = page["nextCursor"] is { Exists: true, IsNull: false } ? $"&cursor={page["nextCursor"].Text}" : null;
        }

        texts.ShouldBe(Enumerable.Range(0, 30).Reverse().Select(i => $"Раз {word} {i}"));
    }

    [Fact]
    public async Task Filters_narrow_by_author_and_time()
    {
        var (writer, chat) = await app.OpenAsync();
        var other = await app.JoinAsync("Другой Автор");
        (await writer.PutAsync($"/conversations/{chat}/members/{other.Id}", new { history = "all" })).Expect(201);
        var word = app.NewWord();
        var mine = await writer.WriteAsync(chat, $"Моё {word}");
        var between = DateTimeOffset.UtcNow;
        var his = await other.WriteAsync(chat, $"Его {word}");

        foreach (var when in new[] { "now", "later" })
        {
            (await NumbersAsync($"authorId={writer.Id}")).ShouldBe([mine], when);
            (await NumbersAsync($"authorId={other.Id}")).ShouldBe([his], when);
            (await NumbersAsync($"since={Uri.EscapeDataString(between.ToString("O"))}")).ShouldBe([his], when);
            (await NumbersAsync($"until={Uri.EscapeDataString(between.ToString("O"))}")).ShouldBe([mine], when);
            await app.WordsAreTakenUpAsync();
        }

        async Task<IEnumerable<long>> NumbersAsync(string filter) => (await writer.GetAsync($"/search?query={word}&{filter}")).Expect(200).Items.Select(item => item["number"].Number);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_random_histories_everybody_finds_exactly_what_reading_everything_would(int seed)
    {
        var random = new Random(seed);
        string[] vocabulary = ["договор", "договоры", "счёт", "счета", "invoice", "invoices", "макет", "ёлка", "тз", "и", "не", "рекламный", "реклама", "PDF", "2026"];
        string[] queries = ["договор", "счет макет", "инвойс", "invoice", "рек", "\"не макет\"", "елки -договор", "тз", "pdf 2026", "не и", "догов счета", "-счёт макет"];
        var writer = await app.JoinAsync("Пётр Случайный");
        var people = new[] { writer, await app.JoinAsync("Сева Случайный"), await app.JoinAsync("Гость Случайный", Role.Guest), await app.JoinAsync("Рита Руководитель", Role.Employee, Duty.Supervisor) };
        List<Guid> chats = [];
        for (var i = 0; i < 3; i++) chats.Add((await app.OpenAsync(by: writer)).Chat);
        List<(Guid Chat, long Number)> written = [];
        for (var step = 0; step < 150; step++)
        {
            var chat = chats[random.Next(chats.Count)];
            var text = string.Join(' ', Enumerable.Range(0, 1 + random.Next(6)).Select(_ => vocabulary[random.Next(vocabulary.Length)]));
            var (place, one) = (random.Next(100), written.Count > 0 ? written[random.Next(written.Count)] : default);
            if (place < 75 || written.Count == 0) written.Add((chat, await writer.WriteAsync(chat, text)));
            else if (place < 85) (await writer.PatchAsync($"/conversations/{one.Chat}/messages/{one.Number}", new { text })).Status.ShouldBeOneOf(200, 409);
            else if (place < 93) (await writer.DeleteAsync($"/conversations/{one.Chat}/messages/{one.Number}")).Expect(204);
            else if (place < 98) await writer.PutAsync($"/conversations/{chat}/members/{people[1 + random.Next(2)].Id}", new { history = random.Next(2) == 0 ? "all" : "fromNow" });
            else await writer.DeleteAsync($"/conversations/{chat}/members/{people[1 + random.Next(2)].Id}");
        }

        foreach (var when in new[] { "at once", "later" })
        {
            foreach (var person in people)
            {
                foreach (var query in queries) (await FoundAsync(person, query)).ShouldBe(await ReadAsync(person, query), $"{person.Name}: {query} ({when})");
            }

            await app.WordsAreTakenUpAsync();
        }

        async Task<string[]> FoundAsync(Person person, string query) =>
            [.. (await person.GetAsync($"/search?in=messages&limit=100&query={Uri.EscapeDataString(query)}")).Expect(200).Items.Select(item => $"{item["conversationId"].Text}/{item["number"].Number}")];

        Task<string[]> ReadAsync(Person person, string query)
        {
            var words = SoughtWords.Of(query);
            return app.AskSqlAsync<string[]>("""
                select coalesce(array_agg(e.conversation_id || '/' || e.number order by e.created_at desc, e.conversation_id desc, e.number desc), '{}')
                  from words_asked($3, $4, $5) a, visible_conversations($1, $2) s join entries e on e.organization_id = s.organization_id and e.conversation_id = s.id
                 where e.number > s.history_floor and e.text is not null and words_of(e.text) @@ a.query
                """, app.OrganizationId, person.Id, words.Said.ToArray(), words.Begun ?? "", words.Unsaid.ToArray());
        }
    }

    [Theory]
    [InlineData("'; drop table entries; --")]
    [InlineData("a & b | !c <-> d")]
    [InlineData("\\' or 1=1")]
    [InlineData("'договор':*")]
    [InlineData("((((")]
    [InlineData("\"\" \"")]
    [InlineData("-договор")]
    [InlineData("%_%")]
    [InlineData("{1,2} [a-z]+ \u0002x\u0003")]
    [InlineData("👍🏽👍🏽")]
    [InlineData("ﷺ ﷽ ẞß İi")]
    public async Task What_is_searched_for_is_only_a_text(string query)
    {
        var (writer, chat) = await app.OpenAsync();
        await writer.WriteAsync(chat, "Отправляю договор");

        var answer = await writer.GetAsync($"/search?query={Uri.EscapeDataString(query)}");

        answer.Status.ShouldBeOneOf(200, 422);
        if (answer.Status == 422) answer.Body["errors"].Fields.ShouldBe(["query"]);
    }

    [Theory]
    [InlineData("query=я", "query")]
    [InlineData("query=договор&in=pictures", "in")]
    [InlineData("query=договор&limit=101", "limit")]
    [InlineData("in=messages", "query")]
    public async Task What_cannot_be_searched_is_refused_at_its_field(string query, string field) =>
        (await app.Nikolai.GetAsync($"/search?{query}")).Expect(422).Body["errors"].Fields.ShouldBe([field]);
}
