namespace ClientChats.Domain.Naming;

internal static class UnreadableShortForm
{
    /// <summary>«опт.» may be anything; «оптимиз.» is read.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        for (var index = 0; index < name.Words.Count; index++)
        {
            if (name.IsClientName(index)) continue;

            var word = name.Words[index];
            if (word.IsCompound) Find(word, name, findings);
            foreach (var piece in word.Pieces) Find(piece, name, findings);
        }
    }

    private static void Find(Word word, NameReading name, FindingList findings)
    {
        var withDot = name.Lexicon.IsUnreadable(word.Key + ".", out var better) && word.HasDot;
        if (!withDot && !name.Lexicon.IsUnreadable(word.Key, out better)) return;

        var range = TextRange.Between(word.Start, word.DotEnd);
        findings.AtPlace(
            FindingCode.Unreadable, FindingSeverity.Warning, range, better is null ? null : Casing.Like(word.Text, better),
            FindingText.Of(FindingCode.Unreadable, ("w", range.In(name.Text))));
    }
}
