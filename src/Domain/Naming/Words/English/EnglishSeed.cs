namespace ClientChats.Domain.Naming;

internal static class EnglishSeed
{
    public static IEnumerable<DictionaryEntry> Entries =>
    [
        ..SeedLines.Pairs(EntryKind.Abbreviation, EnglishAbbreviations.Lines),
        ..SeedLines.Pairs(EntryKind.LongWord, EnglishLongWords.Lines),
        ..SeedLines.Pairs(EntryKind.Unreadable, EnglishUnreadable.Lines),
        ..SeedLines.Words(EntryKind.General, EnglishGeneralWords.Lines),
        ..SeedLines.Words(EntryKind.Work, EnglishWorkWords.Lines),
        ..SeedLines.Words(EntryKind.JobTitle, EnglishJobTitles.Lines),
        ..SeedLines.Names(EnglishFirstNames.Lines),
        ..SeedLines.Words(EntryKind.LegalForm, EnglishLegalForms.Lines),
        ..SeedLines.Words(EntryKind.Capitals, EnglishCapitals.Lines),
        ..SeedLines.Words(EntryKind.Brand, EnglishBrands.Lines)
    ];
}
