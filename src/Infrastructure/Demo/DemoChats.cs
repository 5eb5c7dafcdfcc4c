using ClientChats.Domain.Channels;
using ClientChats.Domain.Messages;
using static ClientChats.Infrastructure.Demo.DemoClients;
using static ClientChats.Infrastructure.Demo.DemoPeople;

namespace ClientChats.Infrastructure.Demo;

/// <summary>A line of a demo conversation: who said what, and how long ago.</summary>
/// <param name="Author">A person, or a client outside.</param>
/// <param name="Ago">How long before the demo was loaded.</param>
/// <param name="Text">What was said.</param>
/// <param name="ReplyTo">The line that it answers, counted back from this one.</param>
internal sealed record DemoLine(object Author, TimeSpan Ago, string Text, int ReplyTo = 0)
{
    /// <summary>Who put which emoji under it.</summary>
    public IReadOnlyList<(string Emoji, DemoPerson Person)> Reactions { get; init; } = [];

    /// <summary>Who pinned it.</summary>
    public DemoPerson? PinnedBy { get; init; }

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<DemoFile> Files { get; init; } = [];

    /// <summary>What it passes on: who wrote that, how long ago, and what.</summary>
    public (object Author, TimeSpan Ago, string Text)? Forwarded { get; init; }

    /// <summary>The line under which it stands in a thread, counted back from this one.</summary>
    public int Thread { get; init; }

    /// <summary>How its matter stands, and who said so; of a decision, who makes it and until when.</summary>
    public (StatusKind Kind, DemoPerson By, DemoPerson? DecisionBy, TimeSpan? Due)? Status { get; init; }

    /// <summary>Somebody closed the decision.</summary>
    public DemoPerson? DecidedBy { get; init; }

    public DemoLine InThread(int back) => this with { Thread = back };

    public DemoLine With(string emoji, params DemoPerson[] people) => this with { Reactions = [.. Reactions, .. people.Select(person => (emoji, person))] };

    public DemoLine Holding(params DemoFile[] files) => this with { Files = files };

    public DemoLine PassingOn(object author, TimeSpan ago, string text) => this with { Forwarded = (author, ago, text) };

    public DemoLine Standing(StatusKind kind, DemoPerson by) => this with { Status = (kind, by, null, null) };

    public DemoLine Asking(DemoPerson decider, TimeSpan due, DemoPerson by) => this with { Status = (StatusKind.NeedsDecision, by, decider, due) };

    public DemoLine Decided(DemoPerson by) => this with { DecidedBy = by };

    public DemoLine Pinned(DemoPerson by) => this with { PinnedBy = by };
}

/// <summary>A conversation of the demo company.</summary>
/// <param name="Name">Its name.</param>
/// <param name="People">Who is in it; the first one began it.</param>
/// <param name="Outside">Clients who are in it through the messenger; then it is a mirrored group.</param>
/// <param name="Lines">What was said, oldest first.</param>
/// <param name="New">How many of the last lines were said after everybody had last looked.</param>
internal sealed record DemoChat(string Name, IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoClient> Outside, IReadOnlyList<DemoLine> Lines, int New)
{
    /// <summary>Who finds it, where it is a channel; the first of its people administers it.</summary>
    public ChannelVisibility? Visibility { get; init; }

    /// <summary>What the channel is about.</summary>
    public ChannelDescription Description { get; init; } = ChannelDescription.Empty;

    /// <summary>When the work of the channel began and when it ends, in days from the day on which the demo is loaded.</summary>
    public (int Began, int Ends)? Work { get; init; }

    public bool IsBridged => Outside.Count > 0;
    public bool IsDirect => !IsBridged && People.Count == 2 && Name.Length == 0;
}

