namespace ClientChats.Domain.Naming;

/// <summary>The sentences that tell why a pattern, a set of conventions or a dictionary entry is not accepted.</summary>
public static class NamingProblemTexts
{
    public static string MessageOf(PatternProblem problem, NamingLanguage language) => In(language, problem switch
    {
        PatternProblem.Empty => ("Введите шаблон", "Enter a pattern"),
        PatternProblem.TooLong => ("Шаблон длиннее 200 знаков", "The pattern is longer than 200 characters"),
        PatternProblem.NoPlaceholder => (
            "В шаблоне нет ни одной части. Есть {project}, {client}, {work} и {responsible}.",
            "The pattern has no parts. There are {project}, {client}, {work} and {responsible}."),
        PatternProblem.UnknownPlaceholder => (
            "Такой части нет. Есть {project}, {client}, {work} и {responsible}.",
            "There is no such part. There are {project}, {client}, {work} and {responsible}."),
        PatternProblem.RepeatedPlaceholder => ("Каждая часть может стоять в шаблоне только один раз", "Each part may stand in the pattern only once"),
        PatternProblem.UnbalancedBrace => ("Фигурная скобка стоит без пары", "A brace has no pair"),
        PatternProblem.TextOutside => ("В шаблоне могут быть только части и разделители", "A pattern holds only parts and separators"),
        PatternProblem.SeparatorMissing => ("Поставьте разделитель между частями", "Put a separator between the parts"),
        PatternProblem.SeparatorsDiffer => ("Разделитель между всеми частями должен быть одинаковым", "The separator has to be the same between all parts"),
        PatternProblem.SeparatorUnfit => (
            "Разделитель – от 1 до 3 знаков без букв, цифр, точек, кавычек и скобок: например, | или /",
            "A separator is 1 to 3 signs without letters, digits, dots, quotes and brackets: | or /, for example"),
        _ => ("Шаблон подходит", "The pattern is fine")
    });

    public static string MessageOf(ConventionsProblem problem, NamingLanguage language) => In(language, problem switch
    {
        ConventionsProblem.Empty => ("Нужен хотя бы один шаблон", "At least one convention is needed"),
        ConventionsProblem.TooMany => ("Шаблонов может быть не больше 20", "There can be at most 20 conventions"),
        ConventionsProblem.RepeatedId => ("Один и тот же шаблон указан дважды", "The same convention is given twice"),
        ConventionsProblem.RepeatedPattern => ("Такой шаблон уже есть", "There is such a convention already"),
        ConventionsProblem.NotOneDefault => ("Основным должен быть ровно один шаблон", "Exactly one convention has to be the default"),
        ConventionsProblem.ListLength => ("Длина для списка – от 15 до 200 знаков", "The length for the list is 15 to 200 characters"),
        _ => ("Шаблоны подходят", "The conventions are fine")
    });

    public static string MessageOf(DictionaryProblem problem, NamingLanguage language) => In(language, problem switch
    {
        DictionaryProblem.WordMissing => ("Введите слово", "Enter a word"),
        DictionaryProblem.WordTooLong => ("Слово длиннее 60 знаков", "The word is longer than 60 characters"),
        DictionaryProblem.WordUnfit => ("Нужно одно слово из букв, без пробелов", "One word made of letters is needed, without spaces"),
        DictionaryProblem.ValueMissing => ("Напишите, чем заменить это слово", "Say what to write instead"),
        DictionaryProblem.ValueTooLong => ("Замена длиннее 200 знаков", "The replacement is longer than 200 characters"),
        DictionaryProblem.ValueUnfit => ("В замене есть лишние пробелы или невидимые знаки", "The replacement has spare spaces or invisible characters"),
        DictionaryProblem.ValueNotShorter => ("Замена должна быть короче самого слова", "The replacement has to be shorter than the word"),
        DictionaryProblem.ValueIsReplacedToo => ("Эту замену словарь сам заменяет на другую", "The dictionary replaces this replacement by another"),
        DictionaryProblem.Repeated => ("Это слово указано дважды", "This word is given twice"),
        _ => ("Своих слов может быть не больше 5000", "There can be at most 5000 words of your own")
    });

    private static string In(NamingLanguage language, (string Russian, string English) text) =>
        language is NamingLanguage.Russian ? text.Russian : text.English;
}
