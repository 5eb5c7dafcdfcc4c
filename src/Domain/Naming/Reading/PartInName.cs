namespace ClientChats.Domain.Naming;

internal sealed record PartInName(int Start, int End, NamePart? Role, IReadOnlyList<Word> Words)
{
    public TextRange Range => TextRange.Between(Start, End);

    public static IReadOnlyList<PartInName> Read(string text, NamingConvention? convention)
    {
        var words = WordReader.Read(text);
        List<PartInName> parts = [];
        var places = convention?.Spacing.FindIn(text) ?? [];
        var from = 0;
        var word = 0;
        for (var i = 0; i <= places.Count; i++)
        {
            var end = i < places.Count ? places[i].Start : text.Length;
            List<Word> own = [];
            for (; word < words.Count && words[word].Start < end; word++) own.Add(words[word]);
            parts.Add(Trimmed(text, from, end, RoleAt(i, places.Count + 1, convention), own));
            if (i < places.Count) from = places[i].End;
        }

        return parts;
    }

    // An unsplit name has no roles: which words are which is what the separator would have told.
    private static NamePart? RoleAt(int index, int count, NamingConvention? convention)
    {
        if (convention is null || (count == 1 && convention.Parts.Length > 1)) return null;
        return convention.Parts[Math.Min(index, convention.Parts.Length - 1)];
    }

    private static PartInName Trimmed(string text, int start, int end, NamePart? role, List<Word> words)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new PartInName(start, end, role, words);
    }
}