/// <summary>What they talk about: the house sale of one article, the web studio of the other.</summary>
internal static class DemoChats
{
    public static readonly IReadOnlyList<DemoChat> All =
    [
        new("Дом на Заречной | Орловы", [Sokolov, Nechaev], [Andrey, Marina, Kirill],
        [
            Line(Andrey, Days(18, 5), "Дмитрий, добрый день! Добавил жену, решать будем вместе."),
            Line(Marina, Days(18, 4), "Здравствуйте! Я Марина. Мне важны кухня и свет в комнатах."),
            Line(Sokolov, Days(18, 3), "Марина, Андрей, добрый день! Собрал всё, что обсудили: 148 м², два этажа, газ, участок на Заречной. Расчёт пришлю завтра."),
            Line(Andrey, Days(17, 2), "Спасибо. Получается дороже, чем у соседей. За счёт чего?"),
            Line(Sokolov, Days(17, 1), "У нас в цене фундамент под два этажа и тёплый пол на первом. Без проекта точнее не посчитать, поэтому зову архитектора."),
            Line(Nechaev, Days(16, 6), "Добрый день! Павел, архитектор. Пришлите, пожалуйста, обмеры участка и где проходит газ."),
            Line(Andrey, Days(16, 5), "Газ вдоль забора со стороны дороги. Обмеры есть на бумаге, сфотографирую вечером."),
            Line(Marina, Days(15, 3), "Павел, а кухню с гостиной можно объединить? И чтобы окно на реку."),
            Line(Nechaev, Days(15, 2), "Можно. Несущую стену перенесём к лестнице, окно сделаем 2,4 м. На цену почти не влияет.", 1),
            Line(Marina, Days(12, 4), "Отлично! Кирилл, посмотри комнату, тебе там жить."),
            Line(Kirill, Days(12, 3), "Привет. Комната нормальная, только узкая. Можно шире?"),
            Line(Sokolov, Days(9, 7), "Павел, сможете за счёт коридора?"),
            Line(Nechaev, Days(9, 6), "Комната Кирилла теперь 16 м², кровать встаёт вдоль глухой стены.").With("👍", Sokolov),
            Line(Kirill, Days(9, 5), "О, так лучше. А стол у окна?"),
            Line(Nechaev, Days(9, 4), "Стол у окна, розетки с двух сторон."),
            Line(Sokolov, Days(4, 6), "Итоговый расчёт готов: 11,4 млн со всеми работами. Договор у вас в почте, подписать можно до пятницы.").Pinned(Sokolov),
            Line(Andrey, Days(3, 2), "Договор подписали, скан отправил. Всем спасибо!"),
            Line(Sokolov, Days(3, 1), "Поздравляю! Дальше проект поведёт наш менеджер, передам всю переписку, повторять ничего не придётся."),
            Line(Marina, Minutes(96), "Дмитрий, здравствуйте! А кто теперь отвечает за сроки?"),
            Line(Marina, Minutes(95), "И можно ли сдвинуть окно в комнате Кирилла левее, чтобы стол встал у света? Павел говорил, что это ещё реально."),
        ], 2),

        new("Баня | Кузьмины | Белова", [Belova], [Roman, Alina],
        [
            Line(Roman, Days(6, 4), "Ольга, добрый день. Бригада приехала, разгружаются."),
            Line(Belova, Days(6, 3), "Отлично. Сегодня ставят сруб, завтра крыша. Фото пришлю вечером."),
            Line(Alina, Days(5, 2), "Красиво получается! А полок будет липовый?"),
            Line(Belova, Days(5, 1), "Да, липа, как договаривались. Печь привезут в четверг до обеда.", 1),
            Line(Roman, Minutes(140), "Ольга, печь так и не привезли. Бригада стоит."),
            Line(Roman, Minutes(130), "Подскажите, пожалуйста, когда ждать?"),
        ], 2),

        new("Гараж | Титовы | Белова", [Belova, Panin], [Sergey],
        [
            Line(Sergey, Days(8, 6), "Здравствуйте! Когда начинаем заливать плиту?"),
            Line(Belova, Days(8, 5), "Сергей, добрый день! В пятницу, если не будет дождя. Накануне напишу."),
            Line(Sergey, Days(2, 3), "Дождя нет, прогноз хороший."),
            Line(Belova, Minutes(210), "Бетон заказали на пятницу, машина в девять утра."),
        ], 0),

        new("Дом в Соснах | Лапины | Панин", [Panin], [Vera],
        [
            Line(Vera, Days(3, 5), "Добрый день! Нам вас посоветовали соседи. Хотим дом одноэтажный, метров сто."),
            Line(Panin, Days(3, 4), "Вера, здравствуйте! Спасибо соседям. Чтобы посчитать точно, к вам приедет замерщик. Когда удобно?"),
            Line(Vera, Days(1, 6), "В субботу с утра."),
            Line(Vera, Minutes(55), "Когда приедет замерщик? Хочу встретить у поворота, навигатор туда не ведёт."),
        ], 1),

        new("Участок у реки", [Panin], [Yulia, Mark],
        [
            Line(Yulia, Minutes(460), "Здравствуйте! Это Юлия, мы с мужем купили участок у реки. Строите на таких?"),
            Line(Panin, Minutes(450), "Добрый день! Да, на сваях. Пришлите кадастровый номер, посмотрю грунты."),
            Line(Mark, Minutes(420), "Добрый день, это про кредит: вы работаете с ипотекой?"),
        ], 1),

        new("Сайт | Ромашка | Ершова", [Ershova, Gromov, Klimova, Ivanova, Ezhov], [],
        [
            Line(Ershova, Days(20, 6), "Мария, добрый день! Это чат проекта «Сайт» для «Ромашки». Здесь согласуем страницы, тексты и сроки. Лев отвечает за дизайн, Софья за разработку, я за сроки и деньги.").Holding(DemoFiles.EstimateFirst).Pinned(Ershova),
            Line(Ivanova, Days(20, 5), "Здравствуйте! Очень удобно, что все в одном месте. Тексты для «О нас» пришлю до среды.").With("👍", Ershova, Gromov),
            Line(Gromov, Days(18, 3), "Мария, загляните, пожалуйста: собрал два варианта главной. В первом впереди каталог, во втором большой снимок.").Holding(DemoFiles.HomeFirst, DemoFiles.HomeSecond).Asking(Ivanova, Days(-16, 0), Ershova).Decided(Ershova),
            Line(Ivanova, Days(18, 1), "Первый быстрее ведёт к покупке, второй красивее. Можно посмотреть вариант с героем, но чтобы каталог начинался сразу под ним?", 1),
            Line(Gromov, Days(17, 4), "Да, сделал третий. Каталог виден без прокрутки на экране 13 дюймов.").Holding(DemoFiles.HomeThird),
            Line(Klimova, Days(17, 3), "По срокам это плюс один день."),
            Line(Ivanova, Days(16, 2), "Берём третий. Покажу директору и подтвержу до вечера.").With("🎉", Ershova, Gromov, Klimova).Pinned(Gromov),
            Line(Ershova, Days(16, 1), "Отлично, ждём. Софья тем временем делает форму заказа. Смета с третьим вариантом здесь.").Holding(DemoFiles.EstimateSecond),
            Line(Klimova, Days(5, 3), "Форма заказа готова, письма уходят. Проверьте, пожалуйста, со своей почты.").Standing(StatusKind.Done, Klimova),
            Line(Ivanova, Days(5, 2), "Проверила, всё приходит. Отлично!").With("❤", Klimova).With("👍", Ershova),
            Line(Ivanova, Days(4, 6), "А в письме покупателю можно показать снимок букета? Без него непонятно, что заказано.").InThread(2),
            Line(Klimova, Days(4, 5), "Можно. Снимок уменьшу, чтобы письмо не терялось по дороге.").InThread(3),
            Line(Gromov, Days(4, 4), "Положил в макет: снимок слева, состав и цена справа.").InThread(4),
            Line(Klimova, Days(3, 5), "Готово, в тестовом заказе письмо уже со снимком.").InThread(5).With("👍", Ivanova),
            Line(Ershova, Days(1, 4), "Коллеги, добрый день! К нам присоединяется Глеб, он будет смотреть сайт на телефоне.").With("👋", Ezhov, Ivanova),
            Line(Ezhov, Days(1, 3), "Всем привет! Посмотрю сегодня вечером."),
            Line(Ezhov, Minutes(75), "Шапка на телефоне прыгает при прокрутке. Остальное хорошо."),
            Line(Ivanova, Minutes(55), "Вижу, красиво! А напоминание за час до доставки тоже со снимком сделаем?").InThread(9),
            Line(Ivanova, Minutes(40), "И ещё вопрос: когда сможем показать сайт первым покупателям?"),
        ], 3),

        new("SEO | Дентал Плюс | Ершова", [Ershova, Gromov, Tkach], [],
        [
            Line(Ershova, Days(12, 5), "Олег, добрый день! Здесь всё про продвижение клиники. Отчёт каждый понедельник, срочное пишите прямо сюда.").Pinned(Ershova),
            Line(Tkach, Days(12, 3), "Принято. Главное для нас запись на имплантацию."),
            Line(Ershova, Days(6, 2), "За неделю плюс 18 % заявок с поиска, из них имплантация 11. Подробности в отчёте.").With("🔥", Tkach, Gromov),
            Line(Tkach, Days(6, 1), "Отлично, спасибо!"),
            Line(Tkach, Minutes(25), "Когда увидим отчёт за эту неделю?"),
        ], 1),

        new("Лендинг | Маяк", [Ershova, Klimova, Yudina], [],
        [
            Line(Ershova, Days(2, 5), "Вера, добрый день! Это чат про страницу гостевого дома. Начнём с текста: чем «Маяк» отличается от соседей?"),
            Line(Yudina, Days(2, 2), "Здравствуйте! У нас свой причал и завтраки с видом на воду. Фотографии соберу к выходным."),
        ], 0),

        new("Стройка: графики", [Belova, Nechaev, Vlasova, Sokolov], [],
        [
            Line(Vlasova, Days(7, 6), "Коллеги, графики бригад на ноябрь теперь здесь.").Holding(DemoFiles.Crews),
            Line(Belova, Days(7, 5), "Кузьмины: сруб до 12-го, печь 14-го. Титовы: плита в пятницу.").Pinned(Vlasova).With("👀", Nechaev),
            Line(Sokolov, Days(7, 3), "Павел, из переписки с Орловыми, чтобы не потерялось.").PassingOn(Marina, Days(15, 3), "Павел, а кухню с гостиной можно объединить? И чтобы окно на реку."),
            Line(Sokolov, Days(5, 2), "Договор на подпись, версия юриста.").Holding(DemoFiles.ContractSecond),
            Line(Nechaev, Days(1, 5), "Выложил узлы кровли по Заречной, проверьте до среды.").Holding(DemoFiles.Roof).Asking(Vlasova, Days(1, 0), Nechaev),
            Line(Sokolov, Days(1, 4), "Орловы подписали, передаю Ольге на этой неделе.").Holding(DemoFiles.ContractThird).With("🎉", Vlasova, Belova, Nechaev),
            Line(Vlasova, Minutes(180), "Отлично. @Дмитрий Соколов, передайте через «Контакты», чтобы Марине не пришлось повторять."),
        ], 1),

        new("Портал | Ромашка", [Ershova, Klimova, Gromov, Ivanova], [],
        [
            Line(Ershova, Days(10, 4), "Мария, здесь всё про портал: каналом удобнее, проект длинный. Сроки и кто за что отвечает – в описании канала."),
            Line(Ivanova, Days(10, 2), "Спасибо! Директор просит показывать ему только итоги, остальное решаю я."),
            Line(Klimova, Days(3, 6), "Личный кабинет собран, вход по почте. Ссылка на проверку завтра до обеда.").Standing(StatusKind.InProgress, Klimova),
            Line(Ivanova, Days(3, 2), "Проверю с двумя покупателями, к пятнице соберу замечания."),
            Line(Gromov, Days(1, 2), "Экран заказов переделал: статус теперь виден без прокрутки.").Standing(StatusKind.Done, Gromov),
        ], 1)
        {
            Visibility = ChannelVisibility.Private,
            Work = (-12, 95),
            Description = new(null, "Портал для покупателей", null, null, "Личный кабинет и заказы, запуск до весны.",
                "Этапы: вход и кабинет, заказы, оплата, запуск.\nСо стороны «Ромашки» решает Мария Иванова, итоги показываем директору раз в месяц."),
        },

        new("Новости бюро", [Ryzhova, Vlasova, Belova, Ershova, Nechaev], [],
        [
            Line(Ryzhova, Days(8, 3), "Коллеги, с понедельника пропуска новые, забрать можно у меня."),
            Line(Vlasova, Days(4, 5), "Орловы подписали договор. Спасибо Дмитрию и Павлу!"),
            Line(Ryzhova, Days(1, 3), "В пятницу в 17:00 пирог на кухне, у Софьи два года в бюро."),
        ], 1)
        {
            Visibility = ChannelVisibility.Public,
            Description = ChannelDescription.Empty with { Summary = "Коротко о том, что касается всех. Вопросы – в личный чат." },
        },

        new("Материалы и поставщики", [Nechaev, Belova], [],
        [
            Line(Nechaev, Days(6, 2), "Липа для полка подорожала, у «Северного леса» осталась партия по старой цене."),
            Line(Belova, Days(5, 6), "Беру на Кузьминых. Бетон по-прежнему у второго завода, первый опаздывает."),
        ], 0)
        {
            Visibility = ChannelVisibility.Public,
            Description = ChannelDescription.Empty with { Work = "Снабжение", Summary = "Цены, сроки поставки и кто подвёл." },
        },

        new("Проектный отдел", [Vlasova, Belova, Nechaev], [],
        [
            Line(Vlasova, Days(1, 7), "Планёрка завтра в 9:30, каждый приносит один вопрос."),
            Line(Belova, Days(1, 6), "Мой вопрос: подъезд к участку Лапиных."),
        ], 0),

        new("", [Ivanova, Zuev], [],
        [
            Line(Ivanova, Days(21, 2), "Здравствуйте! Зашла по вашей ссылке, всё открылось."),
            Line(Zuev, Days(21, 1), "Мария, рад! Анна сейчас добавит вас в чат проекта."),
        ], 0),

        new("", [Ershova, Ivanova], [],
        [
            Line(Ershova, Days(4, 3), "Мария, счёт за второй этап отправила на почту. Если что-то не так, скажите.").Asking(Ivanova, Days(2, 0), Ershova),
            Line(Ivanova, Days(4, 1), "Спасибо, посмотрю вечером."),
        ], 0),

        new("", [Belova, Nechaev], [],
        [
            Line(Nechaev, Days(1, 9), "Ольга, по окну у Орловых: сдвинуть на полметра можно, перемычка позволяет."),
            Line(Belova, Days(1, 8), "Поняла, спасибо! Обсудим с Мариной в чате."),
        ], 0),

        new("", [Vlasova, Sokolov], [],
        [
            Line(Vlasova, Days(2, 4), "Дмитрий, Дёмины у реки ещё не в CRM, чат видят все продавцы. Занесите, пожалуйста, контакт."),
            Line(Sokolov, Days(2, 3), "Это клиенты Юрия, скажу ему."),
        ], 0),
    ];

    private static DemoLine Line(object author, TimeSpan ago, string text, int replyTo = 0) => new(author, ago, text, replyTo);

    private static TimeSpan Days(int days, int hours) => TimeSpan.FromDays(days) + TimeSpan.FromHours(hours);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
