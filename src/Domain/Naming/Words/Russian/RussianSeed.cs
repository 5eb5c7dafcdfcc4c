namespace ClientChats.Domain.Naming;

internal static class RussianSeed
{
    public static IEnumerable<DictionaryEntry> Entries =>
    [
        ..SeedLines.Pairs(EntryKind.Abbreviation, RussianAbbreviations.Lines),
        ..SeedLines.Pairs(EntryKind.LongWord, RussianLongWords.Lines),
        ..SeedLines.Pairs(EntryKind.Unreadable, RussianUnreadable.Lines),
        ..SeedLines.Words(EntryKind.General, RussianGeneralWords.Lines),
        ..SeedLines.Words(EntryKind.Work, RussianWorkWords.Lines),
        ..SeedLines.Words(EntryKind.JobTitle, RussianJobTitles.Lines),
        ..SeedLines.Names(RussianFirstNames.Lines),
        ..SeedLines.Words(EntryKind.LegalForm, RussianLegalForms.Lines),
        ..SeedLines.Words(EntryKind.Capitals, RussianCapitals.Lines),
        ..SeedLines.Words(EntryKind.Brand, RussianBrands.Lines)
    ];
}
