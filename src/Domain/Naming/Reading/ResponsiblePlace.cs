namespace ClientChats.Domain.Naming;

/// <summary>The words that stand where the last name of the responsible belongs.</summary>
internal readonly record struct ResponsiblePlace(int FirstWord, int LastWord)
{
    /// <summary>
    /// A whole part when the name has all its parts; before it is split, the word at the end or the beginning that people write for a last name.
    /// </summary>
    public static ResponsiblePlace? In(NameReading name)
    {
        if (name.Convention is not { } convention || !convention.Parts.Contains(NamePart.Responsible) || name.Words.Count == 0) return null;
        if (name.Parts.Count >= convention.Parts.Length) return WholePart(name);
        if (name.IsSplit || name.Words.Count < 2 || name.Words.Any(word => name.IsEmployee(word.Key))) return null;
        return AtEnd(name) ?? AtBeginning(name);
    }

    private static ResponsiblePlace? AtEnd(NameReading name)
    {
        var last = name.Words.Count - 1;
        if (IsStandIn(name, last)) return new ResponsiblePlace(last, last);
        return RussianFatherNames.Looks(name.Words[last]) && IsFirstName(name, last - 1) ? new ResponsiblePlace(last - 1, last) : null;
    }

    // Only before what is certainly not his last name: «Анна Ромашка сайт», but not «Роза ветров сайт».
    private static ResponsiblePlace? AtBeginning(NameReading name)
    {
        var isCertain = name.CompanyAt(1) is not null || name.Lexicon.IsWork(name.Words[1].Key);
        return isCertain && IsStandIn(name, 0) ? new ResponsiblePlace(0, 0) : null;
    }

    private static bool IsStandIn(NameReading name, int index) =>
        IsFirstName(name, index) || (name.CompanyAt(index) is null && name.Lexicon.IsJobTitle(name.Words[index].Key));

    private static bool IsFirstName(NameReading name, int index) =>
        name.CompanyAt(index) is null && name.Words[index].StartsWithCapital && name.Lexicon.IsFirstName(name.Words[index].Key);

    private static ResponsiblePlace? WholePart(NameReading name)
    {
        var first = 0;
        foreach (var part in name.Parts)
        {
            var last = first + part.Words.Count - 1;
            if (part.Role is NamePart.Responsible && last >= first) return new ResponsiblePlace(first, last);
            first = last + 1;
        }

        return null;
    }
}
