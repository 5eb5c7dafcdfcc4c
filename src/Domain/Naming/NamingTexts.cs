using System.Collections.Frozen;
using System.Text;

namespace ClientChats.Domain.Naming;

/// <summary>The sentences in which findings are told.</summary>
public static class NamingTexts
{
    private const int LongestQuote = 40;

    private static readonly FrozenDictionary<string, (string Russian, string English)> Sentences = new Dictionary<string, (string, string)>
    {
        [FindingCode.Empty] = ("Введите название", "Enter a name"),
        [FindingCode.OverLimit] = ("Название длиннее {limit} знаков, лишних: {n}", "The name is longer than {limit} characters, {n} too many"),
        [FindingCode.Invisible] = (
            "Здесь невидимые знаки: с ними чат не найти. Уберите их.",
            "There are invisible characters here: search will miss the chat. Remove them."),
        [FindingCode.Lookalike] = (
            "В «{w}» смешаны русские и латинские буквы: поиск такое слово не найдёт",
            "“{w}” mixes Latin and Cyrillic letters: search will miss it"),
        [FindingCode.NoSeparator] = (
            "Нет разделителя. Части названия сливаются в списке.",
            "No separator: the parts run together in the list."),
        ["name.noSeparator.wrong"] = ("Части названия разделяют знаком «{s}», а не «{f}»", "Separate the parts with “{s}”, not “{f}”"),
        ["name.noSeparator.glued"] = ("В «{w}» слова слиплись", "“{w}” runs words together"),
        ["name.noSeparator.maybeGlued"] = ("Если «{w}» – это два слова, разделите их", "If “{w}” is two words, separate them"),
        [FindingCode.TooGeneral] = ("«{w}»: слишком общее, такой чат не найти", "“{w}” is too general to be found"),
        [FindingCode.Abbreviation] = ("«{w}» поймут не все", "Not everyone will understand “{w}”"),
        [FindingCode.LongWord] = ("«{w}» можно короче: «{s}»", "“{w}” can be shorter: “{s}”"),
        [FindingCode.Unreadable] = ("«{w}» читается плохо", "“{w}” is hard to read"),
        [FindingCode.FirstName] = ("«{w}»: нужна фамилия ответственного", "“{w}”: use the manager's last name"),
        ["name.firstName.many"] = (
            "«{w}»: нужна фамилия ответственного. С таким именем в компании: {n}.",
            "“{w}”: use the manager's last name. People with this first name: {n}."),
        [FindingCode.JobTitle] = ("«{w}»: нужна фамилия ответственного", "“{w}”: use the manager's last name"),
        [FindingCode.LegalForm] = ("«{w}» в названии чата можно не писать", "“{w}” is not needed in a chat name"),
        ["name.legalForm.capitals"] = ("«{w}»: сплошные заглавные трудно читать", "“{w}”: all capitals are hard to read"),
        ["name.legalForm.quotes"] = ("Кавычки здесь не нужны", "Quotes are not needed here"),
        [FindingCode.TooLong] = ("Не поместится в списке, обрежется на\u00A0«{w}»", "Too long for the list: it is cut at “{w}”"),
        [FindingCode.Taken] = ("Такой чат уже есть", "This name is taken"),
        [FindingCode.Near] = ("Похоже на\u00A0«{other}»", "Close to “{other}”")
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string MessageOf(NameFinding finding, NamingLanguage language)
    {
        var (russian, english) = Sentences[finding.Text.Key];
        return Filled(language is NamingLanguage.Russian ? russian : english, finding.Text.Arguments);
    }

    private static string Filled(string sentence, FrozenDictionary<string, string> arguments)
    {
        var text = new StringBuilder(sentence.Length);
        var rest = sentence.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            var close = rest.IndexOf('}');
            text.Append(rest[..open]).Append(Short(arguments[rest[(open + 1)..close].ToString()]));
            rest = rest[(close + 1)..];
        }

        return text.Append(rest).ToString();
    }

    private static string Short(string quote)
    {
        if (quote.Length <= LongestQuote) return quote;
        var end = char.IsHighSurrogate(quote[LongestQuote - 2]) ? LongestQuote - 2 : LongestQuote - 1;
        return quote[..end].TrimEnd() + "…";
    }
}
