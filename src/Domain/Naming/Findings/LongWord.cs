namespace ClientChats.Domain.Naming;

internal static class LongWord
{
    /// <summary>«оптимизации» takes half of the line; «оптимиз.» says the same.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        for (var index = 0; index < name.Words.Count; index++)
        {
            if (name.IsClientName(index) || name.Words[index].IsOpaque) continue;
            foreach (var piece in name.Words[index].Pieces)
            {
                if (name.Lexicon.ShortFormOf(piece.Key) is { } shortForm) Shorten(name, piece, shortForm, findings);
            }
        }
    }

    private static void Shorten(NameReading name, Word word, string shortForm, FindingList findings)
    {
        var suggestion = Casing.Like(word.Text, shortForm);
        var end = shortForm.EndsWith('.') ? word.DotEnd : word.End;
        findings.AtPlace(
            FindingCode.LongWord, FindingSeverity.Hint, TextRange.Between(word.Start, end), suggestion,
            FindingText.Of(FindingCode.LongWord, ("w", word.Text), ("s", suggestion)));
    }
}
