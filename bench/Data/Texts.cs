namespace ClientChats.Bench.Data;

/// <summary>What people in the made-up organization write.</summary>
internal static class Texts
{
    /// <summary>The payload of every measured post, of about 0.2 KB.</summary>
    public const string Payload = "Добрый день! Отгрузка по договору назначена на пятницу, документы приложу сегодня. Please confirm the address before 18:00, thank you.";

    /// <summary>Words of one message in five thousand.</summary>
    public const string RareRussian = "экспертиза";
    public const string RareEnglish = "reimbursement";

    private const int Rare = 5_003;

    private static readonly string[] Openings =
    [
        "Добрый день!", "Коллеги, здравствуйте.", "Hello everyone.", "Спасибо, получили.", "Уточните, пожалуйста:", "По вашему вопросу:", "Quick update:", "Да, всё верно.",
    ];

    private static readonly string[] Middles =
    [
        "отгрузка по договору назначена на пятницу", "смету согласовали, осталось подписать", "the invoice was paid this morning", "макет главной страницы готов, жду замечаний",
        "сервер переедет ночью, простой до 20 минут", "нужен доступ к рекламному кабинету", "we moved the meeting to Tuesday", "тексты для каталога отдали редактору", "счёт выставим до конца дня",
    ];

    private static readonly string[] Endings =
    [
        "документы приложу сегодня.", "please confirm before 18:00.", "если что-то изменится, напишу сюда.", "срок – до четверга включительно.", "let me know if that works for you.",
        "итоговый файл лежит в общей папке.", "вопросов больше нет.",
    ];

    public static string Of(long message) =>
        $"{Openings[message % Openings.Length]} {Middles[message / 3 % Middles.Length]}, {Endings[message / 7 % Endings.Length]}{(message % Rare == 11 ? $" Нужна {RareRussian}." : message % Rare == 17 ? $" The {RareEnglish} is on its way." : "")} № {message}";
}
