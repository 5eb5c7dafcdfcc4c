namespace ClientChats.Domain.Naming;

internal static class GluedWords
{
    private const int ShortestWord = 3;

    private static readonly HashSet<string> NamePrefixes = ["Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz", "St"];

    /// <summary>«КлиентЗадача» is two words; «ВкусВилл» and YouTube are one.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        for (var index = 0; index < name.Words.Count; index++)
        {
            var word = name.Words[index];
            if (word.IsOpaque || word.IsCompound || IsName(name, index)) continue;

            var pieces = Pieces(word.Text, name.Lexicon);
            if (pieces.Count < 2 || NamePrefixes.Contains(pieces[0])) continue;

            if (IsGlued(name, index, pieces)) Separate(name, word, pieces, findings);
            else if (MayBeGlued(name, index, pieces)) Ask(word, findings);
        }
    }

    private static bool IsName(NameReading name, int index) =>
        name.CompanyAt(index) is not null || name.Lexicon.BrandSpelling(name.Words[index].Key) is not null || name.IsEmployee(name.Words[index].Key);

    private static void Separate(NameReading name, Word word, List<string> pieces, FindingList findings)
    {
        var joint = name.RoomForParts >= pieces.Count - 1 ? (name.Convention?.Spacing ?? Separator.Standard).Joint : " ";
        findings.AtPlace(
            FindingCode.NoSeparator, FindingSeverity.Warning, word.Range, string.Join(joint, pieces),
            FindingText.Of("name.noSeparator.glued", ("w", word.Text)));
    }

    private static void Ask(Word word, FindingList findings) => findings.AtPlace(
        FindingCode.NoSeparator, FindingSeverity.Hint, word.Range, null, FindingText.Of("name.noSeparator.maybeGlued", ("w", word.Text)));

    private static bool IsGlued(NameReading name, int index, List<string> pieces)
    {
        var keys = pieces.ConvertAll(WordKey.Of);
        if (keys.TrueForAll(key => IsKnown(name, key))) return true;
        return !name.InClientPart(index)
            && pieces.TrueForAll(piece => piece.Length >= ShortestWord)
            && keys.Exists(key => name.Companies.Alone(key) is not null || (name.Lexicon.IsWork(key) && !name.Lexicon.IsGeneral(key)));
    }

    private static bool IsKnown(NameReading name, string key) =>
        name.Lexicon.IsCommon(key) || name.Lexicon.IsFirstName(key) || name.IsEmployee(key) || name.Companies.Alone(key) is not null;

    // Companies like to be spelled so, and Latin names of products even more: only a question, and only outside the client's part.
    private static bool MayBeGlued(NameReading name, int index, List<string> pieces) =>
        !name.InClientPart(index)
        && pieces.TrueForAll(piece => piece.Length >= ShortestWord && piece.All(c => Scripts.IsCyrillic(c)) && !Casing.IsCapitals(piece));

    private static List<string> Pieces(string word, Lexicon lexicon)
    {
        List<string> pieces = [];
        var from = 0;
        for (var at = 1; at < word.Length; at++)
        {
            if (!StartsPiece(word, at, lexicon)) continue;
            pieces.Add(word[from..at]);
            from = at;
        }

        pieces.Add(word[from..]);
        return pieces;
    }

    private static bool StartsPiece(string word, int at, Lexicon lexicon)
    {
        var (before, here) = (word[at - 1], word[at]);
        if (!char.IsLetter(before) || !char.IsLetter(here)) return false;
        if (Scripts.IsCyrillic(before) != Scripts.IsCyrillic(here)) return char.IsUpper(here) || lexicon.IsCommon(WordKey.Of(word[at..]));
        if (!char.IsUpper(here)) return false;
        return char.IsLower(before) || (at > 1 && char.IsUpper(word[at - 2]) && at + 1 < word.Length && IsLowerOf(here, word[at + 1]));
    }

    private static bool IsLowerOf(char capital, char next) => char.IsLower(next) && Scripts.IsCyrillic(next) == Scripts.IsCyrillic(capital);
}
