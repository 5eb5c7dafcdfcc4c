namespace ClientChats.Domain.Naming;

internal static class JobTitleForLastName
{
    /// <summary>«менеджер» where a last name belongs: everybody in the company is one.</summary>
    public static void Find(NameReading name, FindingList findings)
    {
        if (ResponsiblePlace.In(name) is not { } place || (!name.IsSplit && TooGeneral.IsWhole(name))) return;
        if (!name.IsSplit) place = WithTitlesBefore(name, place);
        var words = Enumerable.Range(place.FirstWord, place.LastWord - place.FirstWord + 1).ToList();
        if (!words.Exists(index => IsTitle(name, index)) || !words.TrueForAll(index => IsTitle(name, index) || GoesWithTitle(name, index))) return;

        findings.AtPlace(
            FindingCode.JobTitle, FindingSeverity.Warning,
            TextRange.Between(name.Words[place.FirstWord].Start, name.Words[place.LastWord].DotEnd),
            name.Context.Responsible?.LastName.Trim() is { Length: > 0 } lastName ? lastName : null,
            FindingText.Of(FindingCode.JobTitle, ("w", name.Slice(place.FirstWord, place.LastWord))));
    }

    private static ResponsiblePlace WithTitlesBefore(NameReading name, ResponsiblePlace place)
    {
        while (place.FirstWord > 1 && IsTitle(name, place.LastWord) && IsTitle(name, place.FirstWord - 1)) place = place with { FirstWord = place.FirstWord - 1 };
        return place;
    }

    // менеджер проекта, head of sales
    private static bool GoesWithTitle(NameReading name, int index)
    {
        var key = name.Words[index].Key;
        return name.IsSplit && (name.Lexicon.IsCommon(key) || FunctionWords.Contains(key)) && name.CompanyAt(index) is null;
    }

    private static bool IsTitle(NameReading name, int index)
    {
        var word = name.Words[index];
        return name.Lexicon.IsJobTitle(word.Key) && !name.IsEmployee(word.Key) && name.CompanyAt(index) is null;
    }
}
