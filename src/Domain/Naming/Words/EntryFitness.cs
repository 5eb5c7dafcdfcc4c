namespace ClientChats.Domain.Naming;

internal static class EntryFitness
{
    public static DictionaryProblem? ProblemOf(DictionaryEntry entry, Lexicon lexicon)
    {
        if (string.IsNullOrWhiteSpace(entry.Word)) return DictionaryProblem.WordMissing;
        if (entry.Word.Length > DictionaryEntry.MaxWordLength) return DictionaryProblem.WordTooLong;
        if (!IsFit(entry.Word) || !IsOneWord(entry.Word)) return DictionaryProblem.WordUnfit;
        if (string.IsNullOrWhiteSpace(entry.Value))
        {
            return entry.Kind is EntryKind.Abbreviation or EntryKind.LongWord ? DictionaryProblem.ValueMissing : null;
        }

        if (entry.Value.Length > DictionaryEntry.MaxValueLength) return DictionaryProblem.ValueTooLong;
        if (!IsFit(entry.Value)) return DictionaryProblem.ValueUnfit;
        return entry.Kind switch
        {
            EntryKind.LongWord when entry.Value.Length >= entry.Word.Length => DictionaryProblem.ValueNotShorter,
            // «реклама» → «рекл.» beside «рекл.» → «реклама» would send a name round in circles.
            EntryKind.Abbreviation or EntryKind.LongWord or EntryKind.Unreadable when lexicon.Replaces(entry.Value) =>
                DictionaryProblem.ValueIsReplacedToo,
            _ => null
        };
    }

    // Names are looked through word by word, so an entry of several would never be found.
    private static bool IsOneWord(string text) => WordReader.Read(text) is [var word] && word.Start == 0 && word.DotEnd == text.Length;

    private static bool IsFit(string text) => text == Tidy.Spaces(text) && InvisibleRuns.In(text).Count == 0 && text.Any(char.IsLetter);
}
