namespace ClientChats.Domain.Naming;

internal static class TooGeneral
{
    /// <summary>«Клиент», «Сайт Николай»: nothing in the name, or in one of its parts, tells this chat from the others.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        if (IsWhole(name))
        {
            Report(name.Text, TextRange.Between(name.Text.Length - name.Text.TrimStart().Length, name.Text.TrimEnd().Length), findings);
            return;
        }

        var first = 0;
        foreach (var part in name.Parts)
        {
            if (name.IsSplit && IsEmptyTalk(name, first, part.Words.Count)) Report(name.Text, part.Range, findings);
            first += part.Words.Count;
        }
    }

    /// <summary>No word of the name points to a client: only general words, kinds of work, first names, job titles and our own people.</summary>
    public static bool IsWhole(NameReading name) => Enumerable.Range(0, name.Words.Count).All(index =>
        name.CompanyAt(index) is null && PointsToNobody(name, name.Words[index]) && !IsPhraseOfClient(name, index));

    private static bool IsEmptyTalk(NameReading name, int first, int count) =>
        count > 0
        && Enumerable.Range(first, count).All(index => name.CompanyAt(index) is null && SaysNothing(name, name.Words[index]))
        && Enumerable.Range(first, count).Any(index => name.Lexicon.IsGeneral(name.Words[index].Key));

    // «Обучение | Школа 57»: common words make a name where they stand together in the client's place.
    private static bool IsPhraseOfClient(NameReading name, int index) =>
        name.IsSplit && name.InClientPart(index) && name.PartOf(index).Words.Count > 1 && name.Lexicon.IsWork(name.Words[index].Key);

    private static bool PointsToNobody(NameReading name, Word word)
    {
        if (word.IsOpaque) return false;
        if (SaysNothing(name, word) || name.Lexicon.IsWork(word.Key) || name.Lexicon.IsJobTitle(word.Key) || name.IsEmployee(word.Key)) return true;
        if (name.Lexicon.IsFirstName(word.Key) || (word.StartsWithCapital && name.Lexicon.IsFirstNameInAnyForm(word.Key))) return true;
        return word.IsCompound && word.Pieces.All(piece => PointsToNobody(name, piece));
    }

    private static bool SaysNothing(NameReading name, Word word) =>
        name.Lexicon.IsGeneral(word.Key) || name.Lexicon.IsLegalForm(word.Key) || FunctionWords.Contains(word.Key) || IsCounter(word);

    // «Клиент 2» and «Сайт 2025» are counted or dated, «Заказ 10482» is named.
    private static bool IsCounter(Word word) =>
        word.IsNumber && (word.Text.Length <= 3 || (word.Text.Length == 4 && (word.Text.StartsWith("19", StringComparison.Ordinal) || word.Text.StartsWith("20", StringComparison.Ordinal))));

    private static void Report(string text, TextRange range, FindingList findings) =>
        findings.Overall(FindingCode.TooGeneral, FindingSeverity.Warning, range, FindingText.Of(FindingCode.TooGeneral, ("w", range.In(text))));
}
